"""Tables of numbers to raw series: every fault of a file, with line and column."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress, repeat

from planpress.model.nearest import did_you_mean
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.series import Status
from planpress.model.value import Value
from planpress.read.cells import Wrong, codes, counts, notes, periods, statuses, values
from planpress.read.repeats import Fault, told
from planpress.read.table import Table, column_name, read_table

OWN = ("period", "value", "n", "status", "note")
"""Columns that every file may have; all others are dimensions."""

_OTHER_NAMES = {
    "period": ("year", "school year", "school_year", "schoolyear", "date", "term", "time"),
    "value": ("percent", "pct", "rate", "result", "score", "number", "count"),
}


def read_series(indicator: str, path: str, text: str) -> tuple[RawSeries | None, list[Problem]]:
    """Return the rows of a tidy CSV file that can be read, and everything that is wrong.

    The series is None where the file as a whole is no table; a row with a wrong cell is left out.
    """
    table, problems = read_table(path, text)
    return series_of(indicator, path, table) if table else (None, problems)


def series_of(indicator: str, path: str, table: Table) -> tuple[RawSeries | None, list[Problem]]:
    """Return the rows of a tidy table that can be read, and everything that is wrong.

    Each text of a column is read once, and rows share what equal cells mean.
    """
    wrong = _header(path, table)
    if wrong:
        return None, wrong
    cells = dict(zip(table.header, table.columns, strict=True))
    blank = [""] * len(table.lines)
    dimensions = tuple(name for name in table.header if name not in OWN)
    names = tuple(sorted(dimensions))
    period, value = periods(cells["period"]), values(cells["value"])
    n, status = counts(cells.get("n", blank)), statuses(cells.get("status", blank))
    valued = list(value.read(cells["value"]))
    stated = list(status.read(cells.get("status", blank)))
    faults = [
        *_wrong(table, "period", period.wrong),
        *_wrong(table, "value", value.wrong),
        *_wrong(table, "n", n.wrong),
        *_wrong(table, "status", status.wrong),
        *_empty(table, valued, stated, value.wrong),
    ]
    rows: Iterable[RawObservation] = map(
        RawObservation._make,
        zip(
            period.read(cells["period"]),
            valued,
            n.read(cells.get("n", blank)),
            stated,
            codes(names, [cells[name] for name in names]) if names else repeat(()),
            notes(cells["note"]) if "note" in cells else repeat(""),
            repeat(path),
            table.lines,
        ),
    )
    if faults:
        bad = {fault.line for fault in faults}
        rows = compress(rows, [line not in bad for line in table.lines])
    series = RawSeries(
        indicator=indicator,
        dimensions=dimensions,
        observations=tuple(rows),
        place=Place(path, table.header_line),
    )
    seen = (fault if not table.sheet else _in_cell(fault) for fault in faults)
    return series, sorted(told(path, seen), key=lambda problem: problem.place)


def _wrong(table: Table, name: str, wrong: Mapping[str, Wrong]) -> Iterator[Fault]:
    if not wrong:
        return
    at = table.header.index(name)
    for text, line in zip(table.columns[at], table.lines, strict=True):
        if text in wrong:
            kind, message, hint = wrong[text]
            yield Fault(line, at + 1, f"wrong-{name}", kind, message, hint)


def _empty(
    table: Table,
    valued: Sequence[Value | None],
    stated: Sequence[Status | None],
    wrong: Mapping[str, Wrong],
) -> Iterator[Fault]:
    """Name the rows without a value whose status does not say why."""
    at = table.header.index("value")
    hint = "Write the value, or say in the column status why there is none."
    unsaid = (Status.PLAIN, Status.PRELIMINARY)
    for row, value in enumerate(valued):
        if value is None and stated[row] in unsaid and table.columns[at][row] not in wrong:
            line = table.lines[row]
            yield Fault(line, at + 1, "empty-value", "", "the value is empty", hint)


def _in_cell(fault: Fault) -> Fault:
    cell = f"{column_name(fault.column)}{fault.line}"
    return fault._replace(message=f"{fault.message} (cell {cell})")


def _header(path: str, table: Table) -> list[Problem]:
    header, line = table.header, table.header_line
    problems = []
    for at, name in enumerate(header):
        place = Place(path, line, at + 1)
        if not name:
            hint = "Give the column a name, or remove it."
            problems.append(error(place, "blank-header", f"column {at + 1} has no name", hint))
        elif name in header[:at]:
            hint = "Keep one of the two columns."
            problems.append(error(place, "repeated-column", f"“{name}” stands twice", hint))
    for name in ("period", "value"):
        if name not in header:
            message = f"the column “{name}” is missing"
            hint = _instead(name, header)
            problems.append(error(Place(path, line), "missing-column", message, hint))
    return problems


def _instead(name: str, header: Sequence[str]) -> str:
    """Return what is likely meant to be a column that is missing."""
    for written in header:
        if written.lower() == name or written.lower() in _OTHER_NAMES[name]:
            return f"Write “{name}” instead of “{written}”, if that is what it holds."
    if any(periods([written]).meant[written] for written in header):
        return "The first line must name the columns: write the line period,value above it."
    return did_you_mean(name, [h for h in header if h and h not in OWN])
