from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as some
from unit.read.importing import mapped, told

from planpress.model.importing import Encoding
from planpress.read.foreign import decoded, read_foreign

TEXT = "Año,Wert\n2024,„5”\n"


@pytest.mark.parametrize(
    ("raw", "encoding", "said"),
    [
        (TEXT.encode(), None, ""),
        (TEXT.encode("utf-8-sig"), None, ""),
        (TEXT.encode("utf-16"), None, "utf-16"),
        (TEXT.encode("utf-16-le"), None, "utf-16"),
        (TEXT.encode("utf-16-be"), None, "utf-16"),
        (TEXT.encode("cp1252"), None, "windows-1252"),
        (TEXT.encode("cp1252"), Encoding.WINDOWS_1252, ""),
        (TEXT.encode("utf-16"), Encoding.UTF_16, ""),
        (TEXT.replace("\n", "\r\n").encode(), None, ""),
        (TEXT.replace("\n", "\r").encode(), None, ""),
    ],
)
def test_any_encoding_is_read_and_a_found_one_said(raw, encoding, said):
    text, problems = decoded(raw, "x.csv", encoding)
    assert text == TEXT
    assert [p.message for p in problems] == ([f"the file is read as {said}"] if said else [])
    assert not any(p.stops for p in problems)


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [(b"\x81\x8d", None), (TEXT.encode("cp1252"), Encoding.UTF_8), (b"\xff\xfea", None)],
)
def test_what_cannot_be_read_is_a_problem(raw, encoding):
    text, (problem,) = decoded(raw, "x.csv", encoding)
    assert text is None
    assert problem.stops


COLUMNS = "columns: {period: Year, value: Rate}\n"


def read(tmp_path, text, mapping=COLUMNS):
    how, problems = mapped(tmp_path, mapping)
    assert problems == []
    file = tmp_path / "state.csv"
    file.write_text(text, "utf-8")
    return read_foreign(file, "state.csv", how)


def test_titles_and_footnotes_are_skipped(tmp_path):
    text = 'Rates\n"of, all"\nYear,Rate\n2024,5\n\n2025,6\n* few\nSource: us\n'
    table, problems = read(tmp_path, text, f"header: 3\nlast_rows: 2\n{COLUMNS}")
    assert problems == []
    assert table.header == ("Year", "Rate")
    assert list(table.rows) == [("2024", "5"), ("2025", "6")]
    assert list(table.lines) == [4, 6]


def test_a_row_with_a_value_is_no_footnote(tmp_path):
    table, problems = read(
        tmp_path, "Year,Rate\n2024,5\n2025,6\nfew,\n", f"last_rows: 2\n{COLUMNS}"
    )
    assert table is None
    assert told(problems)[0][:2] == ("state.csv:3:2", "footnote")


def test_a_ragged_row_is_named(tmp_path):
    table, problems = read(tmp_path, "Year,Rate\n2024,5\nfew\n2025,6,7\n")
    assert table is None
    assert [str(p.place) for p in problems] == ["state.csv:3", "state.csv:4"]


@pytest.mark.parametrize(("sign", "name"), [(";", "semicolon"), ("\t", "tab"), ("|", "bar")])
def test_delimiters_are_declared_not_guessed(tmp_path, sign, name):
    text = "Year,Rate\n2024,5\n".replace(",", sign)
    table, problems = read(tmp_path, text)
    assert table is None
    assert f"delimiter: {name}" in problems[0].hint
    table, problems = read(tmp_path, text, f"delimiter: {name}\n{COLUMNS}")
    assert problems == []
    assert list(table.rows) == [("2024", "5")]


@pytest.mark.parametrize("text", ["", "\n\n", "Year\n"])
def test_without_a_table_there_is_a_problem(tmp_path, text):
    table, problems = read(tmp_path, text, f"header: 2\n{COLUMNS}")
    assert table is None
    assert problems[0].stops


def test_an_open_quotation_is_a_problem(tmp_path):
    table, problems = read(tmp_path, 'Year,Rate\n2024,"5\n')
    assert table is None
    assert problems[0].rule == "csv"


def test_a_workbook_is_read_by_its_sheet(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "state.xlsx") as book:
        book.add_worksheet("About").write("A1", "words")
        sheet = book.add_worksheet("Rates 2023-2024")
        for at, row in enumerate([["Title"], ["Year", "Rate"], ["2024", 0.846], ["note"]]):
            sheet.write_row(at, 0, row)
    how, _ = mapped(tmp_path, f"header: 2\nlast_rows: 1\n{COLUMNS}")
    file = tmp_path / "state.xlsx"
    table, problems = read_foreign(file, "state.xlsx", how, "Rates 2023-2024")
    assert problems == []
    assert list(table.rows) == [("2024", "0.846")]
    assert table.sheet == "Rates 2023-2024"
    table, problems = read_foreign(file, "state.xlsx", how)
    assert table is None
    assert "several sheets" in problems[0].message


@settings(max_examples=100)
@example(raw=b",", kind="csv")
@given(some.binary(max_size=60), some.sampled_from(["csv", "xlsx"]))
def test_no_bytes_are_a_traceback(raw, kind):
    with TemporaryDirectory() as name:
        file = Path(name) / f"state.{kind}"
        file.write_bytes(raw)
        table, problems = read_foreign(file, file.name, None)
    assert table is not None or any(p.stops for p in problems)
