"""Shares that look as if they were something else."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.assess.measures import point
from unit.check.numbered import row, told

from planpress.check.shares import fractions, impossible_shares
from planpress.model.words import Words

YEAR = "2023-24"


def shares(*cells, **facts):
    return told(impossible_shares, [row(YEAR, *one) for one in cells], **facts)


def test_a_share_that_nobody_can_make_is_told_with_the_nearest_ones():
    (found,) = shares(("33.3", "10"))
    assert (found.level, found.rule, found.place.line) == ("warning", "share-of-n", 2)
    assert found.message == (
        "33.3 is not a share of 10 people: 3 of them are 30.00, 4 of them are 40.00"
    )
    assert "column note" in found.hint


@pytest.mark.parametrize(
    ("value", "n"),
    [
        ("33.3", "12"),  # 4 of 12
        ("66.6", "12"),  # cut off
        ("66.7", "12"),  # rounded
        ("12.5", "8"),
        ("12", "8"),  # half to even
        ("13", "8"),  # half up
        ("0", "7"),
        ("100", "7"),
        ("33.3", "<=10"),
        (">=33.3", "10"),
        ("33.3", ""),
        ("", "10"),
        ("33.3", "1000"),
        ("133", "10"),  # told by another rule
    ],
)
def test_shares_that_somebody_can_make(value, n):
    assert shares((value, n)) == []


def test_a_share_of_nobody():
    (found,) = shares(("33.3", "0"))
    assert found.message == "33.3 is not a share of 0 people: there is nobody"


def test_it_is_one_problem_for_a_file_with_the_first_lines():
    (found,) = shares(*[("33.3", "10")] * 9)
    assert "; 8 more rows do not fit their n (line 3, line 4" in found.message
    assert found.message.endswith("line 7 and others)")
    (found,) = shares(*[("33.3", "10")] * 2)
    assert found.message.endswith("; another does not (line 3)")


def test_rows_with_a_note_are_told_apart():
    rows = [row(YEAR, "33.3", "10", note="Weighted"), row(YEAR, "33.4", "10")]
    found = told(impossible_shares, rows)
    assert [(p.level, p.place.line) for p in found] == [("warning", 3), ("notice", 2)]


def test_where_n_is_not_the_whole_the_measure_may_say_so():
    words = Words({"en": "Answers are weighted by grade."})
    assert [p.level for p in shares(("33.3", "10"), accuracy=words)] == ["notice"]
    mostly = [("30", "10"), ("40", "10"), ("33.3", "10")]
    assert [p.level for p in shares(*mostly, accuracy=words)] == ["warning"]


def test_only_percent_is_a_share():
    assert shares(("33.3", "10"), unit="points") == []


@given(st.integers(0, 10_000), st.integers(1, 150), st.integers(0, 2))
def test_the_rule_agrees_with_counting(hundredths, n, decimals):
    unit = Fraction(1, 10**decimals)
    value = Fraction(hundredths, 100) // unit * unit
    possible = any(
        value - unit / 2 <= Fraction(100 * did, n) < value + unit for did in range(n + 1)
    )
    written = f"{float(value):.{decimals}f}"
    small = written != "0" * len(written) and value <= 1
    doubted = shares((written, str(n)), ("51", "100"))
    assert bool(doubted) is not possible or small


def told_fractions(*values, **facts):
    rows = [row(f"20{at}-{at + 1}", value) for at, value in enumerate(values, 16)]
    return told(fractions, rows, **facts)


def test_a_file_of_fractions_is_told_once():
    (found,) = told_fractions("0.846", "0.85", "1")
    assert (found.level, found.rule, found.place.line) == ("warning", "fraction", 2)
    assert found.message == "all values of the file lie between 0 and 1, such as 0.846"
    assert found.hint.startswith("Write them in percent: 84.6 and not 0.846.")


def test_a_new_period_of_fractions_is_told():
    rows = [
        *(row("2022-23", "84.6", "", group) for group in ("", "female")),
        *(row(YEAR, "0.851", "", group) for group in ("", "female")),
    ]
    (found,) = told(fractions, rows)
    assert (found.place.line, found.message) == (
        4,
        "all values of 2023-24 lie between 0 and 1, such as 0.851",
    )


@pytest.mark.parametrize(
    "values",
    [("0.5", "84.6"), ("2.1", "0.8"), ("0", "1"), ("1", "1"), ("84.6", "0"), ("84.6", "1"), ()],
)
def test_small_shares_among_others(values):
    assert told_fractions(*values) == []


def test_a_measure_of_very_small_shares():
    start = point("2015-16", "0.9")
    assert told_fractions("0.8", "0.7", baseline=start) == []
    goal = {"type": "numeric", **point("2026-27", "0.5")}
    assert told_fractions("0.8", "0.7", target=goal) == []
    assert told_fractions("0.8", "0.7", unit="points") == []
    # their decimals are looked at
    assert shares(("0.8", "10"), baseline=start) != []
    assert shares(("0.8", "10")) == []
