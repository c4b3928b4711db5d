from decimal import Decimal

import pytest

from planpress.model.decimals import decimals_needed, decimals_shown, places


@pytest.mark.parametrize(
    ("number", "decimals", "expected"),
    [
        ("50", 0, 0),
        ("50", 2, 0),
        ("52.5", 0, 1),
        ("52.50", 0, 1),
        ("53.333333333333", 0, 1),
        ("53.333333333333", 1, 2),
        ("0.04", 0, 2),
        ("-0.004", 0, 3),
        ("0", 0, 0),
        ("1E+3", 0, 0),
    ],
)
def test_a_number_is_written_with_as_many_decimals_as_it_needs(number, decimals, expected):
    assert decimals_needed(Decimal(number), decimals) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [("85", 0), ("85.0", 1), ("-84.65", 2), ("1E+2", 0)]
)
def test_a_number_is_written_with_so_many_decimals(number, expected):
    assert places(Decimal(number)) == expected


@pytest.mark.parametrize(
    ("number", "decimals", "beside", "shown"),
    [
        ("57", 1, None, 1),
        ("57.25", 1, None, 2),
        ("58.333333333333", 1, None, 2),
        ("56.996", 1, None, 1),
        ("56.996", 1, "57", 3),
        ("57", 1, "57.0", 1),
        ("57.00", 0, "57", 0),
        ("0.004", 1, None, 3),
    ],
)
def test_a_number_is_shown_with_the_measures_decimals_at_least(number, decimals, beside, shown):
    near = Decimal(beside) if beside else None
    assert decimals_shown(Decimal(number), decimals, near) == shown
