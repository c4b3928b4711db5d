from decimal import Decimal

import pytest
from unit.assess.measures import languages, measure

from planpress.model import quantities
from planpress.model.interval import Interval
from planpress.model.value import Value

EN = languages()["en"]
TENTHS = measure(decimals="1", target={"type": "numeric", "period": "2024-25", "value": "57"})
DOLLARS = measure(unit="dollars", decimals="0")
STUDENTS = measure(unit="students", decimals="0")


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("57", "57.0%"),
        ("56.5", "56.5%"),
        ("58.333333333333", "58.33%"),
        ("0.004", "0.004%"),
        ("56.96", "56.96%"),
        ("56.996", "56.996%"),
        ("57.004", "57.004%"),
    ],
)
def test_a_number_has_the_decimals_of_its_measure_or_more(number, written):
    assert quantities.amount(EN, Decimal(number), TENTHS) == written
    assert quantities.value(EN, Value(Decimal(number)), TENTHS) == written
    assert quantities.short_value(EN, Value(Decimal(number)), TENTHS) == written
    assert f"{quantities.bare(EN, Decimal(number), TENTHS)}%" == written


def test_a_bound_is_said_in_words():
    assert quantities.value(EN, Value.parse(">=98"), TENTHS) == "at least 98.0%"
    assert quantities.short_value(EN, Value.parse(">=98"), STUDENTS) == "at least 98"


def test_distances_follow_the_same_rule():
    assert quantities.difference(EN, Decimal(-3), TENTHS) == "3.0 percentage points"
    assert quantities.change(EN, Decimal(-3), TENTHS) == "−3.0 percentage points"
    assert quantities.short_difference(EN, Decimal("-1.333333333333"), TENTHS) == "1.33"
    assert quantities.change(EN, Decimal(-1200), DOLLARS) == "−$1,200"
    assert quantities.short_difference(EN, Decimal(-1200), DOLLARS) == "$1,200"
    assert quantities.difference(EN, Decimal(-1), STUDENTS) == "1 student"


def test_an_interval_has_a_decimal_at_least():
    known = Interval(Decimal("83.84"), Decimal("85.26"))
    assert quantities.interval(EN, known, TENTHS) == "83.8%–85.3%"
    assert quantities.interval(EN, known, measure()) == "83.8%–85.3%"


def test_a_number_can_be_compared_as_it_is_stated():
    assert quantities.as_stated(Decimal("58.3333"), TENTHS) == Decimal("58.33")
