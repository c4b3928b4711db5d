"""One indicator for machines, with the whole working: `api/indicators/<id>.json`."""

from datetime import date
from decimal import Decimal

from planpress.model.calendar import Calendar
from planpress.model.indicator import Benchmark, IndicatorRecord
from planpress.model.interval import interval_of
from planpress.model.milestone import Milestone
from planpress.model.period import Period
from planpress.model.series import Observation
from planpress.model.site import Site
from planpress.model.stocktake import Action, StocktakeRecord
from planpress.model.target import Revision, Shape
from planpress.render.api import entry
from planpress.render.api_groups import group
from planpress.render.downloads import as_json
from planpress.render.facts import Json, known, number, origins, point, spoken, texts
from planpress.render.judged import Judgement, judged_for


def indicator_file(site: Site, indicator: IndicatorRecord) -> bytes:
    """Return the plan's entry for an indicator, its working, and every published row.

    Nothing is said that was not known on the day of the site.
    """
    project, series = site.project, site.series.get(indicator.id)
    rows = series.observations if series else ()
    groups = site.groups.get(indicator.id, ())
    judged = judged_for(site, indicator.id)
    actions = project.courses_of_action(indicator.id, site.as_of)
    return as_json(
        {
            "schema": 1,
            "as_of": site.as_of.isoformat(),
            **entry(site, indicator),
            "priority": indicator.priority,
            "goal": indicator.goal,
            "tactics": [tactic.id for tactic in project.tactics_of(indicator.id)],
            "decimals": indicator.decimals,
            "target_type": indicator.target.type.value,
            "target_statement": texts(site, indicator.target_statement),
            "definition": texts(site, indicator.definition),
            "provenance": indicator.provenance.value,
            "sources": origins(site, indicator),
            **_method(site, indicator),
            "judged": [_judged(one) for one in judged],
            "courses_of_action": [_course(site, one) for one in actions],
            "benchmarks": [_benchmark(mark) for mark in _over(site, indicator.benchmarks)],
            "groups": [group(site, indicator, standing) for standing in groups],
            "series": [_row(row, indicator) for row in rows],
        }
    )


def _method(site: Site, indicator: IndicatorRecord) -> Json:
    found = site.assessments[indicator.id]
    return {
        "sentence": spoken(site, found.sentences),
        **known(
            tolerance=number(found.tolerance),
            awaited=str(found.awaited) if found.awaited else None,
            due=found.due.isoformat() if found.due else None,
        ),
        **known(shape=Shape.STEP.value if indicator.shape is Shape.STEP else None),
        "trajectory": [point(one) for one in found.trajectory],
        "parts": list(found.parts),
        "milestones": [_milestone(site, step) for step in indicator.milestones],
        "breaks": [
            {"before": str(cut.before), "reason": texts(site, cut.reason)}
            for cut in indicator.breaks
        ],
        "revisions": [
            _revision(site, revision)
            for revision in indicator.revisions
            if revision.date <= site.as_of
        ],
        "changes": [
            {
                "since": str(change.since),
                "change": number(change.change),
                "by_chance": change.by_chance,
            }
            for change in found.changes
        ],
    }


def _revision(site: Site, revision: Revision) -> Json:
    return {
        "date": revision.date.isoformat(),
        "field": revision.field.value,
        **known(
            **{
                "period": _written(revision.period),
                "from": _written(revision.before),
                "to": _written(revision.after),
            }
        ),
        "reason": texts(site, revision.reason),
    }


def _written(fact: Period | Decimal | None) -> str | None:
    return str(fact) if isinstance(fact, Period) else number(fact)


def _milestone(site: Site, step: Milestone) -> Json:
    return {
        "id": step.id,
        "title": texts(site, step.title),
        "due": step.due.isoformat(),
        **known(done=_day(step.done, site), dropped=_day(step.dropped, site)),
    }


def _judged(one: Judgement) -> Json:
    computed = one.computed
    return {
        "stocktake": one.stocktake.id,
        "date": one.stocktake.date.isoformat(),
        "rating": one.rating.value,
        **known(
            computed={
                "state": computed.state.value,
                "rating": computed.rating.value if computed.rating else None,
            }
            if computed
            else None
        ),
    }


def _course(site: Site, stocktake: StocktakeRecord) -> Json:
    return {
        "stocktake": stocktake.id,
        "tactic": stocktake.tactic,
        "date": stocktake.date.isoformat(),
        "text": texts(site, stocktake.course_of_action),
        "actions": [_action(site, action) for action in stocktake.actions],
    }


def _action(site: Site, action: Action) -> Json:
    return {
        "id": action.id,
        "title": texts(site, action.title),
        **known(
            owner=texts(site, action.owner) or None,
            due=action.due.isoformat() if action.due else None,
            done=_day(action.done, site),
        ),
    }


def _over(site: Site, marks: tuple[Benchmark, ...]) -> list[Benchmark]:
    calendar = Calendar(site.as_of, site.project.plan.school_year_starts)
    return [mark for mark in marks if calendar.over(mark.period)]


def _benchmark(mark: Benchmark) -> Json:
    return {
        "name": mark.name,
        "period": str(mark.period),
        "value": number(mark.value),
        "source": mark.source,
    }


def _row(row: Observation, indicator: IndicatorRecord) -> Json:
    codes = {"period": str(row.period), "codes": dict(row.codes)}
    if row.hidden:
        return codes | {"status": row.status.value}
    interval = interval_of(row, indicator.unit)
    return codes | known(
        value=str(row.value) if row.value is not None else None,
        n=str(row.n) if row.n is not None else None,
        interval={"low": number(interval.low), "high": number(interval.high)} if interval else None,
        status=row.status.value or None,
        note=row.note or None,
    )


def _day(day: date | None, site: Site) -> str | None:
    """Return a day on which something was done, once it has come."""
    return day.isoformat() if day and day <= site.as_of else None
