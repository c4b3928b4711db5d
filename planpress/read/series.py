"""CSV files to raw series: every fault of a file, with line and column."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import pandas as pd

from planpress.model.nearest import did_you_mean
from planpress.model.period import Form, Period
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.series import Codes, Status
from planpress.model.value import Value

OWN = ("period", "value", "n", "status", "note")
"""Columns that every file may have; all others are dimensions."""

EVERYONE = ("", "all")
"""Codes that mean that a row is not split by the dimension."""

T = TypeVar("T")


def read_series(indicator: str, path: str, text: str) -> tuple[RawSeries | None, list[Problem]]:
    """Return the rows of a tidy CSV file that can be read, and everything that is wrong.

    The series is None where the file as a whole is no table; a row with a wrong cell is left out.
    """
    rows, problems = _rows(path, text)
    if rows is None:
        return None, problems
    reader = _Reader(path, {name: at + 1 for at, name in enumerate(rows.header)})
    dimensions = tuple(name for name in rows.header if name not in OWN)
    form = _form(row["period"].strip() for row in rows.rows)
    observations = tuple(
        reader.observation(row, line, dimensions, form)
        for row, line in zip(rows.rows, rows.lines, strict=True)
        if any(cell.strip() for cell in row.values())
    )
    whole = tuple(o for o in observations if o is not None)
    place = Place(path, 1)
    series = RawSeries(indicator=indicator, dimensions=dimensions, observations=whole, place=place)
    return series, [*problems, *reader.problems]


@dataclass(frozen=True)
class _Rows:
    header: tuple[str, ...]
    rows: list[dict[str, str]]
    lines: list[int]


def _rows(path: str, text: str) -> tuple[_Rows | None, list[Problem]]:
    if not text.strip():
        hint = "Write the header period,value and one row for each result below it."
        return None, [error(Place(path, 1), "empty-file", "the file is empty", hint)]
    if not text.partition("\n")[0].strip():
        hint = "Remove the empty lines above the header."
        return None, [error(Place(path, 1), "csv", "the first line is empty", hint)]
    lines, ragged = _lines(path, text)
    if ragged:
        return None, ragged
    table = _cells(text)
    if len(table) != len(lines):
        message = "the rows cannot be told apart"
        hint = "Look for a quotation mark in the middle of a cell; write it twice, or remove it."
        return None, [error(Place(path), "csv", message, hint)]
    header = tuple(str(name).strip() for name in table[0])
    wrong = _header(path, header)
    if wrong:
        return None, wrong
    rows = [dict(zip(header, cells, strict=True)) for cells in table[1:]]
    return _Rows(header, rows, lines[1:]), []


def _cells(text: str) -> list[list[str]]:
    """Return the cells as they are written, row by row; nothing where they are no table."""
    try:
        frame = pd.read_csv(
            io.StringIO(text),
            dtype=str,
            keep_default_na=False,
            na_filter=False,
            skip_blank_lines=False,
            header=None,
            index_col=False,
        )
    except ValueError:  # what pandas raises for a bad table is one
        return []
    cells: list[list[str]] = frame.astype(str).to_numpy().tolist()
    return cells


def _lines(path: str, text: str) -> tuple[list[int], list[Problem]]:
    """Return the line on which each row begins, and the rows whose length is not the header's.

    pandas tells neither: it fills up short rows in silence and stops at the first long one.
    """
    lines: list[int] = []
    ragged: list[Problem] = []
    rows = csv.reader(io.StringIO(text), strict=True)
    width, begins = 0, 1
    try:
        for cells in rows:
            lines.append(begins)
            width = width or len(cells)
            if cells and len(cells) != width:
                message = f"the row has {len(cells)} cells, the header has {width}"
                hint = "Put a cell that has a comma into quotation marks; keep empty cells."
                ragged.append(error(Place(path, begins), "ragged-row", message, hint))
            begins = rows.line_num + 1
    except csv.Error:
        message = "a quotation mark is opened here and not closed as it should be"
        hint = "Close it at the end of the cell; write a quotation mark inside a cell twice."
        ragged.append(error(Place(path, begins), "csv", message, hint))
    return lines, ragged


def _header(path: str, header: tuple[str, ...]) -> list[Problem]:
    problems = []
    for at, name in enumerate(header):
        place = Place(path, 1, at + 1)
        if not name:
            hint = "Give the column a name, or remove it."
            problems.append(error(place, "blank-header", f"column {at + 1} has no name", hint))
        elif name in header[:at]:
            hint = "Keep one of the two columns."
            problems.append(error(place, "repeated-column", f"“{name}” stands twice", hint))
    for name in ("period", "value"):
        if name not in header:
            message = f"the column “{name}” is missing"
            hint = did_you_mean(name, [h for h in header if h not in OWN])
            problems.append(error(Place(path, 1), "missing-column", message, hint))
    return problems


def _form(periods: Iterable[str]) -> Form | None:
    """Return MONTH where a period can only be one, so that 2011-12 is read as December."""
    for text in periods:
        try:
            if Period.parse(text).form is Form.MONTH:
                return Form.MONTH
        except ValueError:
            continue
    return None


class _Reader:
    """Reads cells and notes what is wrong with them; columns count from 1."""

    def __init__(self, path: str, columns: Mapping[str, int]) -> None:
        self.path = path
        self.columns = columns
        self.problems: list[Problem] = []

    def observation(
        self, row: dict[str, str], line: int, dimensions: tuple[str, ...], form: Form | None
    ) -> RawObservation | None:
        before = len(self.problems)
        period = self._cell(row, "period", line, lambda text: Period.parse(text, form))
        value = self._cell(row, "value", line, Value.parse) if row["value"].strip() else None
        counted = row.get("n", "").strip()
        n = self._cell(row, "n", line, _count) if counted else None
        status = self._cell(row, "status", line, _status) if row.get("status") else Status.PLAIN
        if not row["value"].strip() and status in (Status.PLAIN, Status.PRELIMINARY):
            hint = "Write the value, or say in the column status why there is none."
            self._report(line, "value", "empty-value", "the value is empty", hint)
        if len(self.problems) > before or period is None or status is None:
            return None
        return RawObservation(
            period=period,
            value=value,
            n=n,
            status=status,
            codes=_codes(row, dimensions),
            note=row.get("note", "").strip(),
            path=self.path,
            line=line,
        )

    def _cell(
        self, row: dict[str, str], column: str, line: int, parse: Callable[[str], T]
    ) -> T | None:
        try:
            return parse(row[column].strip())
        except ValueError as error:
            hint = _HINTS[column]
            self._report(line, column, f"wrong-{column}", str(error), hint)
            return None

    def _report(self, line: int, column: str, rule: str, message: str, hint: str) -> None:
        place = Place(self.path, line, self.columns[column])
        self.problems.append(error(place, rule, message, hint))


_HINTS = {
    "period": "Write a school year as 2023-24, a year as 2024, a quarter as 2024-Q3.",
    "value": "Write only the number, with a point for decimals; say more in the column note.",
    "n": "Write how many people it is about, such as 217, or a bound such as <=50.",
    "status": f"Leave it empty or write one of {', '.join(s for s in Status if s)}.",
}


def _count(text: str) -> Value:
    value = Value.parse(text)
    if value.number < 0 or value.number != value.number.to_integral_value():
        raise ValueError(f"“{text}” is not a number of people")
    return value


def _status(text: str) -> Status:
    try:
        return Status(text)
    except ValueError:
        near = did_you_mean(text, [s.value for s in Status if s])
        raise ValueError(f"“{text}” is not a status. {near}") from None


def _codes(row: dict[str, str], dimensions: tuple[str, ...]) -> Codes:
    written = ((name, row[name].strip()) for name in sorted(dimensions))
    return tuple((name, code) for name, code in written if code not in EVERYONE)
