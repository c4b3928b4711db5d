"""Somebody else's file to a table: declared or found encoding, any delimiter, titles, footnotes."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from planpress.model.importing import Delimiter, Encoding, ImportRecord
from planpress.model.place import Place
from planpress.model.problem import Problem, error, notice
from planpress.read.table import Table, table_of
from planpress.read.text import read_bytes

_CODECS = {
    Encoding.UTF_8: "utf-8-sig",
    Encoding.UTF_16: "utf-16",
    Encoding.WINDOWS_1252: "cp1252",
}


def read_foreign(
    file: Path, path: str, how: ImportRecord | None, sheet: str | None = None
) -> tuple[Table | None, list[Problem]]:
    """Return the table of a CSV file or a workbook as its mapping describes it.

    Without a mapping the first line is the header and commas stand between cells. `sheet` wins over
    the mapping's. Rows that the mapping calls footnotes are left out.
    """
    header = how.header if how else 1
    if file.suffix.lower() == ".xlsx":
        # the reader of workbooks is only needed for one
        from planpress.read.workbook import read_sheet  # noqa: PLC0415

        table, problems = read_sheet(file, path, sheet or (how.sheet if how else None), header)
    else:
        raw, problems = read_bytes(file, path)
        if raw is None:
            return None, problems
        text, problems = decoded(raw, path, how.encoding if how else None)
        if text is None:
            return None, problems
        delimiter = how.delimiter if how else Delimiter.COMMA
        table, wrong = _table(path, text, delimiter, header, how.last_rows if how else 0)
        problems += wrong
    if table is None or how is None or not how.last_rows:
        return table, problems
    return _without_footnotes(table, path, how, problems)


def decoded(raw: bytes, path: str, encoding: Encoding | None) -> tuple[str | None, list[Problem]]:
    """Return the text of a file with LF line ends; an encoding that was found out is said."""
    found = encoding or _encoding(raw)
    codec = _CODECS[found]
    if found is Encoding.UTF_16 and raw[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        codec = "utf-16-be" if raw[:1] == b"\0" else "utf-16-le"
    try:
        text = raw.decode(codec)
    except UnicodeError:
        message = f"the file is not written in {found}"
        hint = "Save it as “CSV UTF-8”, or name its “encoding” in the mapping."
        return None, [error(Place(path), "unreadable", message, hint)]
    problems = []
    if encoding is None and found is not Encoding.UTF_8:
        message = f"the file is read as {found}"
        hint = "Look at names with accents; if they are wrong, name “encoding” in the mapping."
        problems.append(notice(Place(path), "encoding", message, hint))
    return text.replace("\r\n", "\n").replace("\r", "\n"), problems


def _encoding(raw: bytes) -> Encoding:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in raw[:200]:
        return Encoding.UTF_16
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Encoding.WINDOWS_1252
    return Encoding.UTF_8


def _table(
    path: str, text: str, delimiter: Delimiter, header: int, last_rows: int
) -> tuple[Table | None, list[Problem]]:
    """Return the cells below the header's line; titles and footnotes may be ragged."""
    parts = text.split("\n", max(header - 1, 0))
    if len(parts) < header:
        return None, [_no_table(path, header)]
    reader = csv.reader(io.StringIO(parts[-1]), delimiter=delimiter.sign, strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    begins = header
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(cells)
                lines.append(begins)
            begins = header + reader.line_num
    except csv.Error:
        message = "a quotation mark is opened here and not closed as it should be"
        hint = "Close it at the end of the cell; write a quotation mark inside a cell twice."
        return None, [error(Place(path, begins), "csv", message, hint)]
    if not rows:
        return None, [_no_table(path, header)]
    return _even(path, rows, lines, last_rows, delimiter)


def _no_table(path: str, line: int) -> Problem:
    hint = "See “header” in the mapping: the line that names the columns."
    return error(Place(path, line), "empty-file", "no table begins here", hint)


def _even(
    path: str, rows: list[list[str]], lines: list[int], last_rows: int, delimiter: Delimiter
) -> tuple[Table | None, list[Problem]]:
    names = [name.strip() for name in rows[0]]
    while names and not names[-1]:
        names.pop()
    width, problems = len(names), []
    if width == 1 and (other := _other(names[0], delimiter)):
        message = f"the cells are separated by the sign “{other}”"
        hint = f"Write “delimiter: {other}” into the mapping."
        return None, [error(Place(path, lines[0]), "separator", message, hint)]
    tables = len(rows) - last_rows
    for at, (cells, line) in enumerate(zip(rows, lines, strict=True)):
        longer = any(cell.strip() for cell in cells[width:])
        if at < tables and (len(cells) < width or longer):
            message = f"the row has {len(cells)} cells, the header has {width}"
            hint = "If it is a footnote, count it in “last_rows”; else mend the row in the file."
            problems.append(error(Place(path, line), "ragged-row", message, hint))
        cells[:] = [*cells[:width], *[""] * (width - len(cells))]
    if problems:
        return None, problems
    columns = [list(column) for column in zip(*rows[1:], strict=True)] or [[] for _ in names]
    return table_of(names, columns, lines[1:], lines[0]), []


def _other(name: str, delimiter: Delimiter) -> Delimiter | None:
    return next((d for d in Delimiter if d is not delimiter and d.sign in name), None)


def _without_footnotes(
    table: Table, path: str, how: ImportRecord, problems: list[Problem]
) -> tuple[Table | None, list[Problem]]:
    """Return the table without its last rows; one that has a value is no footnote."""
    kept = max(len(table.lines) - how.last_rows, 0)
    told = [how.columns["value"].column] if "value" in how.columns else []
    told += list(how.wide.columns) if how.wide else []
    wrong = [
        error(
            Place(path, table.lines[at], table.header.index(name) + 1),
            "footnote",
            f"the row is to be skipped as a footnote, but holds “{column[at]}” in “{name}”",
            "Count the footnotes again: “last_rows” in the mapping.",
        )
        for name, column in zip(table.header, table.columns, strict=True)
        if name in told
        for at in range(kept, len(table.lines))
        if column[at].strip()
    ]
    if wrong:
        return None, [*problems, *wrong]
    columns: Sequence[Sequence[str]] = [column[:kept] for column in table.columns]
    return replace(table, columns=tuple(columns), lines=table.lines[:kept]), problems
