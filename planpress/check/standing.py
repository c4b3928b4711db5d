"""Rules about what the numbers have led to, once they are assessed."""

from collections.abc import Iterator, Mapping
from datetime import date

from planpress.model.assessment import Assessment, State
from planpress.model.concern import Concern, concern
from planpress.model.problem import Problem, warning
from planpress.model.project import Project

_WHY = {
    State.LATE: "a step of the target is late",
    State.NOT_MET: "the target was not met",
}


def doubts(
    project: Project, assessments: Mapping[str, Assessment], as_of: date
) -> tuple[Problem, ...]:
    """Return what readers of the assessments would ask about."""
    return tuple(off_track_without_action(project, assessments, as_of))


def off_track_without_action(
    project: Project, assessments: Mapping[str, Assessment], as_of: date
) -> Iterator[Problem]:
    """What is off track or at risk has a course of action."""
    for indicator in project.indicators.values():
        found = assessments.get(indicator.id)
        if indicator.background or found is None or concern(found) is not Concern.OFF_TRACK:
            continue
        if not project.courses_of_action(indicator.id, as_of):
            why = _WHY.get(found.state, "the measure is off track or at risk")
            message = f"{why}, and no course of action is recorded"
            hint = (
                "Record one in content/stocktakes/, for a tactic that has this measure among its "
                "smart_goals; until then the site says that there is none."
            )
            yield warning(indicator.source.at(), "off-track-without-action", message, hint)
