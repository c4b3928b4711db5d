"""Which plural a number takes, fractions among them, by CLDR's rules."""

from decimal import Decimal
from functools import cache, lru_cache

from babel import Locale

_COUNTS = (*range(1, 200), 0, 1_000_000)
"""Whole numbers among which every category that a language counts with is found."""


def count_like(locale: Locale, number: Decimal) -> int:
    """Return a whole number that takes the same plural as `number`, whose sign does not matter.

    gettext chooses its forms by whole numbers only. A number with decimals, zeros too, takes the
    form of the first whole number of its CLDR category: 1.0 is many in English and one in Spanish,
    1.5 takes the form of 1 in French and of 100 in Arabic. Where a language keeps a category for
    fractions alone (Czech, Lithuanian) it is the form of 2, which is the nearest.
    """
    return _count_like(locale, str(abs(number)))


@lru_cache(maxsize=8192)
def _count_like(locale: Locale, written: str) -> int:
    """Return the same for a number as text: as numbers, 1 and 1.0 would be one key."""
    if "." not in written and "E" not in written:
        return int(written)
    return _first_of(locale, locale.plural_form(Decimal(written)))


@cache
def _first_of(locale: Locale, category: str) -> int:
    """Return the first whole number of a CLDR category; 2 where it has none."""
    return next((count for count in _COUNTS if locale.plural_form(count) == category), 2)
