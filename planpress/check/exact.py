"""The numbers of a series as whole numbers: a million rows are compared exactly and fast."""

from collections.abc import Mapping
from typing import NamedTuple

from planpress.model.decimals import places
from planpress.model.raw import RawSeries
from planpress.model.value import Bound, Value

ENDLESS = 10**24
"""Stands for a limit that nobody knows; larger than any number of people or dollars."""


class Range(NamedTuple):
    """What a written number can have been before it was rounded, in units of a scale."""

    low: int
    high: int


class Scale(NamedTuple):
    """A unit so small that every value of a series, and half its last decimal, are whole.

    `ranges` holds those of the exact values and bounds, by the id of their object: rows of a file
    share the objects of equal cells.
    """

    one: int
    """How many of the unit make 1."""
    ranges: Mapping[int, Range]


def scale_of(series: RawSeries, *, counted: bool = False) -> Scale:
    """Return the values of a series as ranges of whole numbers.

    Where they are `counted`, whole numbers were not rounded.
    """
    values = series.values
    most = max((places(value.number) for value in values.values()), default=0)
    one = 2 * 10**most
    return Scale(one, {key: _range(value, one, most, counted) for key, value in values.items()})


def _range(value: Value, one: int, most: int, counted: bool) -> Range:  # noqa: FBT001 (private)
    middle, half = whole(value, most) * 2, 10 ** (most - places(value.number))
    if counted and not places(value.number):
        half = 0
    match value.bound:
        case Bound.EXACT:
            return Range(middle - half, middle + half)
        case Bound.AT_LEAST:
            return Range(middle - half, ENDLESS * one)
        case Bound.AT_MOST:
            return Range(-ENDLESS * one, middle + half)


def whole(value: Value, decimals: int) -> int:
    """Return a number in units of the last of so many decimals; it has no more of them."""
    sign, digits, exponent = value.number.as_tuple()
    number: int = int("".join(map(str, digits))) * 10 ** (decimals + int(exponent))
    return -number if sign else number


def counts_of(series: RawSeries) -> dict[int, Range]:
    """Return how many people the rows may be about, by the id of the object of `n`."""
    found = {id(None): Range(0, ENDLESS)}
    for key, n in series.counts.items():
        number = int(n.number)
        low = 0 if n.bound is Bound.AT_MOST else number
        found[key] = Range(low, ENDLESS if n.bound is Bound.AT_LEAST else number)
    return found
