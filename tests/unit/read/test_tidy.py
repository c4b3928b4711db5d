"""Tables of states and vendors, in the shapes that they have."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from unit.read.importing import MEASURE, PROJECT, mapped, told

from planpress.model.series import Status
from planpress.read.foreign import read_foreign
from planpress.read.tidy import tidy

LONG = """School Year,District Code,Group,N,Rate
2023-2024,9999,All Students,"1,204",86.0%
2023-2024,9999,F,602,>=95%
2023-2024,9999,M,N<16,*
2023-2024,9999,White,300,90%
2023-2024,0010,All Students,500,80.0%
"""
LONG_MAP = """
keep: {District Code: "9999"}
columns:
  period: {column: School Year, reads: "{begins}-{ends}"}
  value: Rate
  n: {column: N, means: {"N<16": "<=15"}}
  group:
    column: Group
    means: {All Students: all, F: female, M: male}
    leave_out: [White]
statuses: {"*": suppressed}
numbers: {percent: yes, thousands: comma}
"""


def made(tmp_path, text, mapping):
    how, problems = mapped(tmp_path, mapping)
    assert problems == []
    file = tmp_path / "state.csv"
    file.write_text(text, "utf-8")
    table, problems = read_foreign(file, "state.csv", how)
    assert problems == []
    return tidy(table, how, MEASURE, PROJECT, "state.csv")


def rows(series):
    return [
        (
            ",".join(code for _, code in row.codes),
            str(row.period),
            str(row.value or ""),
            str(row.n or ""),
            row.status.value,
            row.line,
        )
        for row in series.observations
    ]


def test_a_long_file_of_a_state(tmp_path):
    series, problems = made(tmp_path, LONG, LONG_MAP)
    assert problems == []
    assert rows(series) == [
        ("", "2023-24", "86.0", "1204", "", 2),
        ("female", "2023-24", ">=95", "602", "", 3),
        ("male", "2023-24", "", "<=15", "suppressed", 4),
    ]
    assert series.dimensions == ("group",)


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        (",F,", ",Femal,", "3:3", "“Femal” is not covered"),
        (",F,", ",,", "3:3", "an empty cell is not covered"),
        ("86.0%", "eighty", "2:5", "“eighty” is not a number"),
        ("86.0%", "", "2:5", "the value is empty"),
        ("2023-2024,9999,F", "2023-2042,9999,F", "3:1", "cannot be a school year"),
        ("602", "6o2", "3:4", "“6o2” is not a number"),
        (",602,", ",*,", "3:4", "hides how many people"),
        (",F,602", ",All Students,602", "3:5", "the same period and people as on line 2"),
    ],
)
def test_what_is_not_covered_is_named(tmp_path, old, new, place, said):
    assert old in LONG
    series, problems = made(tmp_path, LONG.replace(old, new, 1), LONG_MAP)
    assert series is None
    found = [(where, message) for where, _, message, _ in told(problems)]
    assert any(w == f"state.csv:{place}" and said in m for w, m in found), found


def test_the_nearest_known_is_named(tmp_path):
    text = LONG.replace(",F,", ",Al Students,", 1)
    _, (problem,) = made(tmp_path, text, LONG_MAP)
    assert "Did you mean “All Students”?" in problem.hint


def test_a_column_that_is_not_there(tmp_path):
    _, problems = made(tmp_path, LONG.replace("Rate", "Rates", 1), LONG_MAP)
    assert told(problems)[0][0] == "content/imports/state.yaml:5:3"
    assert "Did you mean “Rates”?" in problems[0].hint


def test_a_filter_that_keeps_nothing(tmp_path):
    series, (problem,) = made(tmp_path, LONG.replace("9999", "9998"), LONG_MAP)
    assert series is None
    assert str(problem.place) == "content/imports/state.yaml:2:8"
    assert "Did you mean “9998”?" in problem.hint


def test_columns_that_are_not_used_and_rounding_are_said(tmp_path):
    text = LONG.replace("86.0%", "86.05%").replace("Rate\n", "Rate,Extra\n").replace("%\n", "%,\n")
    text = text.replace("*\n", "*,\n")
    mapping = LONG_MAP.replace("percent: yes", "percent: yes, round: 1")
    series, problems = made(tmp_path, text, mapping)
    assert rows(series)[0][2] == "86.1"
    assert [p.message for p in problems] == [
        "not used: “Extra”",
        "1 different values are rounded, such as “86.05%” to 86.1",
    ]


def test_groups_as_columns(tmp_path):
    text = "Year;All;Alln;F;Fn;M\n2024;84,6;1.204;90;602;--\n2023;n/a;;;;\n"
    mapping = """
    delimiter: semicolon
    columns: {period: Year, status: {always: preliminary}}
    wide:
      dimension: group
      columns: {All: all, F: female, M: male}
      n: {Alln: all, Fn: female}
      leave_out: [n/a, ""]
    statuses: {"--": suppressed}
    numbers: {decimal: comma, thousands: point}
    """
    series, problems = made(tmp_path, text, mapping)
    assert problems == []
    assert rows(series) == [
        ("", "2024", "84.6", "1204", "preliminary", 2),
        ("female", "2024", "90", "602", "preliminary", 2),
        ("male", "2024", "", "", "suppressed", 2),
    ]


def test_periods_as_columns_and_a_constant_group(tmp_path):
    text = "Measure,SY22,SY23\nRate,0.5,0.525\n"
    mapping = """
    keep: {Measure: Rate}
    columns: {group: {always: asian}}
    wide: {dimension: period, columns: {SY22: 2021-22, SY23: 2022-23}}
    numbers: {fractions: yes}
    """
    series, problems = made(tmp_path, text, mapping)
    assert problems == []
    assert rows(series) == [
        ("asian", "2021-22", "50", "", "", 2),
        ("asian", "2022-23", "52.5", "", "", 2),
    ]


def test_two_columns_of_one_group_repeat_a_row(tmp_path):
    text = "Year,A,B\n2024,5,6\n"
    mapping = """
    columns: {period: Year}
    wide: {dimension: group, columns: {A: all, B: all}}
    """
    series, (problem,) = made(tmp_path, text, mapping)
    assert series is None
    assert problem.rule == "repeated-row"


def test_statuses_notes_and_the_file_s_own_codes(tmp_path):
    text = "period,value,status,note,group\n2024,,not_administered,closed,female\n2024,5,,,\n"
    mapping = """
    columns:
      period: period
      value: value
      status: status
      note: note
      group: {column: group, means: {"": all}}
    """
    series, problems = made(tmp_path, text, mapping)
    assert problems == []
    first, second = series.observations
    assert (first.status, first.note, first.codes) == (
        Status.NOT_ADMINISTERED,
        "closed",
        (("group", "female"),),
    )
    assert second.codes == ()


def test_one_slip_in_a_whole_column_stays_readable(tmp_path):
    text = "Year,Rate\n" + "".join(f"{1500 + at},x\n" for at in range(500))
    _, problems = made(tmp_path, text, "columns: {period: Year, value: Rate}")
    assert len(problems) == 21
    assert "480 more" in problems[-1].message


def test_a_month_stays_a_month(tmp_path):
    _, problems = made(
        tmp_path,
        "When,Rate\n12/2011,5\n",
        'columns: {period: {column: When, reads: "{month}/{year}"}, value: Rate}',
    )
    assert problems == []


ODD = """,|"|;|%|*|9999|All Students|2023-2024|½|٣|1,204|é|1e400|NaN|>=|<=-5|0.5|School Year"""
DIRT = some.sampled_from(
    [*ODD.split("|"), "", "|", "\n", "\r", "\x00", "\ufeff", "\u202f", "9" * 40]
)


@settings(max_examples=150)
@given(some.lists(some.tuples(some.integers(0, len(LONG)), DIRT), max_size=6), some.booleans())
def test_no_dirt_is_a_traceback(slips, rounded):
    text = LONG
    for at, dirt in slips:
        text = text[:at] + dirt + text[at + len(dirt) :]
    mapping = LONG_MAP.replace("percent: yes", "percent: yes, round: 1") if rounded else LONG_MAP
    with TemporaryDirectory() as name:
        how, _ = mapped(Path(name), mapping)
        file = Path(name) / "state.csv"
        file.write_bytes(text.encode())
        table, problems = read_foreign(file, "state.csv", how)
        series = None
        if table is not None:
            series, problems = tidy(table, how, MEASURE, PROJECT, "state.csv")
    assert series is not None or any(p.stops for p in problems)
    for row in series.observations if series else ():
        assert row.value is not None or row.status
