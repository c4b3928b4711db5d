from collections.abc import Callable
from decimal import Decimal

import pytest
from unit.chart.small_plan import a_standing

from planpress.chart.gap_phrases import beside_everyone, cell, course_of, earlier_gap, only_period
from planpress.chart.subject import Subject
from planpress.model.equity import Course

About = Callable[..., Subject]


@pytest.mark.parametrize(
    ("behind", "words", "short"),
    [
        ("11.1", "11.1 percentage points behind", "11.1 behind"),
        ("-1", "1.0 percentage points ahead", "1.0 ahead"),
        ("0.04", "0.04 percentage points behind", "0.04 behind"),
        ("0.0", "no gap", "no gap"),
    ],
)
def test_a_gap_has_words_and_no_sign(about: About, behind: str, words: str, short: str) -> None:
    found = about("graduation-rate")
    assert beside_everyone(found, Decimal(behind)) == words
    assert cell(found, Decimal(behind)) == short


def test_a_move_that_may_be_chance_says_so(about: About) -> None:
    found = about("graduation-rate")
    many = a_standing("el", ("50.0", "9000"), ("70.0", "9000"), Course.CLOSING)
    few = a_standing("el", ("64.0", "40"), ("70.0", "40"), Course.CLOSING)
    same = a_standing("el", ("64.0", "40"), ("68.6", "40"), Course.SAME)
    unknown = a_standing("el", ("64.0", ""), ("70.0", "40"), Course.CLOSING)
    told = [course_of(found, one) for one in (many, few, same, unknown)]
    assert told == ["closing", "closing (may be chance)", "staying the same", "closing"]


def test_an_earlier_gap_names_its_period_unless_the_column_does(about: About) -> None:
    found = about("graduation-rate")
    then = a_standing("el", ("64.0", "40"), ("70.0", "40"), Course.CLOSING).then
    assert then
    assert earlier_gap(found, then, then.period) == "16.0 behind"
    assert earlier_gap(found, then, None) == "16.0 behind (2020–21)"
    assert earlier_gap(found, None, then.period) == ""
    assert only_period([then, None, then]) == then.period
    assert only_period([None]) is None
