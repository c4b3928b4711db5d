from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from unit.read.importing import MEASURE, mapped, told

from planpress.read.mapping import as_it_is
from planpress.read.table import Table

WHOLE = """
columns:
  period: {column: Year, reads: "{begins}-{ends}"}
  value: Rate
  group: {column: Group, means: {All: all, F: female}}
"""


def test_a_mapping_is_typed(tmp_path):
    how, problems = mapped(tmp_path, WHOLE)
    assert problems == []
    assert how.columns["value"].column == "Rate"
    assert how.columns["group"].means == {"All": "all", "F": "female"}
    assert (how.header, how.last_rows, how.encoding) == (1, 0, None)


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("columns:", "colums:", "2:1", "Did you mean “columns”?"),
        ("reads:", "read:", "3:26", "Did you mean “reads”?"),
        ("{begins}", "{begin}", "3:26", "“{begin}” is no part of a period"),
        ("  value: Rate", "", "2:1", "“value” is missing"),
        ("  value:", "  valu:", "4:3", "Did you mean “value”?"),
        ("  group:", "  groups:", "5:3", "Did you mean “group”?"),
        ("F: female", "F: femal", "5:44", "Did you mean “female”?"),
        ("value: Rate", "value: {column: Rate, always: 3}", "4:3", "write one of"),
        ("value: Rate", "value: {column: Rate, reads: '{year}'}", "4:25", "tells a period"),
        ("columns:", "statuses: {'*': supressed}\ncolumns:", "2:12", "Did you mean “suppressed”?"),
        ("columns:", "bounds: {'or less': '<='}\ncolumns:", "2:10", "{number} or less"),
        ("columns:", "bounds: {'{number} or less': '<'}\ncolumns:", "2:10", "is not one of >=, <="),
        ("columns:", "numbers: {decimals: comma}\ncolumns:", "2:11", "Did you mean “decimal”?"),
        (
            "columns:",
            "numbers: {decimal: comma, thousands: comma}\ncolumns:",
            "2:1",
            "cannot be the same sign",
        ),
        ("columns:", "header: three\ncolumns:", "2:1", "is not a whole number"),
        ("  value: Rate", "  value: Rate\n  value: Rate", "5:3", "stands here again"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path, old, new, place, said):
    how, problems = mapped(tmp_path, WHOLE.replace(old, new, 1))
    assert how is None
    found = told(problems)
    assert any(
        where == f"content/imports/state.yaml:{place}" and said in f"{message} {hint}"
        for where, _, message, hint in found
    ), found


WIDE = """
columns:
  period: {always: 2023-24}
wide:
  dimension: group
  columns: {"F %": female, "M %": male}
  n: {"F n": female}
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "", ""),
        ("dimension: group", "dimension: grup", "“grup” is not a dimension"),
        ("female, ", "femal, ", "“femal” is not a code"),
        ('"F n": female', '"F n": asian', "no column has the values of “asian”"),
        ("columns:\n", "columns:\n  value: Rate\n", "“value” is told by “wide” already"),
        ("dimension: group", "dimension: period", "“female” is not a period"),
    ],
)
def test_wide_tables_are_checked(tmp_path, old, new, said):
    _, problems = mapped(tmp_path, WIDE.replace(old, new, 1))
    assert bool(problems) == bool(said)
    assert not said or any(said in p.message for p in problems), told(problems)


def test_broken_yaml_is_told_with_its_line(tmp_path):
    _, problems = mapped(tmp_path, "columns:\n  period: [\n")
    assert [p.rule for p in problems][:1] == ["yaml"]
    assert "the file is not valid YAML" in problems[0].message


def test_a_tidy_file_needs_no_mapping():
    table = Table(("period", "value", "group"), (["2024"], ["5"], [""]), [2])
    how, problems = as_it_is(table, "x.csv", MEASURE)
    assert problems == []
    assert how.columns["group"].means == {"": "all"}


def test_what_is_not_tidy_is_told_to_be_mapped():
    how, problems = as_it_is(Table(("period", "grup"), ([], []), []), "x.csv", MEASURE)
    assert how is None
    assert [p.message for p in problems] == [
        "“grup” is not a column of the measure rate",
        "the column “value” is missing",
    ]
    assert all("--map" in p.hint for p in problems)
    assert str(problems[0].place) == "x.csv:1:2"


ODD = """wide: []
columns: x
columns: []
keep: x
  value: []
  value: {column: []}
  value: {}
  group: {means: x}
  group: {means: [a]}
  group: {column: G, means: {a: [b]}}
statuses: x
statuses: {NA: []}
bounds: {a: []}
numbers: x
numbers: {round: -1}
keep: {a: {b: c}}
  columns: {a: []}
encoding: latin
leave_out: {a: b}
- a
&a *a"""
LINES = some.sampled_from([text for part in (WHOLE, WIDE, ODD) for text in part.splitlines()])


@settings(max_examples=150)
@given(some.lists(LINES, max_size=8))
def test_no_mapping_is_a_traceback(lines):
    with TemporaryDirectory() as name:
        how, problems = mapped(Path(name), "\n".join(lines))
    assert (how is None) == any(p.stops for p in problems)
    assert all(p.message and p.hint for p in problems)
