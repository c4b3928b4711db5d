"""What a plan has not yet published, so that nobody can check it."""

from collections.abc import Callable, Iterable

from planpress.model.dataclass import dataclass
from planpress.model.indicator import IndicatorRecord
from planpress.model.initiative import Progress
from planpress.model.site import Site
from planpress.model.tactic import TacticRecord
from planpress.model.target import TargetType
from planpress.render.leaf import Turn, say_in_all
from planpress.render.standing import measures
from planpress.render.stocktakes import Stage, sitting


@dataclass(frozen=True, slots=True)
class Gap:
    """A kind of thing that is missing, where it is missing, and of how many it could be missing.

    `kind` is one of priority_measures, goal_measures, baseline, target, data, data_quality,
    license, tactic_lead, tactic_goals, tactic_theory, chain_owner, stocktake_record, work_status.
    """

    kind: str
    missing: tuple[Turn, ...]
    of: int


def gaps(site: Site) -> tuple[Gap, ...]:
    """Return what is missing, kind by kind; a kind of which the plan has nothing is left out."""
    found = (find(site) for find in _KINDS)
    return tuple(gap for gap in found if gap.of)


def _priority_measures(site: Site) -> Gap:
    priorities = site.project.priorities.values()
    return Gap(
        "priority_measures",
        tuple(
            Turn(p.title, f"priorities/{p.id}/")
            for p in priorities
            if not site.project.measures_of(p.id)
        ),
        len(priorities),
    )


def _goal_measures(site: Site) -> Gap:
    goals = [(p, goal) for p in site.project.priorities.values() for goal in p.goals]
    measured = {(i.priority, i.goal) for i in measures(site)}
    return Gap(
        "goal_measures",
        tuple(
            Turn(goal.title, f"priorities/{p.id}/#goal-{goal.id}")
            for p, goal in goals
            if (p.id, goal.id) not in measured
        ),
        len(goals),
    )


def _measures(
    kind: str,
    among: Iterable[IndicatorRecord],
    lacks: Callable[[IndicatorRecord], bool],
) -> Gap:
    found = [i for i in among if not i.background]
    return Gap(
        kind, tuple(Turn(i.title, f"indicators/{i.id}/") for i in found if lacks(i)), len(found)
    )


def _numeric(site: Site) -> tuple[IndicatorRecord, ...]:
    apart = (TargetType.PROCESS, TargetType.COMPOUND)
    return tuple(i for i in site.project.indicators.values() if i.target.type not in apart)


def _baseline(site: Site) -> Gap:
    return _measures("baseline", _numeric(site), lambda i: i.baseline is None)


def _target(site: Site) -> Gap:
    return _measures(
        "target",
        site.project.indicators.values(),
        lambda i: i.target.type is TargetType.NONE,
    )


def _data(site: Site) -> Gap:
    return _measures(
        "data",
        _numeric(site),
        lambda i: i.id not in site.series or not site.series[i.id].outline.rows,
    )


def _data_quality(site: Site) -> Gap:
    published = [
        i for i in _numeric(site) if i.id in site.series and site.series[i.id].outline.rows
    ]
    return _measures(
        "data_quality",
        published,
        lambda i: not (i.verification or i.accuracy or i.limits or i.compensation),
    )


def _license(site: Site) -> Gap:
    series = (site.series.get(indicator) for indicator in site.project.indicators)
    published = any(found.outline.rows for found in series if found)
    title = say_in_all(site, "License of the numbers")
    lacking = published and site.project.plan.license is None
    return Gap("license", (Turn(title, "data/#license"),) if lacking else (), int(published))


def _tactics(site: Site, kind: str, lacks: Callable[[TacticRecord], bool]) -> Gap:
    found = site.project.tactics.values()
    return Gap(
        kind, tuple(Turn(t.title, f"tactics/{t.id}/") for t in found if lacks(t)), len(found)
    )


def _tactic_lead(site: Site) -> Gap:
    return _tactics(site, "tactic_lead", lambda tactic: tactic.lead is None)


def _tactic_goals(site: Site) -> Gap:
    return _tactics(site, "tactic_goals", lambda tactic: not tactic.smart_goals)


def _tactic_theory(site: Site) -> Gap:
    return _tactics(site, "tactic_theory", lambda tactic: tactic.theory_of_action is None)


def _chain_owner(site: Site) -> Gap:
    links = [(t, link) for t in site.project.tactics.values() for link in t.delivery_chain]
    return Gap(
        "chain_owner",
        tuple(Turn(link.title, f"tactics/{t.id}/#chain") for t, link in links if not link.owner),
        len(links),
    )


def _stocktake_record(site: Site) -> Gap:
    found = [sitting(site, stocktake) for stocktake in site.project.stocktakes.values()]
    past = [one for one in found if one.overdue(site.as_of) or one.stage is Stage.HELD]
    return Gap(
        "stocktake_record",
        tuple(
            Turn(one.title, f"stocktakes/{one.stocktake.id}/")
            for one in past
            if one.overdue(site.as_of)
        ),
        len(past),
    )


def _work_status(site: Site) -> Gap:
    items = [
        (initiative, item)
        for initiative in site.project.initiatives.values()
        for workstream in initiative.workstreams
        for item in workstream.items
    ]
    return Gap(
        "work_status",
        tuple(
            Turn(item.title, f"initiatives/{initiative.id}/")
            for initiative, item in items
            if item.status is Progress.NOT_PUBLISHED
        ),
        len(items),
    )


_KINDS = (
    _priority_measures,
    _goal_measures,
    _target,
    _baseline,
    _data,
    _data_quality,
    _license,
    _tactic_lead,
    _tactic_goals,
    _tactic_theory,
    _chain_owner,
    _stocktake_record,
    _work_status,
)
