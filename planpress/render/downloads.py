"""The numbers of an indicator to take away: as CSV for spreadsheets, as JSON for programs."""

import csv
import io
import json
import re
from typing import Any

from planpress.model.indicator import IndicatorRecord
from planpress.model.series import Observation, Series
from planpress.model.site import Site
from planpress.render.facts import Json, known, origins, quality, texts, upcoming

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


def rows_file(site: Site, indicator: IndicatorRecord, series: Series) -> bytes:
    """Return an indicator's published rows as JSON, with what a reader needs to use them.

    Numbers are strings, exact as decimals. `api/rows.schema.json` describes the file.
    """
    plan = site.project.plan
    about = {
        "schema": 1,
        "as_of": site.as_of.isoformat(),
        "indicator": indicator.id,
        "title": texts(site, indicator.title),
        "definition": texts(site, indicator.definition),
        "unit": indicator.unit.value,
        "decimals": indicator.decimals,
        "dimensions": list(series.dimensions),
        "provenance": indicator.provenance.value,
        **known(
            license=known(name=plan.license.name, url=plan.license.url) if plan.license else None,
            next=upcoming(site, indicator),
        ),
        "sources": origins(site, indicator),
        "quality": quality(site, indicator),
    }
    head = json.dumps(about, ensure_ascii=False, indent=1).removesuffix("\n}")
    lines = ",\n  ".join(json.dumps(_row(row), ensure_ascii=False) for row in series.observations)
    return f'{head},\n "rows": [\n  {lines}\n ]\n}}\n'.encode()


def _row(row: Observation) -> Json:
    about: Json = {"period": str(row.period), "codes": dict(row.codes)}
    if row.hidden:
        return about | {"status": row.status.value}
    return about | known(
        value=str(row.value) if row.value is not None else None,
        n=str(row.n) if row.n is not None else None,
        status=row.status.value or None,
        note=row.note or None,
    )


def as_json(thing: Any) -> bytes:
    """Return JSON that a person can read too, the keys in the order in which they were given."""
    return (json.dumps(thing, ensure_ascii=False, indent=1) + "\n").encode()


def _harmless(cell: str) -> str:
    line = re.sub(r"[\r\n]+", " ", cell)
    runs = line.startswith("\t") or line.lstrip().startswith(_FORMULA)
    return f"'{line}" if runs and not _NUMBER.fullmatch(line) else line
