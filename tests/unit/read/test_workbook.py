import zipfile
from datetime import UTC, date, datetime

import pytest
import xlsxwriter

from planpress.read import parts
from planpress.read.data import read_data
from planpress.read.history import page_digests
from planpress.read.project import read
from planpress.read.table import column_name
from planpress.read.workbook import read_sheet

HEADER = ["period", "value", "n", "status", "group", "note"]
ROW = ["2022-23", 51.5, 400, "", "", ""]


@pytest.fixture
def made(tmp_path):
    """Return a function that writes sheets to data/x.xlsx and returns the file."""

    def make(*, name="x.xlsx", hidden=(), formats=(), **sheets):
        (tmp_path / "data").mkdir(exist_ok=True)
        book = xlsxwriter.Workbook(tmp_path / "data" / name)
        styles = {kind: book.add_format({"num_format": kind}) for kind in formats}
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, tuple):
                        sheet.write(at, column, cell[0], styles[cell[1]])
                    elif isinstance(cell, str) and cell[:1] == "=":
                        sheet.write_formula(at, column, cell, None, cell[1:])
                    elif cell is not None:
                        sheet.write(at, column, cell)
            if title in hidden:
                sheet.hide()
        book.close()
        return tmp_path / "data" / name

    return make


def series(file):
    found, _, problems = read_data(file.parent.parent)
    return found.get("x"), [
        (p.place.line, p.place.column, p.rule, p.message, p.hint) for p in problems
    ]


def told(file):
    """Return the only problem, without its place."""
    _, ((_, _, rule, message, hint),) = series(file)
    return rule, message, hint


def test_a_tidy_sheet_is_read_as_excel_shows_it(made):
    file = made(
        formats=("0.0%",),
        Data=[
            [*HEADER, None],
            ["2022-23", 85.0, 400, "", "all", "whole"],
            ["2023-24", 84.6, "<=50", "preliminary", "female", ""],
            [],
            [" 2024-25 ", 0.1 + 0.2, 12345678, "", "", "two\nlines"],
            ["2025-26", (0.846, "0.0%"), None, None, None, None],
            ["2026-27", ">=98", 1e15],
        ],
    )
    found, problems = series(file)
    assert problems == []
    rows = [(str(r.period), str(r.value), str(r.n), r.line) for r in found.observations]
    assert rows == [
        ("2022-23", "85", "400", 2),
        ("2023-24", "84.6", "<=50", 3),
        ("2024-25", "0.3", "12345678", 5),
        ("2025-26", "0.846", "None", 6),
        ("2026-27", ">=98", "1000000000000000", 7),
    ]
    assert [r.codes for r in found.observations][:2] == [(), (("group", "female"),)]
    assert found.observations[2].note == "two\nlines"
    assert found.observations[0].path == "data/x.xlsx"


def test_years_that_are_numbers_are_years(made):
    found, problems = series(made(Data=[["period", "value"], [2023, 1], [2024, 2]]))
    assert problems == []
    assert [str(r.period) for r in found.observations] == ["2023", "2024"]


def test_dates_are_days_where_all_are_and_slips_of_excel_among_others(made):
    day = (date(2011, 12, 1), "yyyy-mm-dd")
    other = (datetime(2012, 1, 31, tzinfo=UTC).replace(tzinfo=None), "yyyy-mm-dd")
    days = made(formats=("yyyy-mm-dd",), Data=[["period", "value"], [day, 1], [other, 2]])
    found, problems = series(days)
    assert problems == []
    assert [str(r.period) for r in found.observations] == ["2011-12-01", "2012-01-31"]
    years = [["period", "value"], ["2009-10", 1], ["2010-11", 1], [day, 1]]
    found, problems = series(made(formats=("yyyy-mm-dd",), Data=years))
    assert [problem[:3] for problem in problems] == [(4, 1, "wrong-period")]
    assert "(cell A4)" in problems[0][3]
    assert "format the column as Text" in problems[0][4]


def test_wrong_cells_are_named_as_excel_names_them(made):
    moment = (datetime(2023, 12, 1, 8, 30, tzinfo=UTC).replace(tzinfo=None), "yyyy-mm-dd hh:mm")
    file = made(
        formats=("yyyy-mm-dd hh:mm",),
        Data=[
            HEADER,
            ROW,
            ["2023-24", True, 400],
            ["2024-25", "=#DIV/0!", "=#REF!"],
            ["2025-26", "84,6", 217.5],
            [moment, 50, 60],
            ["2026-27", None],
        ],
    )
    found, problems = series(file)
    assert [problem[:3] for problem in problems] == [
        (3, 2, "wrong-value"),
        (4, 2, "wrong-value"),
        (4, 3, "wrong-n"),
        (5, 2, "wrong-value"),
        (5, 3, "wrong-n"),
        (6, 1, "wrong-period"),
        (7, 2, "empty-value"),
    ]
    said = [message for *_, message, _ in problems]
    for cell, text in zip(
        ("B3", "B4", "C4", "B5", "C5", "A6", "B7"),
        ("TRUE", "#DIV/0!", "#REF!", "84,6", "217.5", "2023-12-01 08:30:00", "empty"),
        strict=True,
    ):
        message = said.pop(0)
        assert f"(cell {cell})" in message
        assert text in message
    assert [str(r.period) for r in found.observations] == ["2022-23"]


def test_a_sheet_that_begins_to_the_right_keeps_its_columns(made):
    _, problems = series(made(Data=[[None, "period", "value"], [None, "2022-23", 5]]))
    assert [problem[:3] for problem in problems] == [(1, 1, "blank-header")]


def test_the_sheet_with_the_header_is_taken(made):
    file = made(Notes=[["About"]], Data=[HEADER, ROW], Empty=[])
    assert len(series(file)[0].observations) == 1


def test_hidden_sheets_are_left_aside(made):
    file = made(hidden=("Lookup",), Data=[HEADER, ROW], Lookup=[HEADER, ROW])
    assert len(series(file)[0].observations) == 1


@pytest.mark.parametrize(
    "sheets",
    [{"A": [HEADER, ROW], "B": [HEADER]}, {"A": [["About"]], "B": [["Period", "Value"]]}],
)
def test_several_sheets_are_named(made, sheets):
    rule, message, hint = told(made(**sheets))
    assert rule == "sheet"
    assert "“A”, “B”" in message
    assert "on one sheet" in hint


def test_a_sheet_is_read_by_its_name_and_from_its_header(made):
    file = made(One=[["x"]], Two=[["Results of the state"], [], ["Name", "2024"], ["Alder", 5.5]])
    table, problems = read_sheet(file, "data/x.xlsx", "Two", 3)
    assert problems == []
    assert (table.header, list(table.rows), list(table.lines)) == (
        ("Name", "2024"),
        [("Alder", "5.5")],
        [4],
    )
    assert (table.sheet, table.header_line) == ("Two", 3)
    table, (problem,) = read_sheet(file, "data/x.xlsx", "Too")
    assert table is None
    assert "no sheet “Too”" in problem.message
    assert "One, Two" in problem.hint
    table, (problem,) = read_sheet(file, "data/x.xlsx", "Two", 2)
    assert (table, problem.place.line, problem.rule) == (None, 2, "csv")


def test_an_empty_workbook_is_named_and_a_header_is_enough(made):
    assert told(made(Data=[], More=[]))[:2] == ("empty-file", "the workbook is empty")
    found, problems = series(made(Data=[["period", "value"]]))
    assert (found.observations, problems) == ((), [])


@pytest.mark.parametrize(
    ("raw", "said", "hinted"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "password", "Take the password off"),
        (b"PK\x03\x04 and then nothing", "damaged", "save it again"),
        (b"period,value\n2022-23,5\n", "no Excel workbook", "CSV UTF-8"),
        (b"", "no Excel workbook", "save it again"),
    ],
)
def test_what_is_no_workbook_is_named(made, raw, said, hinted):
    file = made(Data=[])
    file.write_bytes(raw)
    rule, message, hint = told(file)
    assert rule == "workbook"
    assert said in message
    assert hinted in hint


def test_another_kind_of_archive_is_no_workbook(made):
    file = made(Data=[])
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("content.xml", "<office/>")
    assert told(file)[0] == "workbook"


def test_a_cell_at_the_end_of_the_grid_does_not_end_the_program(tmp_path):
    (tmp_path / "data").mkdir()
    book = xlsxwriter.Workbook(tmp_path / "data/x.xlsx")
    sheet = book.add_worksheet()
    sheet.write(0, 0, "period")
    sheet.write(1_048_575, 16_383, "x")
    book.close()
    rule, message, hint = told(tmp_path / "data/x.xlsx")
    assert rule == "too-large"
    assert "far apart" in message
    assert "Delete the empty rows" in hint


@pytest.mark.parametrize("at", ["A999999999999999999999999", "XFD1048576", "AAAAAAAAAAAA2"])
def test_no_address_of_a_cell_ends_the_program(made, at):
    file = made(Data=[["period", "value"], ["2022-23", 5]])
    with zipfile.ZipFile(file) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    held[sheet] = held[sheet].replace(b'r="A2"', f'r="{at}"'.encode())
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in held.items():
            archive.writestr(name, text)
    assert told(file)[0] == "too-large"


def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked(made, monkeypatch):
    file = made(Data=[HEADER, ROW])
    monkeypatch.setattr(parts, "LARGEST", 2000)
    assert told(file)[0] == "too-large"


def test_the_columns_of_a_sheet_have_letters():
    assert [column_name(n) for n in (1, 26, 27, 702, 703, 16384)] == [
        *("A", "Z", "AA", "ZZ", "AAA", "XFD")
    ]


def test_a_plan_can_have_its_numbers_in_a_workbook(alder, made):
    raw = made(name="grade-3.xlsx", Data=[["period", "value"], ["2022-23", 50]]).read_bytes()
    folder = alder({"data/grade-3.csv": None, "data/grade-3.xlsx": raw})
    reading = read(folder)
    assert reading.problems == ()
    assert reading.data == {"grade-3": "data/grade-3.xlsx"}
    before = page_digests(folder, reading.project, dict(reading.data))
    assert before["indicators/grade-3", "en"]
