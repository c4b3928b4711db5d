"""The filters that write numbers, periods and days as the page's language does."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from planpress.model.decimals import decimals_needed
from planpress.model.indicator import IndicatorRecord, Unit
from planpress.model.interval import interval_of
from planpress.model.language import Language
from planpress.model.period import Period
from planpress.model.series import Observation
from planpress.model.value import Value


def language_of(context: Context) -> Language:
    """Return the language of the page."""
    language: Language = context["language"]
    return language


@pass_context
def amount(context: Context, number: Decimal, indicator: IndicatorRecord) -> str:
    """Return a number with the unit of an indicator, with the decimals that it needs."""
    return language_of(context).amount(number, indicator.unit, _decimals(number, indicator))


@pass_context
def value(context: Context, value: Value, indicator: IndicatorRecord) -> str:
    """Return a published value with the unit of an indicator; a bound in words."""
    decimals = _decimals(value.number, indicator)
    return language_of(context).value(value, indicator.unit, decimals)


@pass_context
def difference(context: Context, number: Decimal, indicator: IndicatorRecord) -> str:
    """Return a distance between two values, without sign."""
    decimals = decimals_needed(number, indicator.decimals)
    return language_of(context).difference(number, indicator.unit, decimals)


@pass_context
def bare(context: Context, number: Decimal, indicator: IndicatorRecord) -> str:
    """Return a number without its unit, with the decimals that it needs, and a true minus."""
    written = language_of(context).number(abs(number), _decimals(number, indicator))
    return f"−{written}" if number < 0 else written


@pass_context
def interval(context: Context, row: Observation, indicator: IndicatorRecord) -> str:
    """Return the 90 % interval of a published share; empty where it is not known."""
    found = interval_of(row, indicator.unit)
    if found is None:
        return ""
    language, decimals = language_of(context), max(indicator.decimals, 1)
    return language.say(
        "%(low)s–%(high)s",
        low=language.amount(found.low, indicator.unit, decimals),
        high=language.amount(found.high, indicator.unit, decimals),
    )


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
def day(context: Context, day: date) -> Markup:
    """Return a day in words, for machines too."""
    written = language_of(context).date(day)
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), written)


@pass_context
def enumeration(context: Context, items: Iterable[str]) -> Markup:
    """Return `a, b, and c`, each item escaped unless it is markup."""
    return Markup(language_of(context).list([str(Markup.escape(item)) for item in items]))  # noqa: S704


def _decimals(number: Decimal, indicator: IndicatorRecord) -> int:
    return max(indicator.decimals, decimals_needed(number, indicator.decimals))


FILTERS: dict[str, Callable[..., Any]] = {
    "amount": amount,
    "value": value,
    "difference": difference,
    "bare": bare,
    "interval": interval,
    "number": number,
    "percent": percent,
    "count": count,
    "period": period,
    "day": day,
    "enumeration": enumeration,
}
