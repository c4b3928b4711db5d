"""What the CSV files hold, for programs: a Frictionless Data Package, version 2.

The terms are those of https://datapackage.org/standard/. A bound such as `>=98` is data, not a
missing value: a column with one is text of a known pattern. An empty dimension is no missing value
either, it means everyone, so the key of a row has no gaps.
"""

import re
from typing import Any

from planpress.model.indicator import IndicatorRecord, Unit
from planpress.model.language import Language
from planpress.model.period import Form
from planpress.model.series import Column, Series, Status
from planpress.model.site import Site
from planpress.model.words import Words
from planpress.render.downloads import as_json, columns
from planpress.render.facts import Json, known

_BOUNDED = r"(>=|<=)?[+-]?[0-9]+(\.[0-9]+)?"
_PERIODS: dict[Form, Json] = {
    Form.SCHOOL_YEAR: {"type": "string", "constraints": {"pattern": "[0-9]{4}-[0-9]{2}"}},
    Form.YEAR: {"type": "year"},
    Form.QUARTER: {"type": "string", "constraints": {"pattern": "[0-9]{4}-Q[1-4]"}},
    Form.MONTH: {"type": "yearmonth"},
    Form.DAY: {"type": "date"},
}


def data_package(site: Site) -> bytes:
    """Return the description of all CSV files; everything in it is as of the day of the site."""
    plan, home = site.project.plan, site.base_url.rstrip("/")
    package: Json = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": _package_name(plan.title, site),
        "title": _first(plan.title, site),
        **_described(_first(plan.tagline, site)),
        "homepage": f"{home}/data/",
        "version": f"{site.as_of.year}.{site.as_of.month}.{site.as_of.day}",
        "created": f"{site.as_of.isoformat()}T00:00:00Z",
        **known(licenses=[_license(site)] if plan.license else None),
        "contributors": [
            {
                "title": _first(plan.organisation, site),
                "path": f"{home}/",
                "roles": ["publisher"],
            }
        ],
        "resources": [
            _resource(site, indicator, series)
            for indicator in site.project.indicators.values()
            if (series := site.series.get(indicator.id)) and series.outline.rows
        ],
    }
    return as_json(package)


def _license(site: Site) -> Json:
    """Return the license; a name such as `CC BY 4.0` is an Open Definition id with hyphens."""
    found = site.project.plan.license
    assert found
    name = re.sub(r"[^A-Za-z0-9._]+", "-", found.name).strip("-")
    return known(name=name or None, title=found.name, path=found.url)


def _resource(site: Site, indicator: IndicatorRecord, series: Series) -> Json:
    return {
        "name": indicator.id,
        "type": "table",
        "path": f"{indicator.id}.csv",
        "title": _first(indicator.title, site),
        "description": _notes(site, indicator),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "sources": [
            {"title": origin.name} | ({"path": origin.url} if origin.url else {})
            for origin in indicator.sources
        ],
        "schema": {
            "fields": [_field(site, indicator, series, name) for name in columns(series)],
            "missingValues": [""],
            "primaryKey": ["period", *series.dimensions],
        },
    }


def _notes(site: Site, indicator: IndicatorRecord) -> str:
    """Return what is counted, and what is recorded of how good the numbers are."""
    language = site.languages[site.project.languages[0]]
    notes = (
        (None, indicator.definition),
        (language.say("Verification: who checks the numbers"), indicator.verification),
        (language.say("Accuracy: how exact the numbers are"), indicator.accuracy),
        (language.say("Limitations: what the numbers cannot say"), indicator.limits),
        (language.say("Compensation: what we do about the limits"), indicator.compensation),
    )
    return "\n\n".join(
        f"{title}\n\n{_first(words, site)}" if title else _first(words, site)
        for title, words in notes
        if words
    )


def _field(site: Site, indicator: IndicatorRecord, series: Series, name: str) -> Json:
    language = site.languages[site.project.languages[0]]
    if name == "period":
        form = series.outline.periods[0].form
        return {"name": name, **_PERIODS[form]}
    if name == "value":
        values, whole = series.outline.values, indicator.unit.adds_up
        return {"name": name, **_number(values, _limits(indicator), language, counted=whole)}
    if name == "n":
        people = series.outline.people
        found = _number(people, {"minimum": 0}, language, counted=True)
        return {"name": name, **found, "description": language.say("How many people.")}
    if name == "status":
        return _status(language)
    if name in series.dimensions:
        return _dimension(site, series, name)
    return {"name": name, "type": "string"}


def _limits(indicator: IndicatorRecord) -> Json:
    if indicator.unit is Unit.PERCENT:
        return {"minimum": 0, "maximum": 100}
    return {"minimum": 0} if indicator.unit.adds_up else {}


def _number(column: Column, limits: Json, language: Language, *, counted: bool) -> Json:
    """Return the type of a column of numbers; text where one of them is a bound.

    What is `counted` is whole, as far as its published cells are.
    """
    if column.bounded:
        return {
            "type": "string",
            "description": language.say("A decimal number, or a bound on one: >=98, <=10."),
            "constraints": {"pattern": _BOUNDED},
        }
    kind = {"type": "integer" if counted and column.whole else "number"}
    return kind | ({"constraints": limits} if limits else {})


def _status(language: Language) -> Json:
    meanings = {
        Status.SUPPRESSED: language.say("Not shown to protect privacy"),
        Status.NOT_ADMINISTERED: language.say("Not measured in this period"),
        Status.NOT_COMPARABLE: language.say("Not comparable with the other results"),
        Status.PRELIMINARY: language.say("Preliminary"),
    }
    return {
        "name": "status",
        "type": "string",
        "categories": [{"value": s.value, "label": label} for s, label in meanings.items()],
        "constraints": {"enum": [status.value for status in meanings]},
    }


def _dimension(site: Site, series: Series, name: str) -> Json:
    """Return a dimension's column: the codes that occur, with their labels; empty is everyone."""
    project, language = site.project, site.languages[site.project.languages[0]]
    used = series.outline.codes[name]
    labels = {code: _first(project.code_label(name, code), site) or code for code in used if code}
    declared = project.dimensions.dimensions if project.dimensions else ()
    titles = [_first(one.label, site) for one in declared if one.id == name]
    return {
        "name": name,
        **known(title=titles[0] if titles else None),
        "type": "string",
        "description": language.say("Empty means everyone."),
        "missingValues": [],
        "categories": [
            {"value": code, "label": labels.get(code) or language.say("Everyone")} for code in used
        ],
        "constraints": {"enum": list(used)},
    }


def _described(text: str) -> dict[str, Any]:
    return {"description": text} if text else {}


def _first(words: Words, site: Site) -> str:
    return words.said(site.project.languages[0]).text


def _package_name(title: Words, site: Site) -> str:
    name = re.sub(r"[^a-z0-9]+", "-", _first(title, site).lower()).strip("-")
    return name or "plan"
