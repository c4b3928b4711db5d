"""The plan for machines: `api/plan.json`, and one file for each indicator.

Numbers are strings, exact as decimals. What is hidden is absent.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from planpress.model.assessment import Assessment, Expected, PastRating, Result
from planpress.model.indicator import IndicatorRecord
from planpress.model.series import Observation
from planpress.model.site import Site
from planpress.model.tally import Tally
from planpress.model.words import Words
from planpress.render.address import Address
from planpress.render.downloads import as_json

Json = dict[str, Any]


def plan_file(site: Site) -> bytes:
    """Return `api/plan.json`: plan, priorities and indicators with their ratings."""
    project = site.project
    return as_json(
        {
            "schema": 1,
            "as_of": site.as_of.isoformat(),
            "plan": {
                "title": _texts(site, project.plan.title),
                "start": project.plan.start.isoformat(),
                "end": project.plan.end.isoformat(),
            },
            "priorities": [
                {
                    "id": priority.id,
                    "title": _texts(site, priority.title),
                    "url": _url(site, f"priorities/{priority.id}/"),
                    "ratings": _ratings(site, priority.id),
                }
                for priority in project.priorities.values()
            ],
            "tactics": [],
            "indicators": [_entry(site, indicator) for indicator in project.indicators.values()],
        }
    )


def indicator_file(site: Site, indicator: IndicatorRecord) -> bytes:
    """Return `api/indicators/<id>.json`: the plan's entry, the working, and every published row."""
    assessment = site.assessments[indicator.id]
    series = site.series.get(indicator.id)
    return as_json(
        {
            "schema": 1,
            "as_of": site.as_of.isoformat(),
            **_entry(site, indicator),
            "priority": indicator.priority,
            "goal": indicator.goal,
            "decimals": indicator.decimals,
            "target_type": indicator.target.type.value,
            "target_statement": _texts(site, indicator.target_statement),
            "definition": _texts(site, indicator.definition),
            "provenance": indicator.provenance.value,
            "sources": [
                {"name": origin.name}
                | ({"url": origin.url} if origin.url else {})
                | ({"accessed": origin.accessed.isoformat()} if origin.accessed else {})
                for origin in indicator.sources
            ],
            "sentence": {
                code: assessment.sentences[code]
                for code in site.project.languages
                if code in assessment.sentences
            },
            "trajectory": [_point(point) for point in assessment.trajectory],
            "parts": list(assessment.parts),
            "series": [_row(row) for row in series.observations] if series else [],
        }
        | _known(
            tolerance=_number(assessment.tolerance),
            awaited=str(assessment.awaited) if assessment.awaited else None,
            due=assessment.due.isoformat() if assessment.due else None,
        )
    )


def _entry(site: Site, indicator: IndicatorRecord) -> Json:
    assessment = site.assessments[indicator.id]
    return {
        "id": indicator.id,
        "role": indicator.role.value,
        "title": _texts(site, indicator.title),
        "url": _url(site, f"indicators/{indicator.id}/"),
        "unit": indicator.unit.value,
        "direction": indicator.direction.value,
        "state": assessment.state.value,
        "rating": assessment.rating.value if assessment.rating else None,
        "met": assessment.met,
        "rule": assessment.rule,
        "baseline": _point(assessment.baseline),
        "target": _point(assessment.target),
        **_working(assessment),
        "history": [_past(past) for past in assessment.history],
    }


def _working(assessment: Assessment) -> Json:
    return _known(
        latest=_result(assessment.latest),
        expected=_number(assessment.expected),
        gap=_number(assessment.gap),
        plan=_number(assessment.plan),
        gain=_number(assessment.gain),
    )


def _known(**values: Any) -> Json:
    return {name: value for name, value in values.items() if value is not None}


def _past(past: PastRating) -> Json:
    return {
        "period": str(past.period),
        "value": str(past.value),
        "expected": _number(past.expected),
        "rating": past.rating.value if past.rating else None,
    }


def _row(row: Observation) -> Json:
    if row.hidden:
        return {"period": str(row.period), "codes": dict(row.codes), "status": row.status.value}
    return {
        "period": str(row.period),
        "codes": dict(row.codes),
        **_known(
            value=str(row.value) if row.value is not None else None,
            n=str(row.n) if row.n is not None else None,
            status=row.status.value or None,
            note=row.note or None,
        ),
    }


def _point(point: Expected | None) -> Json | None:
    return {"period": str(point.period), "value": _number(point.value)} if point else None


def _result(result: Result | None) -> Json | None:
    return {"period": str(result.period), "value": str(result.value)} if result else None


def _number(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def _ratings(site: Site, priority: str) -> Mapping[str, int]:
    measures = site.project.measures_of(priority)
    tally = Tally.of(site.assessments[measure.id] for measure in measures)
    return {rating.value: count for rating, count in tally.by_rating} | {"unrated": tally.unrated}


def _texts(site: Site, words: Words) -> Mapping[str, str]:
    return {code: words.texts[code] for code in site.project.languages if code in words.texts}


def _url(site: Site, path: str) -> Mapping[str, str]:
    first = site.project.languages[0]
    return {
        code: Address(path, code, default=code == first).root for code in site.project.languages
    }
