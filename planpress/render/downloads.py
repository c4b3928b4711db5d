"""The numbers to take away: a CSV file per indicator, and a description of them all."""

import csv
import io
import json
import re
from typing import Any

from planpress.model.indicator import IndicatorRecord
from planpress.model.series import Observation, Series
from planpress.model.site import Site
from planpress.model.words import Words

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_FORMULA = ("=", "+", "-", "@")


def columns(series: Series) -> tuple[str, ...]:
    """Return the header of an indicator's CSV file."""
    return ("period", "value", "n", "status", *series.dimensions, "note")


def table_file(series: Series) -> bytes:
    """Return published rows as CSV: UTF-8 with a mark for spreadsheets, LF, exact decimals.

    A hidden row says `suppressed` and nothing else about its number. A text that a spreadsheet
    would take for a formula begins with an apostrophe (OWASP, CSV injection); a row is one line.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(columns(series))
    for row in series.observations:
        writer.writerow([_harmless(cell) for cell in cells(row, series.dimensions)])
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def cells(row: Observation, dimensions: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cells of a published row, in the order of `columns`."""
    codes = dict(row.codes)
    shown = "" if row.hidden or row.value is None else str(row.value)
    n = "" if row.hidden or row.n is None else str(row.n)
    note = "" if row.hidden else row.note
    return (
        str(row.period),
        shown,
        n,
        row.status.value,
        *(codes.get(dimension, "") for dimension in dimensions),
        note,
    )


def data_package(site: Site) -> bytes:
    """Return the description of all CSV files as a Frictionless Data Package."""
    plan = site.project.plan
    package = {
        "profile": "tabular-data-package",
        "name": _package_name(plan.title, site),
        "title": _first(plan.title, site),
        "homepage": site.base_url.rstrip("/") + "/data/",
        "resources": [
            _resource(site, indicator, series)
            for indicator in site.project.indicators.values()
            if (series := site.series.get(indicator.id)) and series.observations
        ],
    }
    return as_json(package)


def as_json(thing: Any) -> bytes:
    """Return JSON that a person can read too, the keys in the order in which they were given."""
    return (json.dumps(thing, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(site: Site, indicator: IndicatorRecord, series: Series) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": indicator.id,
        "path": f"{indicator.id}.csv",
        "title": _first(indicator.title, site),
        "description": _first(indicator.definition, site),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "sources": [
            {"title": origin.name} | ({"path": origin.url} if origin.url else {})
            for origin in indicator.sources
        ],
        "schema": {
            "fields": [_field(site, series, name) for name in columns(series)],
            "missingValues": [""],
            "primaryKey": ["period", *series.dimensions],
        },
    }


def _field(site: Site, series: Series, name: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "type": "string"}
    if name in {"value", "n"}:
        written = [cells(row, ())[1 if name == "value" else 2] for row in series.observations]
        if all(_NUMBER.fullmatch(cell) for cell in written if cell):
            field["type"] = "number"
        else:
            field["description"] = "A decimal number, or a bound: >=98, <=10."
    elif name == "status":
        field["description"] = (
            "Empty, suppressed (hidden to protect privacy), not_administered, not_comparable "
            "or preliminary."
        )
    elif name in series.dimensions:
        used = sorted({dict(row.codes).get(name, "") for row in series.observations} - {""})
        labels = [_first(site.project.code_label(name, code), site) or code for code in used]
        field["description"] = "; ".join(
            f"{code}: {label}" for code, label in zip(used, labels, strict=True)
        )
    return field


def _harmless(cell: str) -> str:
    line = re.sub(r"[\r\n]+", " ", cell)
    runs = line.startswith("\t") or line.lstrip().startswith(_FORMULA)
    return f"'{line}" if runs and not _NUMBER.fullmatch(line) else line


def _first(words: Words, site: Site) -> str:
    return words.said(site.project.languages[0]).text


def _package_name(title: Words, site: Site) -> str:
    name = re.sub(r"[^a-z0-9]+", "-", _first(title, site).lower()).strip("-")
    return name or "plan"
