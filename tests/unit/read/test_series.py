import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.model.period import Form
from planpress.model.series import Status
from planpress.read.series import read_series

DIRT = "abc,\"\n2023-4.%<>=é\t\x0c\x1f\u2028\\' "


def read(text):
    return read_series("grade-3", "data/grade-3.csv", text)


def test_rows_become_observations():
    series, problems = read(
        "period,value,n,status,group,level,note\n"
        "2022-23,51.70,400,,,all,\n"
        '2023-24,>=98,<=50,preliminary,female,high,"Two\nlines"\n'
        "2024-25,,,not_administered,,,\n"
    )
    assert problems == []
    first, second, third = series.observations
    assert (str(first.value), str(first.n), first.codes) == ("51.70", "400", ())
    assert second.codes == (("group", "female"), ("level", "high"))
    assert str(second.value) == ">=98"
    assert str(second.n) == "<=50"
    assert second.note == "Two\nlines"
    assert third.value is None
    assert third.status is Status.NOT_ADMINISTERED
    assert third.place.line == 5
    assert series.dimensions == ("group", "level")


@pytest.mark.parametrize(
    ("text", "rule", "line", "column", "said"),
    [
        ("", "empty-file", 1, 0, "empty"),
        ("a" + "," * 5000, "too-large", 1, 0, "5001"),
        ("period,value\n2023-24,5,7\n", "ragged-row", 2, 0, "3 cells"),
        ("period,value,n\n2023-24,5\n", "ragged-row", 2, 0, "2 cells"),
        ('period,value\n2023-24,"5\n', "csv", 2, 0, "quotation"),
        ("\nperiod,value\n2023-24,5\n", "csv", 1, 0, "first line"),
        ("period,value,\n2023-24,5,\n", "blank-header", 1, 3, "column 3"),
        ("period,value,value\n2023-24,5,6\n", "repeated-column", 1, 3, "value"),
        ("period,valeu\n2023-24,5\n", "missing-column", 1, 0, "value"),
        ("period,value\n2023-24,(-)\n", "wrong-value", 2, 2, "(-)"),
        ("period,value\n2023-24,1.2.3\n", "wrong-value", 2, 2, "1.2.3"),
        ("period,value\n2023-42,5\n", "wrong-period", 2, 1, "2023-42"),
        ("period,value,n\n2023-24,5,15 or less\n", "wrong-n", 2, 3, "15 or less"),
        ("period,value,n\n2023-24,5,1.5\n", "wrong-n", 2, 3, "people"),
        ("period,value,status\n2023-24,,supressed\n", "wrong-status", 2, 3, "suppressed"),
        ("period,value\n2023-24,\n", "empty-value", 2, 2, "empty"),
    ],
)
def test_faults_have_line_and_column(text, rule, line, column, said):
    _, problems = read(text)
    assert [(p.rule, p.place.line, p.place.column) for p in problems] == [(rule, line, column)]
    assert said in problems[0].message
    assert problems[0].hint


def test_all_faults_of_a_file_are_told():
    series, problems = read("period,value\n2023-24,x\n2024-99,5\n2025-26,\n2026-27,5\n")
    assert [p.place.line for p in problems] == [2, 3, 4]
    assert [str(row.period) for row in series.observations] == ["2026-27"]


def test_all_ragged_rows_are_told():
    _, problems = read("period,value\n2023-24,5,\n2024-25,6\n2025-26\n")
    assert [p.place.line for p in problems] == [2, 4]


def test_blank_lines_do_not_move_the_line_numbers():
    _, problems = read("period,value\n\n2023-24,5\n\n2024-25,x\n")
    assert [p.place.line for p in problems] == [5]


def test_a_header_alone_says_that_nothing_is_published():
    series, problems = read("period,value\n")
    assert problems == []
    assert series.observations == ()


def test_the_file_decides_whether_2011_12_is_a_year_or_a_month():
    months, _ = read("period,value\n2011-11,5\n2011-12,6\n")
    years, _ = read("period,value\n2010-11,5\n2011-12,6\n")
    assert {o.period.form for o in months.observations} == {Form.MONTH}
    assert {o.period.form for o in years.observations} == {Form.SCHOOL_YEAR}


@given(st.sampled_from(["", "period,value\n"]), st.text(alphabet=DIRT, max_size=60))
def test_no_text_makes_the_reader_fall(start, text):
    series, problems = read(start + text)
    assert series is not None or problems
