"""What the rows of a period may be, ready to be added: columns of whole numbers."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from operator import itemgetter
from typing import NamedTuple

from planpress.check.exact import ENDLESS, Range, Scale
from planpress.model.indicator import Unit
from planpress.model.raw import RawObservation
from planpress.model.series import Codes
from planpress.model.sums import Sum

Column = Sequence[int]

_BELOW_ZERO = (Unit.DOLLARS, Unit.POINTS, Unit.NUMBER)


class Contradiction(Enum):
    """Why parts cannot make up their total."""

    MORE_PEOPLE = auto()
    FEWER_PEOPLE = auto()
    TOTAL = auto()
    RANGE = auto()


class Entry(NamedTuple):
    """A sum by the positions of its rows: that of the total, and a way to take the parts."""

    sum: Sum
    total: int
    parts: Callable[[Column], Sequence[int]]


def entries(found: Sequence[Sum], rows: Sequence[Codes]) -> tuple[Entry, ...]:
    """Return the sums of a period by the positions of their rows."""
    at = {codes: position for position, codes in enumerate(rows)}
    return tuple(
        Entry(one, at[one.total], _taking([at[codes] for codes in one.parts])) for one in found
    )


def _taking(positions: list[int]) -> Callable[[Column], Sequence[int]]:
    if len(positions) > 1:
        return itemgetter(*positions)
    return itemgetter(slice(positions[0], positions[0] + 1))


class Ledger(NamedTuple):
    """Lower and upper limits of the rows of one period, in the scale of the series.

    `did` and `did_not` limit how many people, times 100, are behind a share and its rest.
    """

    low: Column
    high: Column
    n_low: Column
    n_high: Column
    did_low: Column = ()
    did_high: Column = ()
    did_not_low: Column = ()
    did_not_high: Column = ()


Limits = Callable[[RawObservation], Range]
"""Between which numbers, in the scale of the series, the value of a row lies."""


def limits_of(unit: Unit, scale: Scale) -> Limits:
    """Return what tells the limits of the rows of a series.

    A share lies between 0 and 100, a count not below 0; what has no number may be anything. A
    share may have been rounded or cut off.
    """
    shares = unit is Unit.PERCENT
    full = (100 if shares else ENDLESS) * scale.one
    least = -full if unit in _BELOW_ZERO else 0
    unknown = Range(least, full)
    limits = {
        key: Range(max(low, least), min(high + _cut_off(low, high, scale) * shares, full))
        for key, (low, high) in scale.ranges.items()
    }
    return lambda row: limits.get(id(row.value), unknown)


def ledger_of(
    rows: Sequence[RawObservation],
    limits: Limits,
    counts: Mapping[int, Range],
    full: int | None,
) -> Ledger:
    """Return the limits of the rows of a period; `full` is what 100 percent are, of shares."""
    values = [limits(row) for row in rows]
    people = [counts[id(row.n)] for row in rows]
    low, high = [one.low for one in values], [one.high for one in values]
    n_low, n_high = [n.low for n in people], [n.high for n in people]
    if full is None:
        return Ledger(low, high, n_low, n_high)
    return Ledger(
        low,
        high,
        n_low,
        n_high,
        did_low=[n * share for n, share in zip(n_low, low, strict=True)],
        did_high=[n * share for n, share in zip(n_high, high, strict=True)],
        did_not_low=[n * (full - share) for n, share in zip(n_low, high, strict=True)],
        did_not_high=[n * (full - share) for n, share in zip(n_high, low, strict=True)],
    )


def _cut_off(low: int, high: int, scale: Scale) -> int:
    """Return by how much more than after rounding a number is too low if it was cut off."""
    return (high - low) // 2 if high - low <= scale.one else 0


def contradiction(ledger: Ledger, entry: Entry, unit: Unit) -> Contradiction | None:
    """Tell whether the parts of a sum cannot make up its total, whatever rounding may hide.

    Parts that are not all known can only be too much. Shares are compared as the people who did
    and who did not; where nobody knows how many they are, the total lies between its parts, unless
    it may be their sum.
    """
    whole = entry.sum.whole
    if _above(ledger.n_low, ledger.n_high, entry):
        return Contradiction.MORE_PEOPLE
    most = sum(entry.parts(ledger.n_high))
    if whole and most < ledger.n_low[entry.total]:
        return Contradiction.FEWER_PEOPLE
    if unit.adds_up:
        apart = _above(ledger.low, ledger.high, entry) or (
            whole and _below(ledger.low, ledger.high, entry)
        )
        return Contradiction.TOTAL if apart else None
    if unit is Unit.PERCENT:
        for low, high in (
            (ledger.did_low, ledger.did_high),
            (ledger.did_not_low, ledger.did_not_high),
        ):
            if _above(low, high, entry) or (whole and _below(low, high, entry)):
                return Contradiction.TOTAL
        if most < ENDLESS:  # what is weighted by known people lies between its parts
            return None
    return Contradiction.RANGE if whole and _outside(ledger, entry, unit) else None


def _above(low: Column, high: Column, entry: Entry) -> bool:
    return sum(entry.parts(low)) > high[entry.total]


def _below(low: Column, high: Column, entry: Entry) -> bool:
    return sum(entry.parts(high)) < low[entry.total]


def _outside(ledger: Ledger, entry: Entry, unit: Unit) -> bool:
    low, high = ledger.low[entry.total], ledger.high[entry.total]
    lows, highs = entry.parts(ledger.low), entry.parts(ledger.high)
    if min(lows) <= high and low <= max(highs):
        return False
    return unit is Unit.PERCENT or not sum(lows) <= high or not low <= sum(highs)
