"""`build.py refresh FILE`, run as staff run it, on plans in folders of their own."""

import json
from hashlib import sha256

import pytest
import xlsxwriter
from conftest import INDICATOR, edited

from planpress.cli import main

DIMENSIONS = """---
dimensions:
  - id: group
    label: Group
    codes:
      - {id: female, label: Female}
      - {id: male, label: Male}
---
"""
DIMENSIONS_ES = """---
dimensions:
  - id: group
    label: Grupo
    codes:
      - {id: female, label: Mujeres}
      - {id: male, label: Hombres}
---
"""
DATA = """period,value,n,group,note
2022-23,50,400,,first
2023-24,54,410,,
2023-24,56,200,female,
2023-24,52.1,210,male,
"""
PLAN = {
    "content/dimensions.md": DIMENSIONS,
    "content/dimensions.es.md": DIMENSIONS_ES,
    "content/indicators/grade-3.md": edited(
        INDICATOR, "unit: percent", "unit: percent\ndecimals: 1\ndimensions: [group]"
    ),
    "data/grade-3.csv": DATA,
}
TIDY = """period,value,n,group
2024-25,57,420,
2024-25,5.5,12,female
2023-24,54.5,410,
"""
STATE = """Grade 3 reading
Year,District,Group,Tested,Met
2023-2024,1,All Students,410,54%
2024-2025,1,All Students,420,57%
2024-2025,1,Female,212,<10%
2024-2025,1,Male,208,*
2024-2025,2,All Students,999,88%
"""
MAPPING = """header: 2
keep: {District: "1"}
columns:
  period: {column: Year, reads: "{begins}-{ends}"}
  value: Met
  n: Tested
  group: {column: Group, means: {All Students: all, Female: female, Male: male}}
statuses: {"*": suppressed}
bounds: {"<{number}": "<="}
numbers: {percent: yes}
"""


@pytest.fixture
def plan(alder):
    return alder(PLAN)


def run(plan, *arguments):
    told = [str(argument) for argument in arguments]
    return main(["refresh", "--project", str(plan), "--as-of", "2026-01-05", *told])


def digests(folder):
    return {
        file.relative_to(folder): sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file() and ".cache" not in file.parts
    }


def given(plan, text, name="new.csv"):
    file = plan.parent / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def with_map(plan, text=MAPPING):
    file = plan / "content/imports/state.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    return "--indicator", "grade-3", "--map", "content/imports/state.yaml"


def test_a_tidy_file_is_shown_and_not_written(plan, capsys):
    before = digests(plan)
    assert run(plan, given(plan, TIDY), "--indicator", "grade-3") == 0
    out = capsys.readouterr().out
    assert "2 added, 1 changed, 0 removed, 3 as before" in out
    assert (
        "  changed  2023-24    all                              54 (n 410) -> 54.5 (n 410)" in out
    )
    assert "* added    2024-25    female                           5.5 (n 12)" in out
    assert out.count("* readers do not see these numbers, to protect privacy") == 1
    assert "  grade-3: G as before (54 for 2023-24 -> 57 for 2024-25)" in out
    assert "Nothing was written. Add --write to write data/grade-3.csv." in out
    assert digests(plan) == before


def test_what_is_written_is_what_was_shown_and_then_nothing_changes(plan, capsys):
    options = (given(plan, TIDY), "--indicator", "grade-3", "--write")
    assert run(plan, *options) == 0
    assert "Wrote data/grade-3.csv. Now run: python3 build.py check" in capsys.readouterr().out
    written = (plan / "data/grade-3.csv").read_text("utf-8")
    assert written == (
        "period,value,n,group,note\n2022-23,50,400,,first\n2023-24,54.5,410,,\n2024-25,57,420,,\n"
        "2023-24,56,200,female,\n2024-25,5.5,12,female,\n2023-24,52.1,210,male,\n"
    )
    before = digests(plan)
    assert run(plan, *options) == 0
    assert "Nothing to write" in capsys.readouterr().out
    assert digests(plan) == before


def test_the_whole_truth_removes_what_it_does_not_say(plan, capsys):
    assert run(plan, given(plan, TIDY), "--indicator", "grade-3", "--replace", "--write") == 0
    assert (
        "removed  2022-23    all                              50 (n 400)" in capsys.readouterr().out
    )
    assert "first" not in (plan / "data/grade-3.csv").read_text("utf-8")


def test_a_file_brought_in_again_is_no_change(plan, capsys):
    assert run(plan, plan / "data/grade-3.csv", "--indicator", "grade-3", "--replace") == 0
    assert "0 added, 0 changed, 0 removed, 4 as before" in capsys.readouterr().out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_state_s_file_in_any_encoding(plan, capsys, encoding):
    text = STATE.replace("Grade 3 reading", "Año 3").replace("\n", "\r\n")
    assert run(plan, given(plan, text.encode(encoding)), *with_map(plan), "--write") == 0
    captured = capsys.readouterr()
    assert ("is read as" in captured.err) == (encoding in ("utf-16", "cp1252"))
    assert (plan / "data/grade-3.csv").read_text("utf-8") == (
        "period,value,n,group,note,status\n2022-23,50,400,,first,\n2023-24,54,410,,,\n"
        "2024-25,57,420,,,\n2023-24,56,200,female,,\n2024-25,<=10,212,female,,\n"
        "2023-24,52.1,210,male,,\n2024-25,,208,male,,suppressed\n"
    )


def test_a_wide_workbook_with_titles_and_footnotes(plan, capsys):
    file = plan.parent / "vendor.xlsx"
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("Read me").write("A1", "Figures of spring")
        sheet = book.add_worksheet("Results 2024-2025")
        table = [
            ["Reading, grade 3"],
            [],
            ["Test", "All", "All n", "Female", "Female n", "Male", "Male n"],
            ["Math", 0.4, 420, 0.4, 212, 0.4, 208],
            ["Reading", 0.571, 420, 0.59, 212, "--", 208],
            ["-- fewer than 16"],
        ]
        for at, row in enumerate(table):
            sheet.write_row(at, 0, row)
    mapping = """sheet: Results 2024-2025
header: 3
last_rows: 1
keep: {Test: Reading}
columns:
  period: {sheet: "Results {begins}-{ends}"}
wide:
  dimension: group
  columns: {All: all, Female: female, Male: male}
  n: {All n: all, Female n: female, Male n: male}
statuses: {"--": suppressed}
numbers: {fractions: yes}
"""
    assert run(plan, file, *with_map(plan, mapping), "--write") == 0
    written = (plan / "data/grade-3.csv").read_text("utf-8").splitlines()
    assert [line for line in written if line.startswith("2024-25")] == [
        "2024-25,57.1,420,,,",
        "2024-25,59,212,female,,",
        "2024-25,,208,male,,suppressed",
    ]


def test_a_fault_in_a_workbook_is_told_by_its_cell(plan, capsys):
    file = plan.parent / "vendor.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Rates")
        for at, row in enumerate(
            [["period", "value", "n", "group"], ["2024-25", 57, 420, "Femal"]]
        ):
            sheet.write_row(at, 0, row)
    before = digests(plan)
    assert run(plan, file, "--indicator", "grade-3", "--sheet", "Rates", "--write") == 1
    err = capsys.readouterr().err
    assert "vendor.xlsx:2:4: error: “Femal” is not covered, in the column “group” (cell D2)" in err
    assert "Did you mean “female”?" in err
    assert digests(plan) == before


def test_markdown_and_json_tell_no_hidden_number(plan, capsys):
    options = (given(plan, TIDY), "--indicator", "grade-3", "--format")
    assert run(plan, *options, "markdown") == 0
    out = capsys.readouterr().out
    assert "| 2024-25 | female | added |  | (hidden) |" in out
    assert "| 2023-24 | all | changed | 54 (n 410) | 54.5 (n 410) |" in out
    assert "5.5" not in out
    assert run(plan, *options, "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["counts"] == {"added": 2, "changed": 1, "removed": 0, "as_before": 3}
    female = next(r for r in told["rows"] if r["codes"] and r["kind"] == "added")
    assert female["after"] == {"status": "suppressed"}
    assert "5.5" not in json.dumps(told)
    assert told["ratings"][0]["indicator"] == "grade-3"


def test_a_number_that_is_hidden_from_now_on_is_told_of_no_more(plan, capsys):
    new = "period,value,n,group\n2023-24,56,12,female\n2023-24,52.1,210,male\n"
    for form in ("markdown", "json"):
        assert run(plan, given(plan, new), "--indicator", "grade-3", "--format", form) == 0
        out = capsys.readouterr().out
        assert "hidden" in out
        assert "56" not in out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TIDY.replace("female", "femal"), "Did you mean “female”?"),
        (TIDY.replace("57,", "57%,"), "new.csv:2:2: error: “57%” has a percent sign"),
        (TIDY.replace("2024-25,57", "2024-42,57"), "new.csv:2:1: error: “2024-42” cannot be"),
        (TIDY.replace("57,", "140,"), "140"),
        (TIDY + "2023-24,54.5,410,\n", "the same period and people as on line 4"),
        (TIDY.replace(",n,", ",tested,"), "new.csv:1:3: error: “tested” is not a column"),
        ("period,value\n2024-25,57\n", "the new ones do not"),
        (STATE, "error"),
        ("", "error"),
        (b"PK\x03\x04", "error"),
    ],
)
def test_nothing_is_written_where_anything_is_wrong(plan, capsys, text, said):
    before = digests(plan)
    assert run(plan, given(plan, text), "--indicator", "grade-3", "--write") == 1
    err = capsys.readouterr().err
    assert said in err
    assert "Nothing was written; data/grade-3.csv is as it was." in err
    assert digests(plan) == before


def test_a_mapping_with_a_slip_writes_nothing(plan, capsys):
    options = with_map(plan, MAPPING.replace("reads:", "read:"))
    before = digests(plan)
    assert run(plan, given(plan, STATE), *options, "--write") == 1
    assert "content/imports/state.yaml:4:26: error: “read” is not a key" in capsys.readouterr().err
    assert digests(plan) == before


def test_a_present_file_with_errors_is_not_changed_but_may_be_replaced(alder, capsys):
    plan = alder(PLAN | {"data/grade-3.csv": DATA.replace("54,410", "x,410")})
    options = (given(plan, TIDY), "--indicator", "grade-3", "--write")
    assert run(plan, *options) == 1
    assert "the present file has errors itself" in capsys.readouterr().err
    assert run(plan, *options, "--replace") == 0
    assert "not known while build.py check has errors" in capsys.readouterr().out


def test_errors_elsewhere_do_not_keep_from_writing(alder, capsys):
    plan = alder(PLAN | {"content/priorities/reading.md": "---\ntitle: x\n---\n"})
    assert run(plan, given(plan, TIDY), "--indicator", "grade-3", "--write") == 0
    assert "what readers see: not known" in capsys.readouterr().out
    assert "54.5" in (plan / "data/grade-3.csv").read_text("utf-8")


def test_a_measure_without_a_file_gets_one(alder):
    plan = alder(PLAN | {"data/grade-3.csv": None})
    assert run(plan, given(plan, TIDY), "--indicator", "grade-3", "--write") == 0
    assert (plan / "data/grade-3.csv").read_text("utf-8") == (
        "period,value,n,group\n2023-24,54.5,410,\n2024-25,57,420,\n2024-25,5.5,12,female\n"
    )


def test_numbers_in_a_workbook_are_left_to_excel(alder, capsys):
    plan = alder(PLAN | {"data/grade-3.csv": None})
    (plan / "data").mkdir()
    with xlsxwriter.Workbook(plan / "data/grade-3.xlsx") as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([["period", "value"], ["2023-24", 54]]):
            sheet.write_row(at, 0, row)
    assert run(plan, given(plan, TIDY), "--indicator", "grade-3", "--write") == 1
    assert "the numbers stand in a workbook" in capsys.readouterr().err
    assert not (plan / "data/grade-3.csv").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["new.csv"],
        ["new.csv", "--report"],
        ["--report", "--indicator", "grade-3"],
        ["new.csv", "--indicator", "grade-4"],
        ["nowhere.csv", "--indicator", "grade-3"],
        ["new.csv", "--indicator", "grade-3", "--map", "nowhere.yaml"],
        ["new.csv", "--indicator", "grade-3", "--format", "github"],
    ],
)
def test_wrong_usage_is_2(plan, monkeypatch, capsys, arguments):
    given(plan, TIDY)
    monkeypatch.chdir(plan.parent)
    assert run(plan, *arguments) == 2
    assert capsys.readouterr().err


def test_many_rows_are_summed_up_for_people_and_whole_for_programs(plan, capsys):
    text = "period,value,n\n" + "".join(
        f"{year}-{(year + 1) % 100:02d},50,400\n" for year in range(1950, 2010)
    )
    options = (given(plan, text), "--indicator", "grade-3", "--format")
    assert run(plan, *options, "text") == 0
    assert "… and 20 more (all of them with --format json)" in capsys.readouterr().out
    assert run(plan, *options, "markdown") == 0
    assert "… and 20 more" in capsys.readouterr().out
    assert run(plan, *options, "json") == 0
    assert len(json.loads(capsys.readouterr().out)["rows"]) == 60
