"""Whatever stands in data/, reading it ends with rows or with problems that have a place.

FUZZ=20000 in the environment tries that many files for each test instead of a few.
"""

import io
import os
import zipfile
from itertools import compress, pairwise
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planpress.read.data import read_data
from planpress.read.table import INVISIBLE

SLOW = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large)
often = settings(max_examples=int(os.environ.get("FUZZ", "100")), suppress_health_check=SLOW)

ROWS = [
    ["period", "value", "n", "status", "group", "note"],
    ["2022-23", "51.5", "400", "", "", "As published, in percent"],
    ["2023-24", ">=98", "<=50", "preliminary", "female", 'Called "new"'],
    ["2024-25", "", "", "not_administered", "male", "Two\nlines"],
]
TEXTS = st.sampled_from(
    [
        *("", " ", '"', '""', ",", "\n", "\r\n", ";", "\t", "\ufeff", "\u00a0", "\u2028", "é", "'"),
        *(
            "2011-12",
            "2011-12-01",
            "Dec-11",
            "45292",
            "2023-42",
            "9999 Q9",
            "1000-01-01",
            "2999-99",
        ),
        *(
            "84.6%",
            "$1,234",
            "(1.5)",
            "1E+05",
            "1e999999",
            "-",
            "#REF!",
            "<5",
            ">=",
            "(((-)))",
            "²",
        ),
        *(
            "9" * 30,
            "0." + "0" * 30,
            "٣",
            "NaN",
            "Infinity",
            "period",
            "value",
            "<<<<<<< HEAD",
            "sep=",
        ),
    ]
)
CODECS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "utf-32"])


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plan") / "data"
    folder.mkdir()
    return folder


def looked_at(data: Path, name: str, raw: bytes):
    """Read a file, and hold what comes of it to what is promised."""
    for other in data.iterdir():
        other.unlink()
    (data / name).write_bytes(raw)
    series, files, problems = read_data(data.parent)
    assert files == {"x": f"data/{name}"}
    assert series or problems
    for problem in problems:
        assert problem.place.path == f"data/{name}"
        assert 0 <= problem.place.line <= 2**20
        assert 0 <= problem.place.column <= max(2**14, len(raw))
        assert problem.message
        assert problem.hint
    rows = series["x"].observations if series else ()
    assert all(one.line < two.line for one, two in pairwise(rows))
    return series.get("x"), problems


def quoted(cell):
    special = any(c in cell for c in ',"\n\r')
    return '"' + cell.replace('"', '""') + '"' if special else cell


@st.composite
def tables(draw):
    """A table of which some cells, rows and quotation marks are not as they should be."""
    rows = [list(row) for row in ROWS]
    for _ in range(draw(st.integers(0, 4))):
        row = rows[draw(st.integers(0, len(rows) - 1))]
        other = rows[draw(st.integers(0, len(rows) - 1))]
        at = draw(st.integers(0, 5))
        match draw(st.integers(0, 5)):
            case 0 if at < len(row) and at < len(other):
                row[at], other[at] = other[at], row[at]
            case 1 if at < len(row):
                row[at] = draw(TEXTS)
            case 2 if at < len(row):
                row[at] += draw(TEXTS)
            case 3:
                row.insert(at, draw(TEXTS))
            case 4 if row:
                row.pop()
            case 5:
                rows.append(list(other))
    return rows


@st.composite
def damaged(draw, raw):
    """Bytes of which some are others, left out, or doubled."""
    whole = bytearray(raw)
    for _ in range(draw(st.integers(0, 4))):
        if not whole:
            break
        at = draw(st.integers(0, len(whole) - 1))
        match draw(st.integers(0, 3)):
            case 0:
                whole[at] = draw(st.integers(0, 255))
            case 1:
                del whole[at : at + draw(st.integers(1, 40))]
            case 2:
                whole[at:at] = draw(st.binary(max_size=4))
            case 3:
                del whole[at:]
    return bytes(whole)


@often
@given(st.binary(max_size=200))
def test_any_bytes(data, raw):
    looked_at(data, "x.csv", raw)


@often
@given(st.data())
def test_a_table_with_slips(data, draw):
    rows = draw.draw(tables())
    line_end = draw.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    as_is = draw.draw(st.booleans())
    text = line_end.join(",".join(c if as_is else quoted(c) for c in row) for row in rows)
    raw = text.encode(draw.draw(CODECS), "replace")
    looked_at(data, "x.csv", draw.draw(damaged(raw)))


@often
@given(tables())
def test_slips_in_cells_leave_the_other_rows_alone(data, rows):
    """Where the table is whole, each row is read or has a problem."""
    cells = [[c.replace("\r", " ") for c in row] for row in rows]
    text = "\n".join(",".join(quoted(c) for c in row) for row in cells)
    series, problems = looked_at(data, "x.csv", text.encode())
    if series is not None:
        begins = [1]
        for row in cells:
            begins.append(begins[-1] + sum(cell.count("\n") for cell in row) + 1)
        filled = [any(cell.strip(INVISIBLE) for cell in row) for row in cells[1:]]
        seen = {row.line for row in series.observations} | {p.place.line for p in problems}
        assert seen == set(compress(begins[1:], filled))


def workbook(rows, *, typed):
    raw = io.BytesIO()
    book = xlsxwriter.Workbook(raw, {"in_memory": True, "strings_to_numbers": typed})
    sheet = book.add_worksheet("Data")
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell[:1] == "#":
                sheet.write_formula(at, column, "=1", None, cell)
            elif typed and cell.isascii() and cell.isdigit() and len(cell) < 16:
                sheet.write_number(at, column, int(cell))
            else:
                sheet.write_string(at, column, cell)
    book.close()
    return raw.getvalue()


@often
@given(tables(), st.booleans())
def test_a_workbook_with_slips(data, rows, typed):
    looked_at(data, "x.xlsx", workbook(rows, typed=typed))


WHOLE = workbook(ROWS, typed=True)


@often
@given(damaged(WHOLE))
def test_a_workbook_with_damaged_bytes(data, raw):
    looked_at(data, "x.xlsx", raw)


@often
@given(st.data())
def test_a_workbook_with_a_damaged_part(data, draw):
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = draw.draw(st.sampled_from(sorted(parts)))
    parts[name] = draw.draw(damaged(parts[name]))
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        for part, text in parts.items():
            archive.writestr(part, text)
    looked_at(data, "x.xlsx", raw.getvalue())
