"""How far chance alone could move a share of a group of people."""

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import lru_cache

from planpress.model.dataclass import dataclass
from planpress.model.indicator import Unit
from planpress.model.series import Observation

LEVEL = 90
"""The confidence of every interval, in percent."""

_Z = Decimal("1.6448536269514722")
"""The normal quantile that leaves 5 % at either side."""
WORK = Context(prec=30, rounding=ROUND_HALF_EVEN)
"""In which estimates are worked out: the same digits on every machine."""
_PLACES = Decimal("1e-12")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Interval:
    """The shares, in percent, that fit a published share about so many people."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Term:
    """A share in percent with its interval, counted so many `times` in a sum."""

    times: Decimal
    share: Decimal
    interval: Interval


def interval_of(row: Observation, unit: Unit) -> Interval | None:
    """Return the interval of a published share, or None where value or n is not known exactly."""
    if unit is not Unit.PERCENT or row.value is None or row.n is None:
        return None
    if not (row.value.exact and row.n.exact) or row.n.number <= 0:
        return None
    if not 0 <= row.value.number <= _HUNDRED:
        return None
    return wilson(row.value.number, row.n.number)


@lru_cache(10_000)
def wilson(share: Decimal, n: Decimal) -> Interval:
    """Return the score interval of Wilson (1927) for a share in percent of `n` people."""
    work = WORK
    p = work.divide(share, _HUNDRED)
    square = work.multiply(_Z, _Z)
    whole = work.add(n, square)
    middle = work.divide(work.add(work.multiply(n, p), work.divide(square, Decimal(2))), whole)
    spread = work.add(
        work.multiply(work.multiply(n, p), work.subtract(Decimal(1), p)),
        work.divide(square, Decimal(4)),
    )
    reach = work.divide(work.multiply(_Z, work.sqrt(spread)), whole)
    low = max(work.subtract(middle, reach), Decimal(0))
    high = min(work.add(middle, reach), Decimal(1))
    return Interval(_published(low), _published(high))


def by_chance(terms: Iterable[Term]) -> bool:
    """Tell whether a weighted sum of independent shares may be nothing but chance.

    It may where its interval holds 0. The interval is put together from those of the shares by the
    method of variance estimates recovery (Zou and Donner 2008); for two shares it is Newcombe's
    hybrid score interval (1998, method 10).
    """
    total = below = above = Decimal(0)
    for term in terms:
        low = WORK.multiply(term.times, WORK.subtract(term.share, term.interval.low))
        high = WORK.multiply(term.times, WORK.subtract(term.interval.high, term.share))
        down, up = (low, high) if term.times > 0 else (high, low)
        total = WORK.add(total, WORK.multiply(term.times, term.share))
        below = WORK.add(below, WORK.multiply(down, down))
        above = WORK.add(above, WORK.multiply(up, up))
    least = WORK.subtract(total, WORK.sqrt(below))
    most = WORK.add(total, WORK.sqrt(above))
    return least <= 0 <= most


def _published(share: Decimal) -> Decimal:
    percent = WORK.multiply(share, _HUNDRED).quantize(_PLACES, context=WORK)
    return Decimal(f"{percent.normalize(WORK):f}")
