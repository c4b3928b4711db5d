"""Totals and the groups that make them up."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from unit.check.numbered import CODES, GENDER, row, told

from planpress.check.shares import impossible_shares
from planpress.check.totals import groups_and_totals

YEAR = "2023-24"
FIVE = {"of": "all", "codes": CODES[2:]}


def found(*rows, **facts):
    return told(groups_and_totals, [row(YEAR, *cells) for cells in rows], **facts)


def rules(*rows, **facts):
    return [problem.rule for problem in found(*rows, **facts)]


FITTING = [
    (("54.1", "410"), ("55.0", "200", "female"), ("53.3", "210", "male")),
    (("54.1", "410"), ("55.0", "200", "female")),
    (("54.1", "410"), ("", "", "female"), ("53.3", "210", "male")),
    (("54.1", ""), ("55.0", "200", "female"), ("53.3", "210", "male")),
    (("54.1", ""), ("54.2", "", "female"), ("54.0", "", "male")),
    (("54.1", ""), ("54", "", "female"), ("54", "", "male")),  # rounded
    (("54.1", "410"), (">=54", "200", "female"), ("<=55", "210", "male")),
    (("54.1", "410"), ("55.0", "<=200", "female"), ("53.3", ">=210", "male")),
    (("", "410"), ("55.0", "200", "female"), ("53.3", "210", "male")),
    (("55.0", "200", "female"), ("53.3", "210", "male")),
]


@pytest.mark.parametrize("rows", FITTING)
def test_groups_that_make_up_their_total(rows):
    assert rules(*rows) == []


@pytest.mark.parametrize(
    ("rows", "rule", "said"),
    [
        (
            (("54.1", "410"), ("55.0", "200", "female"), ("53.3", "220", "male")),
            "groups-n",
            "n of female (line 3) and male (line 4) is 420 together, more than 410 of everyone",
        ),
        (
            (("54.1", "410"), ("55.0", "200", "female"), ("53.3", "190", "male")),
            "groups-n",
            "fewer than 410",
        ),
        ((("54.1", "410"), ("55.0", "420", "female")), "groups-n", "more than 410"),
        (
            (("45.1", "410"), ("55.0", "200", "female"), ("53.3", "210", "male")),
            "groups-total",
            "have 54.13 together (weighted by n), but everyone 45.1",
        ),
        (
            (("10.0", "410"), ("55.0", "200", "female")),
            "groups-total",
            "which cannot be, whatever is not known",
        ),
        ((("95.0", "410"), ("55.0", "200", "female")), "groups-total", "cannot be"),
        (
            (("90", "100"), ("10", "<=50", "female"), ("10", "<=60", "male")),
            "groups-total",
            "but everyone 90",
        ),
        (
            (("10.0", "410"), ("", "", "female"), ("53.3", "210", "male")),
            "groups-total",
            "cannot be",
        ),
        (
            (("54.4", ""), ("54.0", "", "female"), ("54.2", "", "male")),
            "groups-range",
            "54.4 does not lie between the lowest and the highest of female (line 3)",
        ),
        ((("53.8", ""), ("54.1", "", "female"), ("54.2", "", "male")), "groups-range", "54.1"),
    ],
)
def test_groups_that_do_not(rows, rule, said):
    (problem,) = found(*rows)
    assert (problem.level, problem.rule, problem.place.line) == ("warning", rule, 2)
    assert said in problem.message
    assert "column note" in problem.hint


def test_one_period_and_total_is_one_problem_and_a_note_explains_it():
    rows = [
        row("2022-23", "45.1", "410", note="As published"),
        row("2022-23", "55.0", "200", "female"),
        row("2022-23", "53.3", "210", "male"),
        row(YEAR, "45.1", "410"),
        row(YEAR, "55.0", "200", "female"),
        row(YEAR, "53.3", "210", "male"),
    ]
    problems = told(groups_and_totals, rows)
    assert [(p.level, p.place.line) for p in problems] == [("notice", 2), ("warning", 5)]


def test_periods_may_have_other_rows_in_another_order():
    rows = [
        row("2022-23", "54.1", "410"),
        row("2022-23", "55.0", "200", "female"),
        row("2022-23", "53.3", "210", "male"),
        row(YEAR, "53.3", "210", "male"),
        row(YEAR, "55.0", "200", "female"),
        row(YEAR, "45.1", "410"),
    ]
    assert [p.place.line for p in told(groups_and_totals, rows)] == [7]
    assert told(groups_and_totals, rows[:3] + rows[3:4]) == []


def test_counts_add_up_and_means_lie_between():
    parts = (("20", "", "female"), ("22", "", "male"))
    assert rules(("42", ""), *parts, unit="students") == []
    (problem,) = found(("43", ""), *parts, unit="students")
    assert problem.message.endswith("add up to 42, but everyone to 43")
    assert rules(("41", ""), parts[0], ("22", "", "male"), unit="schools") == ["groups-total"]
    assert rules(("43", ""), parts[0], unit="people") == []
    assert rules(("19", ""), parts[0], unit="people") == ["groups-total"]
    for unit in ("days", "points", "dollars", "number"):
        assert rules(("42", ""), *parts, unit=unit) == []
        assert rules(("21.3", ""), *parts, unit=unit) == []
        assert rules(("18", ""), *parts, unit=unit) == ["groups-range"]
        assert rules(("30", ""), *parts, unit=unit) == ["groups-range"]


def test_groups_within_a_group_are_looked_at_too():
    nested = {"of": "female", "codes": ("a", "b")}
    rows = (("54.1", "410"), ("55.0", "200", "female"), ("60.0", "100", "a"), ("70.0", "100", "b"))
    (problem,) = found(*rows, partitions=(GENDER, nested))
    assert (problem.place.line, problem.rule) == (3, "groups-total")
    assert "a (line 4) and b (line 5) have 65.00 together" in problem.message


def test_many_parts_are_named_in_part():
    rows = [("45.1", "500"), *(("55.0", "100", code) for code in FIVE["codes"])]
    (problem,) = found(*rows, partitions=(FIVE,))
    assert "a (line 3), b (line 4), c (line 5), d (line 6) and e (line 7) have" in problem.message


ROUNDINGS = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)
TABLES = st.lists(
    st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    min_size=5,
    max_size=5,
)


def written(did: int, n: int, decimals: int, rounding: str) -> str:
    return str((Decimal(100 * did) / n).quantize(Decimal(1).scaleb(-decimals), rounding))


def table(people, decimals, rounding):
    """Return the rows of everyone and of five groups, from whole people."""
    whole = (sum(did for did, _ in people), sum(n for _, n in people))
    return [
        (written(*one, decimals, rounding), str(one[1]), group)
        for one, group in zip([whole, *people], ["", *FIVE["codes"]], strict=True)
    ]


@settings(max_examples=150)
@example([(0, 1), (0, 1), (0, 1), (1, 1), (0, 2)], 0, ROUND_DOWN, set())
@given(TABLES, st.integers(0, 2), st.sampled_from(ROUNDINGS), st.sets(st.integers(1, 5)))
def test_whole_people_are_never_doubted(people, decimals, rounding, hidden):
    rows = table(people, decimals, rounding)
    some = [("", "", one[2]) if at in hidden else one for at, one in enumerate(rows)]
    fewer = [one for at, one in enumerate(rows) if at not in hidden]
    bare = [(value, "", group) for value, _, group in rows]
    for kept in (rows, some, fewer, bare):
        assert found(*kept, partitions=(FIVE,)) == []
        assert told(impossible_shares, [row(YEAR, *cells) for cells in kept]) == []


@settings(max_examples=150)
@given(TABLES, st.integers(0, 2), st.sampled_from(ROUNDINGS), st.integers(0, 5))
def test_a_number_of_people_with_two_digits_changed_places_is_doubted(
    people, decimals, rounding, at
):
    rows = table(people, decimals, rounding)
    value, n, group = rows[at]
    swapped = n[::-1].lstrip("0")
    if swapped != n:
        rows[at] = (value, swapped, group)
        assert rules(*rows, partitions=(FIVE,)) == ["groups-n"]


@settings(max_examples=150)
@given(TABLES, st.integers(0, 2), st.sampled_from(ROUNDINGS))
def test_a_total_ten_points_off_is_doubted(people, decimals, rounding):
    rows = table(people, decimals, rounding)
    value, n, group = rows[0]
    off = Decimal(value) + (10 if Decimal(value) < 50 else -10)
    rows[0] = (str(off), n, group)
    assert rules(*rows, partitions=(FIVE,)) == ["groups-total"]
