"""The numbers of a measure as they are stated, alike in charts, tables, sentences and feeds.

Values, and what is derived from them (expected values, gaps, changes), are each rounded half up
from the exact number, to as many decimals as `decimals_shown` says: the measure's own, or more
where fewer would mislead. What is not the target never looks like it. The ends of an interval,
which is an estimate, have the measure's decimals and at least one.
"""

from decimal import Decimal

from planpress.model.decimals import decimals_shown
from planpress.model.indicator import IndicatorRecord, Unit
from planpress.model.interval import Interval
from planpress.model.language import Language
from planpress.model.numerals import rounded
from planpress.model.value import Value

SIGNED_UNITS = (Unit.PERCENT, Unit.DOLLARS, Unit.NUMBER)
"""Units that are written as a sign, or not at all, and not as a word."""


def amount(language: Language, number: Decimal, indicator: IndicatorRecord) -> str:
    """Return a number with its unit: `84.6%`, `85,508 students`."""
    return language.amount(number, indicator.unit, _decimals(number, indicator))


def value(language: Language, known: Value, indicator: IndicatorRecord) -> str:
    """Return a value with its unit; a bound in words."""
    return language.value(known, indicator.unit, _decimals(known.number, indicator))


def short_value(language: Language, known: Value, indicator: IndicatorRecord) -> str:
    """Return a value as `value` does, but without a unit that would be a word."""
    unit = indicator.unit if indicator.unit in SIGNED_UNITS else Unit.NUMBER
    return language.value(known, unit, _decimals(known.number, indicator))


def bare(language: Language, number: Decimal, indicator: IndicatorRecord) -> str:
    """Return a number without its unit."""
    return language.number(number, _decimals(number, indicator))


def difference(language: Language, number: Decimal, indicator: IndicatorRecord) -> str:
    """Return a distance between two values, without sign: `3.4 percentage points`."""
    return change(language, abs(number), indicator)


def short_difference(language: Language, number: Decimal, indicator: IndicatorRecord) -> str:
    """Return a distance between two values, without sign and without a unit that is a word."""
    decimals = decimals_shown(number, indicator.decimals)
    unit = Unit.DOLLARS if indicator.unit is Unit.DOLLARS else Unit.NUMBER
    return language.amount(abs(number), unit, decimals)


def change(language: Language, number: Decimal, indicator: IndicatorRecord) -> str:
    """Return a distance between two values with its sign, if that is a minus."""
    return language.change(number, indicator.unit, decimals_shown(number, indicator.decimals))


def ends(language: Language, known: Interval, indicator: IndicatorRecord) -> dict[str, str]:
    """Return the ends of an interval, `low` and `high`, with their unit."""
    decimals = max(indicator.decimals, 1)
    return {
        name: language.amount(end, indicator.unit, decimals)
        for name, end in (("low", known.low), ("high", known.high))
    }


def interval(language: Language, known: Interval, indicator: IndicatorRecord) -> str:
    """Return `83.8%–85.3%`."""
    return language.range(**ends(language, known, indicator))


def as_stated(number: Decimal, indicator: IndicatorRecord) -> Decimal:
    """Return a number rounded as it is written."""
    return rounded(number, _decimals(number, indicator))


def _decimals(number: Decimal, indicator: IndicatorRecord) -> int:
    return decimals_shown(number, indicator.decimals, indicator.target.value)
