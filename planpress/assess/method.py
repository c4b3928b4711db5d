"""Are we on track? The assessment of every measure of a plan."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date
from decimal import localcontext

from planpress.assess.account import account
from planpress.assess.aim import aim_of
from planpress.assess.case import Case, open_case
from planpress.assess.changes import changes
from planpress.assess.exact import EXACT
from planpress.assess.past import past_ratings
from planpress.assess.revisions import in_force
from planpress.assess.rules import verdict
from planpress.model.assessment import Assessment, State
from planpress.model.calendar import Calendar
from planpress.model.dataclass import dataclass
from planpress.model.language import Language
from planpress.model.project import Project
from planpress.model.series import Series
from planpress.model.target import TargetType


def assess(
    project: Project,
    series: Mapping[str, Series],
    as_of: date,
    languages: Mapping[str, Language],
    only: Iterable[str] | None = None,
) -> dict[str, Assessment]:
    """Return the assessment of every indicator (or `only` of some), in order, as of a day.

    Rates what is published about everyone (`Series.overall`) by the rules of the published method,
    against the baseline, target and trajectory in force on that day. Rows of periods that end after
    `as_of` do not count. `languages` are those of the sentences.
    """
    day = _Day(project, series, Calendar(as_of, project.plan.school_year_starts), languages)
    with localcontext(EXACT):
        wanted = project.indicators if only is None else only
        return {indicator: day.assessment(indicator) for indicator in wanted}


@dataclass(frozen=True, slots=True)
class _Day:
    """What is known on a day, and the assessments made so far."""

    project: Project
    series: Mapping[str, Series]
    calendar: Calendar
    languages: Mapping[str, Language]
    found: dict[str, Assessment] = field(default_factory=dict)

    def assessment(self, indicator: str, above: tuple[str, ...] = ()) -> Assessment:
        """Assess an indicator after its parts; a part that is `above` itself has no rating."""
        if indicator in self.found:
            return self.found[indicator]
        if indicator in above or indicator not in self.project.indicators:
            return Assessment(indicator=indicator, state=State.INCOMPLETE, rule=10)
        case = self.case(indicator, above)
        record = self.project.indicators[indicator]
        made = account(case, verdict(case), self.languages)
        self.found[indicator] = replace(
            made,
            trajectory=case.path.points(row.period for row in case.rows) if case.path else (),
            history=past_ratings(record, case, self.calendar),
            changes=changes(case.aim, case.rows),
        )
        return self.found[indicator]

    def case(self, indicator: str, above: tuple[str, ...]) -> Case:
        """Return what the rules look at."""
        record = self.project.indicators[indicator]
        rows = self.series[indicator].overall if indicator in self.series else ()
        aim = aim_of(in_force(record, self.calendar.as_of))
        case = open_case(aim, rows, self.calendar)
        if record.target.type is not TargetType.COMPOUND:
            return case
        parts = tuple(self.assessment(part, (*above, indicator)) for part in record.target.all_of)
        titles = {
            part: self.project.indicators[part].title
            for part in record.target.all_of
            if part in self.project.indicators
        }
        return case._replace(parts=parts, titles=titles)
