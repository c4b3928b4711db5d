"""Files as they come: one for each fault, byte for byte, in the folder dirt/.

The signs are those of published tables: state report cards (`15 or less`, `n < 16`, `*`), the
federal EDFacts files (`GE95`, `LT50`, `PS`) and NCES tables (`†`, `–`), statistical offices
(`1 234`, `84,6`), spreadsheets saved as CSV (`Dec-11`, `45292`, `#REF!`, `1E+05`), data frames
written by a program (`2023.0`, `null`), and what git or a failed download leaves behind.
"""

import re
from pathlib import Path

import pytest

from planpress.read.data import read_data
from planpress.read.number_mends import number_mend
from planpress.read.period_mends import period_mend
from planpress.read.series import read_series
from planpress.read.text import read_text

DIRT = Path(__file__).parent / "dirt"


def read(name):
    text, problems = read_text(DIRT / f"{name}.csv", f"data/{name}.csv")
    return (None, problems) if text is None else read_series(name, f"data/{name}.csv", text)


CLEAN = {
    "bom-crlf": [("2022-23", "51.5", "400", ()), ("2023-24", "54", "410", (("group", "female"),))],
    "header-only": [],
}
CLEAN |= dict.fromkeys(("cr-only", "no-end", "two-boms", "stray-spaces"), CLEAN["bom-crlf"])


@pytest.mark.parametrize("name", CLEAN)
def test_harmless_dirt_is_taken_away(name):
    series, problems = read(name)
    assert problems == []
    rows = [(str(r.period), str(r.value), str(r.n), r.codes) for r in series.observations]
    assert rows == CLEAN[name]


FAULTS = {
    "bars": [(1, 0, "separator", "vertical bars", "comma")],
    "blank-headers": [
        (1, 3, "blank-header", "column 3", ""),
        (1, 5, "blank-header", "column 5", ""),
    ],
    "blank-line-first": [(1, 0, "csv", "first line", "Remove")],
    "blank-lines": [(1, 0, "empty-file", "empty", "period,value")],
    "conflict": [(2, 0, "conflict", "git", "Keep"), (6, 0, "conflict", "git", "Keep")],
    "empty": [(1, 0, "empty-file", "empty", "period,value")],
    "empty-value": [(3, 2, "empty-value", "", "status"), (4, 2, "empty-value", "", "status")],
    "excel-days": [(4, 1, "wrong-period", "2011-12-01", "as Text")],
    "footnote": [(3, 1, "wrong-period", "Source", "remark"), (3, 2, "empty-value", "", "")],
    "header-again": [
        (3, 1, "wrong-period", "period", "header"),
        (3, 2, "wrong-value", "value", "header"),
        (3, 3, "wrong-n", "n", "header"),
    ],
    "json": [(1, 0, "csv", "JSON", "CSV")],
    "lfs-pointer": [(1, 0, "csv", "Git LFS", "CSV")],
    "no-header": [(1, 0, "missing-column", c, "write the line period,value") for c in "pv"],
    "open-quote": [(2, 0, "csv", "quotation mark", "Close it")],
    "other-case": [
        (1, 0, "missing-column", "period", "instead of “Period”"),
        (1, 0, "missing-column", "value", "instead of “VALUE”"),
    ],
    "other-names": [
        (1, 0, "missing-column", "period", "instead of “Year”"),
        (1, 0, "missing-column", "value", "instead of “Percent”"),
    ],
    "quoted-lines": [(5, 2, "wrong-value", "x", "suppressed")],
    "quotes-inside": [(2, 2, "wrong-value", "51.5", "Write 51.5, without quotation")],
    "ragged": [
        (2, 0, "ragged-row", "2 cells", "quotation"),
        (4, 0, "ragged-row", "4 cells", "quotation"),
        (6, 0, "ragged-row", "1 cell,", "quotation"),
    ],
    "semicolons": [(1, 0, "separator", "semicolons", "comma")],
    "sep-line": [(1, 0, "csv", "sep=", "Remove")],
    "tabs": [(1, 0, "separator", "tabs", "comma")],
    "title-above": [(1, 0, "ragged-row", "1 cell", "titles")],
    "utf-16-be": [(1, 0, "unreadable", "UTF-16", "UTF-8")],
    "utf-16-be-bom": [(1, 0, "unreadable", "UTF-16", "UTF-8")],
    "utf-16-le": [(1, 0, "unreadable", "UTF-16", "UTF-8")],
    "utf-16-le-bom": [(1, 0, "unreadable", "UTF-16", "UTF-8")],
    "web-page": [(1, 0, "csv", "web page", "CSV")],
    "windows-1252": [(2, 21, "unreadable", "“ñ”", "UTF-8")],
    "zero-byte": [(2, 0, "unreadable", "zero byte", "UTF-8")],
}

MENDS = {
    "period": {
        "2023-42": "write 2023-24",
        "2009/10": "Write 2009-10",
        "2009-2010": "Write 2009-10",
        "2009–10": "Write 2009-10",
        "SY 2009-10": "Write 2009-10",
        "20232024": "Write 2023-24",
        "23-24": "Write 2023-24",
        "FY24": "Write 2023-24 for the school year, or 2024",
        "9999 Q9": "a quarter as 2024-Q3",
        "2024 Q3": "Write 2024-Q3",
        "Q3 2024": "Write 2024-Q3",
        "2024-9": "Write 2024-09",
        "9/2024": "Write 2024-09",
        "Sept 2024": "Write 2024-09",
        "2023.0": "Write 2023, without decimals",
        "": "merged cells",
        "45292": "Excel's number for 2024-01-01. Excel turns",
        "1/1/2024": "format the column as Text",
        "12-Dec": "format the column as Text",
        "Dec-11": "may have been 2011-12",
        "2011-12-01 00:00:00": "may have been 2011-12",
        "'2023-24": "Write 2023-24",
        "tomorrow": "Write a school year as 2023-24",
    },
    "value": {
        "84.6%": "Write 84.6, without the percent sign",
        "$1234": "Write 1234, without the currency sign",
        "1,234": "Write 1234, without a mark between the thousands. If the comma marks decimals",
        "1 234": "Write 1234, without a mark",
        "1\u00a0234": "Write 1234, without a mark",
        "1.234,5": "Write 1234.5",
        "84,6": "Write 84.6, with a point",
        "(1.5)": "Write -1.5, with a minus sign",
        "1E+05": "Write 100000 in full",
        "−5": "Write -5",
        ".5": "Write 0.5",
        "5.": "Write 5,",
        "> 95": "Write >=95, as a bound here includes its number, or >=96 if it counts people",
        "more than 95": "Write >=95, as",
        "<5": "Write <=5, as a bound here includes its number, or <=4 if it counts people",
        "less than 5": "Write <=5, as",
        "15 or less": "Write <=15.",
        "at least 95": "Write >=95.",
        "95+": "Write >=95.",
        "95 or more": "Write >=95.",
        "GE95": "Write >=95.",
        "LT50": "Write <=50, as",
        "PS": "write suppressed in the column status",
        "*": "write suppressed in the column status",
        "(-)": "write suppressed in the column status",
        "n < 16": "write suppressed in the column status",
        "N/A": "say in the column status why",
        "NA": "say in the column status why",
        "null": "say in the column status why",
        "-": "say in the column status why",
        "†": "say in the column status why",
        "#REF!": "Mend the formula",
        "#DIV/0!": "Mend the formula",
        "####": "too narrow",
        "21-24": ">=21 or <=24",
        "50–59": ">=50 or <=59",
        "TRUE": "yes and no",
        "45/60": "and 60 in the column n",
        "84.6*": "Write 84.6 alone",
        "~85": "Write 85 alone",
        "'85": "Write 85, without quotation marks or an apostrophe",
        "5-Mar": "Excel made a date of it",
        "â‰¥95": "Write >=95.",
        "Value": "looks like the header",
        "high": "Write only the number",
        "123456789012345678901": "ran together",
        "=>95": "Write >=95.",
        "8\u200b4.6": "Write only the number",
    },
    "n": {
        "15 or less": "Write <=15.",
        "<16": "Write <=15:",
        "more than 95": "Write >=96:",
        "1,234": "Write 1234, without a mark between the thousands.",
        "1 234": "Write 1234",
        "217.5": "as a whole number",
        "-99": "Leave it empty",
        "N/A": "Leave it empty",
        "*": "a bound such as <=15",
        "n<16": "a bound such as <=15",
        "21-24": ">=21 or <=24",
        "217 students": "Write 217 alone",
        "84%": "Write the number of people",
        "#N/A": "Mend the formula",
        ">=10.5": "as a whole number",
    },
    "status": {
        "supressed": "write one of suppressed",
        "Suppressed": "Write suppressed.",
        "*": "Write suppressed.",
        "not administered": "Write not_administered.",
        "prelim": "Write preliminary.",
        "final": "Leave it empty.",
        "why": "write one of suppressed",
    },
}
"""What is written into a cell of a column, and the mend that is offered."""

COLUMNS = {"period": ("periods", 1), "value": ("values", 2), "n": ("counts", 3)}
COLUMNS["status"] = ("statuses", 3)


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_has_its_place_message_and_mend(name):
    _, problems = read(name)
    places = [(p.place.line, p.place.column, p.rule) for p in problems]
    assert places == [fault[:3] for fault in FAULTS[name]]
    for problem, (*_, said, hinted) in zip(problems, FAULTS[name], strict=True):
        assert problem.place.path == f"data/{name}.csv"
        assert said in problem.message
        assert hinted in problem.hint
        assert problem.hint


@pytest.mark.parametrize("column", COLUMNS)
def test_every_cell_is_named_with_its_value_and_its_mend(column):
    file, at = COLUMNS[column]
    series, problems = read(file)
    assert len(series.observations) == 1
    wrong = enumerate(MENDS[column].items(), start=3)
    for problem, (line, (written, hinted)) in zip(problems, wrong, strict=True):
        place = (problem.place.line, problem.place.column, problem.rule)
        assert place == (line, at, f"wrong-{column}")
        assert (f"“{written}”" if written else "empty") in problem.message
        assert hinted in problem.hint, written


@pytest.mark.parametrize(("line", "name"), [(7, "no-break space"), (50, "zero width space")])
def test_what_nobody_sees_is_named(line, name):
    _, problems = read("values")
    assert name in next(p.message for p in problems if p.place.line == line)


def test_one_slip_in_a_whole_column_stays_readable():
    _, problems = read("percent-column")
    assert [p.place.line for p in problems] == list(range(2, 23))
    assert "and 480 more of this kind, on lines 22 to 501" in problems[-1].message


def test_every_file_of_dirt_is_looked_at():
    tested = {*CLEAN, *FAULTS, *(name for name, _ in COLUMNS.values()), "percent-column"}
    assert {file.stem for file in DIRT.glob("*.csv")} == tested


def test_all_faults_of_all_files_are_told_in_one_run(tmp_path):
    (tmp_path / "data").symlink_to(DIRT)
    _, files, problems = read_data(tmp_path)
    assert set(files) == {file.stem for file in DIRT.glob("*.csv")}
    assert {p.place.path for p in problems} == {
        f"data/{name}.csv"
        for name in (*FAULTS, *(f for f, _ in COLUMNS.values()), "percent-column")
    }


def test_the_signs_in_the_guide_have_a_mend():
    guide = (Path(__file__).parents[3] / "docs/data.md").read_text("utf-8")
    table = guide.split("### Signs of published tables")[1].split("\n#")[0]
    signs = re.findall(r"`([^`]+)`", "".join(re.findall(r"(?m)^\| (`.+?) \|", table)))
    assert len(signs) > 30
    for sign in signs:
        people = sign in ("<16", "fewer than 16", "217 students")
        mend = period_mend if re.match(r"\d{4}/|\d{4}-|SY|Dec|45292|1/1", sign) else number_mend
        kind, hint = mend(sign, people=True) if people else mend(sign)
        assert kind, sign
        assert hint
