"""Which whole numbers of people a published share allows."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache
from typing import NamedTuple

from planpress.model.decimals import places
from planpress.model.value import Bound, Value

_HUNDRED = Decimal(100)
MOST = 400
"""Up to how many people it is tried which whole numbers of them a share allows."""


class Range(NamedTuple):
    """The smallest and the largest number that is possible."""

    low: Decimal
    high: Decimal


def shares(value: Value, decimals: int) -> Range:
    """Return between which shares the true one lies, whether halves were rounded up or to even.

    `decimals` is with how many decimals the measure is published.
    """
    if value.bound is Bound.AT_LEAST:
        return Range(value.number, _HUNDRED)
    if value.bound is Bound.AT_MOST:
        return Range(Decimal(0), value.number)
    step = Decimal(1).scaleb(-max(decimals, places(value.number)))
    return Range(max(value.number - step / 2, Decimal(0)), min(value.number + step / 2, _HUNDRED))


def counts(value: Value, n: Decimal, decimals: int) -> Range | None:
    """Return which whole numbers of `n` people a share in percent allows; None if it fits none."""
    share = shares(value, decimals)
    low = (share.low * n / _HUNDRED).to_integral_value(ROUND_CEILING)
    high = (share.high * n / _HUNDRED).to_integral_value(ROUND_FLOOR)
    return Range(low, high) if low <= high else None


@lru_cache(maxsize=4096)
def fewest(value: Value, decimals: int) -> int:
    """Return the smallest number of people, one at least, of whom a share can be told."""
    return next(_possible(value, decimals, 1, 100_000), 1)


def sizes(value: Value, decimals: int, low: int, high: int) -> Range | None:
    """Return the smallest and largest number of people that a share allows between two numbers."""
    first = next(_possible(value, decimals, low, high), None)
    if first is None:
        return None
    last = next(n for n in range(high, low - 1, -1) if counts(value, Decimal(n), decimals))
    return Range(Decimal(first), Decimal(last))


def _possible(value: Value, decimals: int, low: int, high: int) -> Iterator[int]:
    return (n for n in range(max(low, 1), high + 1) if counts(value, Decimal(n), decimals))
