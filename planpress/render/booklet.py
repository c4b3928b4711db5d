"""The whole plan as a booklet."""

from planpress.model.awaited import NextResult, Timing, next_result
from planpress.model.concern import Concern
from planpress.model.dataclass import dataclass
from planpress.model.indicator import IndicatorRecord
from planpress.model.initiative import InitiativeRecord
from planpress.model.priority import PriorityRecord
from planpress.model.site import Site
from planpress.model.tactic import TacticRecord
from planpress.model.words import Words
from planpress.render.audiences import told_to
from planpress.render.leaf import Leaf
from planpress.render.standing import Standing, by_concern, measures, standing
from planpress.render.stocktakes import reviews_to_come


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A priority with its measures, how they stand, and the work for it."""

    priority: PriorityRecord
    measures: tuple[IndicatorRecord, ...]
    background: tuple[IndicatorRecord, ...]
    standing: Standing
    tactics: tuple[TacticRecord, ...]
    initiatives: tuple[InitiativeRecord, ...]
    audiences: tuple[tuple[str, Words], ...]


def booklet(site: Site) -> Leaf:
    """Return the booklet, before it is printed."""
    plan, project = site.project.plan, site.project
    of_the_plan = measures(site)
    vision = project.pages["vision"].summary if "vision" in project.pages else Words()
    return Leaf(
        template="print/booklet.html",
        path="plan.pdf",
        title=plan.title,
        made_from=plan.source.path,
        listed=False,
        context={
            "one_page": False,
            "vision": vision,
            "rows": tuple(_chapter(site, p) for p in project.priorities.values()),
            "standing": standing(site, of_the_plan),
            "off_track": tuple(
                measure
                for kind, found in by_concern(site, of_the_plan)
                for measure in found
                if kind is Concern.OFF_TRACK
            ),
            "coming": reviews_to_come(site),
            "awaited": _awaited(site),
        },
    )


def _chapter(site: Site, priority: PriorityRecord) -> Chapter:
    project = site.project
    own = project.measures_of(priority.id)
    return Chapter(
        priority=priority,
        measures=own,
        background=project.background_of(priority.id),
        standing=standing(site, own),
        tactics=tuple(t for t in project.tactics.values() if t.priority == priority.id),
        initiatives=tuple(i for i in project.initiatives.values() if priority.id in i.priorities),
        audiences=told_to(priority.audiences),
    )


def _awaited(site: Site) -> tuple[tuple[IndicatorRecord, NextResult], ...]:
    """Return the measures with a result still to come, the soonest first."""
    found = ((measure, next_result(site, measure)) for measure in measures(site))
    late = Timing.LATE
    coming = [(one, then) for one, then in found if then and then.timing(site.as_of) is not late]
    return tuple(sorted(coming, key=lambda pair: (pair[1].expected, pair[0].id)))
