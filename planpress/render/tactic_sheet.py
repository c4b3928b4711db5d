"""A tactic on one sheet of paper, for a meeting of the Board."""

from collections.abc import Iterable

from planpress.model.milestone import Milestone, Reached
from planpress.model.site import Site
from planpress.model.tactic import TacticRecord
from planpress.render.leaf import Leaf
from planpress.render.standing import standing
from planpress.render.stocktakes import Stage, sitting
from planpress.render.tactics import course_of, measures_of

MOST = 6
"""So many measures, milestones and steps have room; how many more there are is said."""


def tactic_sheet(site: Site, tactic: TacticRecord) -> Leaf:
    """Return the sheet of a tactic, before it is printed."""
    project = site.project
    measures = measures_of(site, tactic)
    sittings = sorted(
        (sitting(site, one) for one in project.stocktakes.values() if one.tactic == tactic.id),
        key=lambda one: (one.stocktake.date, one.stocktake.id),
    )
    steps = _by_need(site, tactic.milestones)
    course = course_of(site, tactic)
    actions = sorted(course.actions, key=lambda a: not a.late(site.as_of)) if course else []
    return Leaf(
        template="print/tactic.html",
        path=f"tactics/{tactic.id}/tactic.pdf",
        title=tactic.title,
        made_from=tactic.source.path,
        listed=False,
        context={
            "one_page": True,
            "tactic": tactic,
            "priority": project.priorities[tactic.priority],
            "standing": standing(site, measures),
            "measures": measures[:MOST],
            "more_measures": len(measures[MOST:]),
            "milestones": sorted(steps[:MOST], key=lambda step: step.due),
            "more_milestones": len(steps[MOST:]),
            "last": next((one for one in reversed(sittings) if one.stage is Stage.HELD), None),
            "next": next((one for one in sittings if one.stage is Stage.COMING), None),
            "course": course,
            "actions": actions[:MOST],
            "more_actions": len(actions[MOST:]),
        },
    )


def _by_need(site: Site, milestones: Iterable[Milestone]) -> list[Milestone]:
    """Return milestones in the order in which a Board would ask for them: late, next, then done."""

    def need(step: Milestone) -> tuple[int, int]:
        reached = step.reached(site.as_of)
        day = step.due.toordinal()
        if reached is Reached.LATE:
            return 0, day
        return (1, day) if reached is Reached.DUE else (2, -day)

    return sorted(milestones, key=need)
