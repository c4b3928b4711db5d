"""How a country writes days and periods, from CLDR by way of Babel."""

from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton

from planpress.model.direction import isolated
from planpress.model.numerals import numerals_of
from planpress.model.period import Form, Period

_SKELETONS = {Form.QUARTER: "yQQQQ", Form.MONTH: "yMMMM"}
"""What is written of a period (CLDR, UTS 35 part 4)."""

_SPANS = {Form.YEAR: "y", Form.MONTH: "yMMMM"}
_THIN = str.maketrans({"\u2009": " "})
"""CLDR puts thin spaces around dashes, which few fonts have and some readers spell out."""


@lru_cache(maxsize=4096)
def day_in(locale: Locale, day: date) -> str:
    """Return a day in words: `August 31, 2027`."""
    return numerals_of(locale).with_digits(format_date(day, "long", locale))


@lru_cache(maxsize=4096)
def period_in(locale: Locale, period: Period) -> str:
    """Return a period: `2023–24`, `2024`, `3rd quarter 2024`, `September 2024`."""
    if period.form is Form.DAY:
        return day_in(locale, _first_day(period))
    if period.form in _SKELETONS:
        written = format_skeleton(_SKELETONS[period.form], _first_day(period), locale=locale)
    else:
        written = str(period).replace("-", "–")
        if "–" in written and locale.text_direction == "rtl":
            written = isolated(written.replace("–", "–\u2060"))
    return numerals_of(locale).with_digits(written)


@lru_cache(maxsize=4096)
def span_in(locale: Locale, first: Period, last: Period) -> str:
    """Return `2011–2024`, or `October 1, 2018 – October 1, 2026`; `first` is not `last`.

    CLDR joins years and months in a way of their own; all others are joined as it joins what it has
    no way for.
    """
    if first.form in _SPANS:
        ends = _first_day(first), _first_day(last)
        written = format_interval(*ends, _SPANS[first.form], locale=locale)
        return numerals_of(locale).with_digits(written).translate(_THIN)
    pattern: str = locale.interval_formats[None]
    return pattern.format(period_in(locale, first), period_in(locale, last)).translate(_THIN)


def month_in(locale: Locale, day: date) -> str:
    """Return the month of a day in few letters: `Sep 2024`."""
    return numerals_of(locale).with_digits(format_skeleton("yMMM", day, locale=locale))


def year_in(locale: Locale, day: date) -> str:
    """Return the year of a day: `2024`."""
    return numerals_of(locale).with_digits(format_skeleton("y", day, locale=locale))


def _first_day(period: Period) -> date:
    match period.form:
        case Form.DAY:
            return date.fromordinal(period.number)
        case Form.MONTH:
            year, month = divmod(period.number, 12)
            return date(year, month + 1, 1)
        case Form.QUARTER:
            year, quarter = divmod(period.number, 4)
            return date(year, 3 * quarter + 1, 1)
        case Form.YEAR | Form.SCHOOL_YEAR:
            return date(period.number, 1, 1)
