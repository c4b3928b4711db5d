"""The plan for machines: `api/plan.json`, and what it says of each indicator.

Numbers are strings, exact as decimals. What is hidden is absent. The schema beside it says more.
"""

from collections.abc import Mapping

from planpress.model.assessment import Assessment, PastRating
from planpress.model.indicator import IndicatorRecord
from planpress.model.site import Site
from planpress.model.tactic import Lead, TacticRecord
from planpress.model.tally import Tally
from planpress.render.downloads import as_json
from planpress.render.facts import Json, known, number, point, result, texts, url


def plan_file(site: Site) -> bytes:
    """Return `api/plan.json`: plan, priorities, tactics, and indicators with their ratings."""
    project = site.project
    return as_json(
        {
            "schema": 1,
            "as_of": site.as_of.isoformat(),
            "plan": {
                "title": texts(site, project.plan.title),
                "start": project.plan.start.isoformat(),
                "end": project.plan.end.isoformat(),
            },
            "priorities": [
                {
                    "id": priority.id,
                    "title": texts(site, priority.title),
                    "url": url(site, f"priorities/{priority.id}/"),
                    "ratings": _ratings(site, priority.id),
                }
                for priority in project.priorities.values()
            ],
            "tactics": [_tactic(site, tactic) for tactic in project.tactics.values()],
            "indicators": [entry(site, indicator) for indicator in project.indicators.values()],
        }
    )


def entry(site: Site, indicator: IndicatorRecord) -> Json:
    """Return what `api/plan.json` says of an indicator."""
    assessment = site.assessments[indicator.id]
    return {
        "id": indicator.id,
        "role": indicator.role.value,
        "title": texts(site, indicator.title),
        "url": url(site, f"indicators/{indicator.id}/"),
        "unit": indicator.unit.value,
        "direction": indicator.direction.value,
        "state": assessment.state.value,
        "rating": assessment.rating.value if assessment.rating else None,
        "met": assessment.met,
        "rule": assessment.rule,
        "baseline": point(assessment.baseline),
        "target": point(assessment.target),
        **_working(assessment),
        "history": [_past(past) for past in assessment.history],
    }


def _tactic(site: Site, tactic: TacticRecord) -> Json:
    return {
        "id": tactic.id,
        "priority": tactic.priority,
        "title": texts(site, tactic.title),
        "url": url(site, f"tactics/{tactic.id}/"),
        "lead": _lead(site, tactic.lead),
    }


def _lead(site: Site, lead: Lead | None) -> str:
    if lead is None:
        return ""
    role = lead.role.said(site.project.languages[0]).text
    return f"{lead.name}, {role}" if lead.name else role


def _working(assessment: Assessment) -> Json:
    return known(
        latest=result(assessment.latest),
        expected=number(assessment.expected),
        gap=number(assessment.gap),
        plan=number(assessment.plan),
        gain=number(assessment.gain),
    )


def _past(past: PastRating) -> Json:
    return {
        "period": str(past.period),
        "value": str(past.value),
        "expected": number(past.expected),
        "rating": past.rating.value if past.rating else None,
    }


def _ratings(site: Site, priority: str) -> Mapping[str, int]:
    measures = site.project.measures_of(priority)
    tally = Tally.of(site.assessments[measure.id] for measure in measures)
    return {rating.value: count for rating, count in tally.by_rating} | {"unrated": tally.unrated}
