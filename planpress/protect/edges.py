"""Shares near 0 and 100: published as bounds, so that nobody learns what nearly all have in common.

Top and bottom coding by the size of the group, after *Statistical Methods for Protecting
Personally Identifiable Information in Aggregate Reporting* (NCES 2011-603, SLDS Technical Brief 3,
December 2010). The bounds are worked out from the number of people instead of read from its table.
"""

from decimal import Decimal
from typing import NamedTuple

from planpress.model.decimals import places
from planpress.model.value import Bound, Value


class Edge(NamedTuple):
    """A share that may only be published as a bound, and the counts that the bound allows."""

    value: Value
    fewest: int
    most: int


def edge(value: Value, n: int, interval: int) -> Edge | None:
    """Return the bound to publish for a share in percent of `n` people; None if it may be shown.

    It may not where fewer than `interval` people can be on one side. The bound is the whole percent
    beyond which as many people may be: 20 of 20 becomes `>=85` for an interval of 3. A bound
    that is wide enough already stays as it is.
    """
    if not n > 0 or interval <= 0:
        return None
    low, high = allowed(value, n)
    if low >= interval and n - high >= interval:
        return None
    if low >= interval:
        if high - low >= interval and not value.exact:
            return Edge(value, low, n)
        bound = Value(Decimal(max(100 * (n - interval), 0) // n), Bound.AT_LEAST)
        return Edge(bound, max(n - interval, 0), n)
    if high - low >= interval and not value.exact:
        return Edge(value, 0, high)
    bound = Value(Decimal(min(-(-100 * interval // n), 100)), Bound.AT_MOST)
    return Edge(bound, 0, min(interval, n))


def allowed(value: Value, n: int) -> tuple[int, int]:
    """Return the fewest and the most of `n` people that a share, as it is rounded, allows.

    Where none fits the share, the count nearest to it is both.
    """
    number, scale = fraction(value.number)
    if value.bound is Bound.AT_LEAST:
        return min(-(-number * n // (100 * scale)), n), n
    if value.bound is Bound.AT_MOST:
        return 0, max(number * n // (100 * scale), 0)
    low = -(-(2 * number - 1) * n // (200 * scale))
    high = (2 * number + 1) * n // (200 * scale)
    if low > high:
        low = high = nearest(number, scale, n)
    return max(low, 0), min(high, n)


def nearest(number: int, scale: int, n: int) -> int:
    """Return the count of `n` people that is nearest to number/scale percent."""
    return (2 * number * n + 100 * scale) // (200 * scale)


def fraction(number: Decimal) -> tuple[int, int]:
    """Return a decimal as a whole number and the power of ten it is divided by."""
    decimals = places(number)
    return int(number.scaleb(decimals)), 10**decimals
