"""Excel workbooks to a table of cells that remember their rows."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planpress.model.nearest import did_you_mean
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.read.parts import BROKEN, Cell, damaged, look_at
from planpress.read.table import INVISIBLE, Table, table_of
from planpress.read.text import unfit

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_PROTECTED = b"\xd0\xcf\x11\xe0"
Rows = Sequence[Sequence[Any]]


def read_sheet(
    file: Path, path: str, sheet: str | None = None, header: int = 1
) -> tuple[Table | None, list[Problem]]:
    """Return the table of a sheet of an `.xlsx` file, and what is wrong with it.

    `path` names the file in problems. Without the name of a `sheet` it is the only one that is
    shown and not empty, or the only one whose header names period and value. `header` is the row
    that names the columns. Numbers are written with the 15 digits that Excel shows at most.
    """
    wrong = unfit(file, path) or _locked(file, path)
    if wrong:
        return None, wrong
    parts, wrong = look_at(file, path)
    if parts is None:
        return None, wrong
    # most projects have no workbook: the reader of them is only loaded for one
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415

    try:
        with CalamineWorkbook.from_path(str(file)) as book:
            name, rows, wrong = _chosen(book, path, sheet, header)
    except (CalamineError, *BROKEN):
        return None, [damaged(path)]
    except BaseException as fault:  # a panic of the reader is no Exception
        if type(fault).__name__ != "PanicException":
            raise
        return None, [damaged(path)]
    if wrong:
        return None, wrong
    return _table(path, name, rows, header, parts.errors.get(name, {}))


def _locked(file: Path, path: str) -> list[Problem]:
    try:
        with file.open("rb") as opened:
            begins = opened.read(4)
    except OSError as fault:
        hint = "Check that you may read it, and that it is closed in Excel."
        message = f"cannot be read: {fault.strerror}"
        return [error(Place(path), "unreadable", message, hint)]
    if begins != _PROTECTED:
        return []
    message = "the workbook is protected by a password, or it is one of the old kind (.xls)"
    hint = "Take the password off, and save it as “Excel Workbook (.xlsx)” or as CSV UTF-8."
    return [error(Place(path), "workbook", message, hint)]


def _chosen(
    book: "CalamineWorkbook", path: str, sheet: str | None, header: int
) -> tuple[str, Rows, list[Problem]]:
    """Return the name and the cells of the sheet that is meant."""
    if sheet is not None:
        if sheet in book.sheet_names:
            return sheet, _cells(book, sheet), []
        message = f"the workbook has no sheet “{sheet}”"
        hint = did_you_mean(sheet, book.sheet_names)
        return sheet, (), [error(Place(path), "sheet", message, hint)]
    shown = [s.name for s in book.sheets_metadata if str(s.visible).endswith(".Visible")]
    full = {name: rows for name in shown if _any(rows := _cells(book, name))}
    named = {name: rows for name, rows in full.items() if _tidy(rows, header)}
    if len(full) > 1 and len(named) != 1:
        listed = ", ".join(f"“{name}”" for name in full)
        message = f"several sheets hold something: {listed}"
        hint = "Keep the numbers on one sheet, with the header period, value in its first row."
        return "", (), [error(Place(path), "sheet", message, hint)]
    for name, rows in (named if len(full) > 1 else full).items():
        return name, rows, []
    hint = "Write the header period, value and one row for each result below it."
    return "", (), [error(Place(path, 1), "empty-file", "the workbook is empty", hint)]


def _cells(book: "CalamineWorkbook", name: str) -> Rows:
    return book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _any(rows: Rows) -> bool:
    return any(cell != "" for row in rows for cell in row)


def _tidy(rows: Rows, header: int) -> bool:
    names = (
        {_text(cell).strip(INVISIBLE) for cell in rows[header - 1]} if rows[header - 1 :] else ()
    )
    return {"period", "value"} <= set(names)


def _table(
    path: str, sheet: str, rows: Rows, header: int, errors: Mapping[Cell, str]
) -> tuple[Table | None, list[Problem]]:
    wide = max(map(len, rows), default=0)
    columns = [[_text(row[at]) for row in rows[header - 1 :]] for at in range(wide)]
    for (row, at), seen in errors.items():
        if header <= row <= len(rows) and 1 <= at <= wide:
            columns[at - 1][row - header] = seen
    while columns and not any(cell.strip(INVISIBLE) for cell in columns[-1]):
        columns.pop()
    names = [column[0] for column in columns]
    if not any(name.strip(INVISIBLE) for name in names):
        hint = "Write the names of the columns into it, without empty rows above."
        message = f"row {header} of the sheet “{sheet}” is empty"
        return None, [error(Place(path, header), "csv", message, hint)]
    lines = range(header + 1, len(rows) + 1)
    return table_of(names, [column[1:] for column in columns], lines, header, sheet), []


def _text(cell: Any) -> str:
    """Return a cell as it would stand in a CSV file."""
    match cell:
        case str():
            return cell
        case bool():
            return str(cell).upper()
        case int() | float():
            return f"{Decimal(f'{cell:.15g}'):f}"
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime():
            return cell.isoformat(sep=" ", timespec="seconds")
        case date() | time():
            return cell.isoformat()
    return "" if cell is None else str(cell)
