"""Which whole numbers of people a share allows."""

from decimal import Decimal

import pytest

from planpress.audit.fits import counts, fewest, shares, sizes
from planpress.model.value import Value


@pytest.mark.parametrize(
    ("share", "decimals", "n", "low", "high"),
    [
        ("88.9", 1, 45, 40, 40),
        ("80.0", 1, 25, 20, 20),
        ("50", 0, 100, 50, 50),
        ("50", 0, 1000, 495, 505),
        (">=98", 0, 50, 49, 50),
        ("<=2", 0, 200, 0, 4),
        ("100", 0, 20, 20, 20),
        ("0.0", 1, 20, 0, 0),
    ],
)
def test_the_counts_of_a_share(share, decimals, n, low, high):
    assert counts(Value.parse(share), Decimal(n), decimals) == (low, high)


def test_a_share_that_is_no_whole_number_of_people():
    assert counts(Value.parse("50.0"), Decimal(7), 1) is None


def test_the_measure_may_have_more_decimals_than_a_value_is_written_with():
    assert shares(Value.parse("50"), 1) == (Decimal("49.95"), Decimal("50.05"))
    assert shares(Value.parse("50.00"), 1) == (Decimal("49.995"), Decimal("50.005"))


@pytest.mark.parametrize(("share", "n"), [("33.3", 3), ("50.0", 2), ("74.42", 43), ("100", 1)])
def test_the_smallest_number_of_people(share, n):
    assert fewest(Value.parse(share), 1) == n


def test_few_numbers_of_people_allow_a_share():
    assert sizes(Value.parse("33.3"), 1, 1, 10) == (3, 9)
    assert sizes(Value.parse("74.4"), 1, 1, 50) == (39, 43)
    assert sizes(Value.parse("74.4"), 1, 1, 38) is None
