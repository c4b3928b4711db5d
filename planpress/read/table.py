"""CSV text to a table of cells that remember their lines."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from planpress.model.dataclass import dataclass
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.read.repeats import Fault, told

_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}
_MISTAKEN = (
    (re.compile(r"<(!doctype|html|\?xml|table)", re.IGNORECASE), "a web page"),
    (re.compile(r"version https://git-lfs"), "a pointer of Git LFS"),
    (re.compile(r"\s*[\[{]"), "a JSON file"),
)
_CONFLICT = re.compile(r"(?m)^(?:<<<<<<<|>>>>>>>) ")
MOST_COLUMNS = 1000
"""How many columns a table may have: pandas needs much memory for each."""

SMALL = 500_000
"""Up to how many characters a text is taken apart by Python itself."""

INVISIBLE = (
    " \t\n\r\x0b\x0c\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u200b\u2060"
    + "".join(map(chr, range(0x2000, 0x200B)))
)
"""Characters that nobody sees at the ends of a cell: spaces of all kinds, and marks."""


@dataclass(frozen=True)
class Table:
    """The cells of a file as they are written, column by column; blank rows are left out.

    `lines` holds the line (in a workbook: the row) on which each row begins, the header's aside.
    All columns are as long as `lines`. The names in the header are stripped of spaces. `sheet` is
    the one of a workbook on which the table stands.
    """

    header: tuple[str, ...]
    columns: tuple[Sequence[str], ...]
    lines: Sequence[int]
    header_line: int = 1
    sheet: str = ""

    @property
    def rows(self) -> Iterator[tuple[str, ...]]:
        """The cells row by row."""
        return zip(*self.columns, strict=True)


def read_table(path: str, text: str, header: int = 1) -> tuple[Table | None, list[Problem]]:
    """Return the table of a CSV text, and what is wrong with its shape.

    `header` is the line that names the columns; lines above it are skipped. The table is None
    where the text is none: an empty one, ragged rows, quotation marks that do not close.
    """
    kept = text.split("\n", header - 1)[-1] if text.count("\n") >= header - 1 else ""
    wrong = _mistaken(path, kept, header)
    if wrong:
        return None, wrong
    lines, ragged = _lines(path, kept, header)
    if ragged:
        return None, ragged
    columns = _cells(kept) if len(kept) <= SMALL else _many_cells(kept)
    if not columns or len(columns[0]) != len(lines):
        message = "the rows cannot be told apart"
        hint = "Look for a quotation mark in the middle of a cell; write it twice, or remove it."
        return None, [error(Place(path, header), "csv", message, hint)]
    names = [column[0] for column in columns]
    return table_of(names, [column[1:] for column in columns], lines[1:], header), []


def table_of(
    header: Iterable[str],
    columns: Iterable[list[str]],
    lines: Sequence[int],
    line: int,
    sheet: str = "",
) -> Table:
    """Return a table without its blank rows; `line` is the header's."""
    whole = tuple(columns)
    blank = [i for i, cell in enumerate(whole[0]) if not cell.strip(INVISIBLE)] if whole else []
    blank = [i for i in blank if not any(column[i].strip(INVISIBLE) for column in whole)]
    if blank:
        gone = set(blank)
        kept = [i for i in range(len(lines)) if i not in gone]
        whole = tuple([column[i] for i in kept] for column in whole)
        lines = [lines[i] for i in kept]
    return Table(tuple(name.strip(INVISIBLE) for name in header), whole, lines, line, sheet)


def column_name(number: int) -> str:
    """Return the letters of a column of a sheet: A for 1, AA for 27."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _mistaken(path: str, text: str, header: int) -> list[Problem]:
    """Return why a text is not to be read as a table of commas at all."""
    first = text.partition("\n")[0]
    if not text.strip(INVISIBLE):
        hint = "Write the header period,value and one row for each result below it."
        return [error(Place(path, header), "empty-file", "the file is empty", hint)]
    if not first.strip(INVISIBLE):
        hint = "Remove the empty lines above the header."
        return [error(Place(path, header), "csv", "the first line is empty", hint)]
    for pattern, kind in _MISTAKEN:
        if pattern.match(first):
            hint = "Get the numbers again as a CSV file and put them in its place."
            return [error(Place(path, header), "csv", f"this is {kind}, not a table", hint)]
    if first.lower().startswith("sep="):
        hint = "Remove the line: it is a note of Excel to itself."
        return [error(Place(path, header), "csv", f"“{first}” is not a header", hint)]
    if "," not in first:
        for separator, name in _SEPARATORS.items():
            if separator in first:
                message = f"the cells are separated by {name}, not by commas"
                hint = "Save it again as “CSV UTF-8 (comma delimited)”; with decimal points."
                return [error(Place(path, header), "separator", message, hint)]
    conflicts = [text.count("\n", 0, found.start()) for found in _CONFLICT.finditer(text)]
    hint = "Keep the rows that are right, and remove the three lines that git wrote."
    return [
        error(Place(path, header + line), "conflict", "git left two versions here", hint)
        for line in conflicts[:20]
    ]


def _cells(text: str) -> list[list[str]]:
    """Return the cells as they are written, column by column; blank lines have empty ones."""
    rows = (
        list(csv.reader(io.StringIO(text), strict=True))
        if '"' in text
        else [line.split(",") for line in text.removesuffix("\n").split("\n")]
    )
    return [list(column) for column in zip_longest(*rows, fillvalue="")]


def _many_cells(text: str) -> list[list[str]]:
    """Return the same of a long text in a tenth of the time; nothing where it is no table."""
    # pandas costs more to import than all small files of a plan to read
    import pandas as pd  # noqa: PLC0415

    try:
        frame = pd.read_csv(
            io.StringIO(text),
            dtype=object,
            keep_default_na=False,
            na_filter=False,
            skip_blank_lines=False,
            header=None,
            index_col=False,
        )
    except ValueError:  # what pandas raises for a bad table is one
        return []
    return [frame[name].tolist() for name in frame]


def _lines(path: str, text: str, line: int) -> tuple[Sequence[int], list[Problem]]:
    """Return the line on which each row begins, and the rows whose length is not the header's.

    What reads the cells tells neither: short rows would be filled up in silence.
    """
    if '"' not in text:
        whole = text.removesuffix("\n").split("\n")
        widths = [row.count(",") + 1 if row.strip() else 0 for row in whole]
        every = range(line, line + len(whole))
        return every, _ragged(path, widths, every)
    rows = csv.reader(io.StringIO(text), strict=True)
    lines: list[int] = []
    widths, begins = [], line
    try:
        for cells in rows:
            lines.append(begins)
            widths.append(len(cells) if len(cells) > 1 or "".join(cells).strip() else 0)
            begins = line + rows.line_num
    except csv.Error as fault:
        if "field limit" in str(fault):
            message, hint = "a cell here has too much text", "Shorten it, or close its quotation."
        else:
            message = "a quotation mark is opened here and not closed as it should be"
            hint = "Close it at the end of the cell; write a quotation mark inside a cell twice."
        wrong = error(Place(path, begins), "csv", message, hint)
        return lines, [*_ragged(path, widths, lines), wrong]
    return lines, _ragged(path, widths, lines)


def _ragged(path: str, widths: list[int], lines: Sequence[int]) -> list[Problem]:
    """Name the rows that have more or fewer cells than the header; blank lines have none."""
    width = widths[0] if widths else 0
    if width > MOST_COLUMNS:
        message = f"the header has {width} cells; a table here has {MOST_COLUMNS} at most"
        hint = "Look whether this is the right file; keep only the columns you publish."
        return [error(Place(path, lines[0]), "too-large", message, hint)]
    if set(widths) <= {0, width}:
        return []
    wide = [n for n in widths[1:] if n > 1]
    if width == 1 and len(wide) > 1:
        message = f"the header has 1 cell, {len(wide)} rows have more"
        hint = "The first line must name the columns: remove titles and remarks above it."
        return [error(Place(path, lines[0]), "ragged-row", message, hint)]
    hint = "Put a cell that has a comma into quotation marks; keep empty cells."
    message = "the row has {}, the header has {}"
    pairs = zip(widths, lines, strict=True)
    odd = ((n, at) for n, at in pairs if n not in (0, width))
    faults = (
        Fault(at, 0, "ragged-row", "", message.format(_counted(n), width), hint) for n, at in odd
    )
    return told(path, faults)


def _counted(cells: int) -> str:
    return "1 cell" if cells == 1 else f"{cells} cells"
