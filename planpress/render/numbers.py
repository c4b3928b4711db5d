"""The filters that write numbers, periods and days as the page's language does."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from planpress.model import quantities, when
from planpress.model.indicator import IndicatorRecord, Unit
from planpress.model.interval import interval_of
from planpress.model.language import Language
from planpress.model.period import Period
from planpress.model.series import Observation
from planpress.model.value import Value

_YEARS = re.compile(r"\d+–\u2060?\d+")
_WHOLE = r'<span class="nowrap">\g<0></span>'


def language_of(context: Context) -> Language:
    """Return the language of the page."""
    language: Language = context["language"]
    return language


@pass_context
def amount(context: Context, number: Decimal, indicator: IndicatorRecord) -> str:
    """Return a number with the unit of an indicator."""
    return quantities.amount(language_of(context), number, indicator)


@pass_context
def value(context: Context, value: Value, indicator: IndicatorRecord) -> str:
    """Return a published value with the unit of an indicator; a bound in words."""
    return quantities.value(language_of(context), value, indicator)


@pass_context
def difference(context: Context, number: Decimal, indicator: IndicatorRecord) -> str:
    """Return a distance between two values, without sign."""
    return quantities.difference(language_of(context), number, indicator)


@pass_context
def gain(context: Context, number: Decimal, indicator: IndicatorRecord) -> str:
    """Return a distance between two values with its sign, if that is a minus."""
    return quantities.change(language_of(context), number, indicator)


@pass_context
def gap(context: Context, number: Decimal, indicator: IndicatorRecord) -> str:
    """Return a distance between two values, without sign and without a unit that is a word."""
    return quantities.short_difference(language_of(context), number, indicator)


@pass_context
def bare(context: Context, number: Decimal, indicator: IndicatorRecord) -> str:
    """Return a number without its unit."""
    return quantities.bare(language_of(context), number, indicator)


@pass_context
def interval(context: Context, row: Observation, indicator: IndicatorRecord) -> str:
    """Return the 90 % interval of a published share; empty where it is not known."""
    found = interval_of(row, indicator.unit)
    return "" if found is None else quantities.interval(language_of(context), found, indicator)


@pass_context
def number(context: Context, number: Decimal | int, decimals: int = 0) -> str:
    """Return a number without unit."""
    return language_of(context).number(Decimal(number), decimals)


@pass_context
def percent(context: Context, number: int) -> str:
    """Return a whole number as a percentage."""
    return language_of(context).amount(Decimal(number), Unit.PERCENT)


@pass_context
def count(context: Context, value: Value) -> str:
    """Return a published value without unit; a bound in words."""
    return language_of(context).value(value, Unit.NUMBER)


@pass_context
def period(context: Context, period: Period) -> str:
    """Return a period as readers write it."""
    return language_of(context).period(period)


@pass_context
def in_period(context: Context, period: Period) -> str:
    """Return `in 2024–25`, `on August 31, 2027`."""
    return when.in_period(language_of(context), period)


@pass_context
def for_period(context: Context, period: Period) -> str:
    """Return `for 2024–25`."""
    return when.for_period(language_of(context), period)


@pass_context
def since_period(context: Context, period: Period) -> str:
    """Return `since 2024–25`."""
    return when.since_period(language_of(context), period)


@pass_context
def until_period(context: Context, period: Period) -> str:
    """Return `until 2024–25`."""
    return when.until_period(language_of(context), period)


@pass_context
def day(context: Context, day: date) -> Markup:
    """Return a day in words, for machines too."""
    written = escape(language_of(context).date(day))
    return Markup(f'<time datetime="{day.isoformat()}">{written}</time>')  # noqa: S704 (escaped)


@pass_context
def enumeration(context: Context, items: Iterable[str]) -> Markup:
    """Return `a, b, and c`, each item escaped unless it is markup."""
    return Markup(language_of(context).list([str(escape(item)) for item in items]))  # noqa: S704


def unbroken(text: str) -> Markup:
    """Return a text in which no line breaks after the dash of a school year."""
    return Markup(_YEARS.sub(_WHOLE, str(escape(text))))  # noqa: S704 (escaped, or markup)


FILTERS: dict[str, Callable[..., Any]] = {
    "amount": amount,
    "value": value,
    "difference": difference,
    "gain": gain,
    "gap": gap,
    "bare": bare,
    "interval": interval,
    "number": number,
    "percent": percent,
    "count": count,
    "period": period,
    "in_period": in_period,
    "for_period": for_period,
    "since_period": since_period,
    "until_period": until_period,
    "day": day,
    "enumeration": enumeration,
    "unbroken": unbroken,
}
