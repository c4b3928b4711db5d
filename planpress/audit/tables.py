"""Claims of the CSV files."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from planpress.audit.claim import Cell, Claim, Kind
from planpress.model.document import Document
from planpress.model.period import Form, Period
from planpress.model.project import Project
from planpress.model.series import Codes, Status
from planpress.model.sums import ALL

_NUMBER = re.compile(r"\d")


def claims_of_table(document: Document, project: Project) -> Iterator[Claim]:
    """Yield what a CSV file says, row by row; nothing of a file that is not about an indicator.

    Whatever a hidden row says with digits besides its period and people is told about its cell.
    """
    name = PurePosixPath(document.path).stem
    reader = csv.reader(io.StringIO(document.content.decode("utf-8-sig", "replace")))
    header = [name.strip() for name in next(reader, [])]
    rows = [row for row in reader if row]
    if "period" not in header or not rows:
        return
    when = header.index("period")
    dimensions = _dimensions(project) & set(header)
    form = form_of(row[when] for row in rows if len(row) > when)
    periods = {text: period_of(text, form) for text in {row[when] for row in rows if row[when:]}}
    for row in rows:
        cells = dict(zip(header, row, strict=False))
        indicator, period = cells.get("indicator", name), periods.get(cells.get("period", ""))
        if period and indicator in project.indicators:
            codes = codes_of({one: cells.get(one, "") for one in dimensions})
            said = {key: text for key, text in cells.items() if key not in dimensions and text}
            yield from _claims(Cell(indicator, period, codes), said, document.path)


def _claims(cell: Cell, said: dict[str, str], path: str) -> Iterator[Claim]:
    if said.get("status", "").strip() == Status.SUPPRESSED.value:
        yield Claim(cell, Kind.HIDDEN, "", path)
    for column, written in said.items():
        if column in ("value", "n"):
            yield Claim(cell, Kind(column), written, path, column)
        elif column not in ("period", "status", "indicator") and _NUMBER.search(written):
            yield Claim(cell, Kind.TOLD, written, path, column)


def codes_of(written: dict[str, str]) -> Codes:
    """Return codes as they are written by dimension; those of everyone are left out."""
    return tuple(sorted((d, code) for d, code in written.items() if code and code != ALL))


def period_of(text: str, form: Form | None = None) -> Period | None:
    """Return a period as it is written; None for any other text."""
    try:
        return Period.parse(text.strip().replace("–", "-"), form)
    except ValueError:
        return None


def form_of(texts: Iterator[str]) -> Form | None:
    """Return the form of periods of which some could be months or school years."""
    found = {period.form for text in set(texts) if (period := period_of(text))}
    return Form.MONTH if Form.MONTH in found else None


def _dimensions(project: Project) -> set[str]:
    declared = project.dimensions.dimensions if project.dimensions else ()
    named = {name for record in project.indicators.values() for name in record.dimensions}
    return {dimension.id for dimension in declared} | named
