"""Parts of sentences: periods with their preposition, distances, shares."""

from decimal import ROUND_HALF_UP, Decimal

from planpress.assess.exact import EXACT, plain
from planpress.assess.rating import Working
from planpress.model.decimals import decimals_needed
from planpress.model.indicator import IndicatorRecord
from planpress.model.language import Language
from planpress.model.period import Form, Period
from planpress.model.value import Value


def by_period(language: Language, period: Period) -> str:
    """Return `by 2024–25`; quarters and days may need other words."""
    written = language.period(period)
    match period.form:
        case Form.QUARTER:
            return language.say("by %(quarter)s", quarter=written)
        case Form.DAY:
            return language.say("by %(day)s", day=written)
    return language.say("by %(period)s", period=written)


def in_period(language: Language, period: Period) -> str:
    """Return `in 2024–25`, `on August 31, 2027`."""
    written = language.period(period)
    match period.form:
        case Form.QUARTER:
            return language.say("in %(quarter)s", quarter=written)
        case Form.DAY:
            return language.say("on %(day)s", day=written)
    return language.say("in %(period)s", period=written)


def for_period(language: Language, period: Period) -> str:
    """Return `for 2024–25`, as in a result for a period."""
    written = language.period(period)
    match period.form:
        case Form.QUARTER:
            return language.say("for %(quarter)s", quarter=written)
        case Form.DAY:
            return language.say("for %(day)s", day=written)
    return language.say("for %(period)s", period=written)


def digits(number: Decimal) -> int:
    """Return how many decimals a number has, zeros at its end not counted."""
    exponent = plain(number).as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def amount(language: Language, number: Decimal, indicator: IndicatorRecord) -> str:
    """Return a number of the plan with its unit, with the decimals it needs: `54%`."""
    return language.amount(number, indicator.unit, decimals_needed(number, indicator.decimals))


def result(
    language: Language, value: Value, indicator: IndicatorRecord, beside: Decimal | None = None
) -> str:
    """Return a published result with its unit, with the measure's decimals at least.

    It has as many as it takes to look different from a number `beside` it that it is not.
    """
    decimals = max(indicator.decimals, decimals_needed(value.number, indicator.decimals))
    while beside is not None and decimals < digits(value.number):
        shown = value.number.quantize(Decimal((0, (1,), -decimals)), ROUND_HALF_UP, context=EXACT)
        if shown != beside:
            break
        decimals += 1
    return language.value(value, indicator.unit, decimals)


def distance(language: Language, number: Decimal, indicator: IndicatorRecord) -> str:
    """Return how far two values are apart: `3.4 percentage points`."""
    return language.difference(number, indicator.unit, decimals_needed(number, indicator.decimals))


def share(work: Working) -> int:
    """Return the gain as a percentage of the planned gain, rounded but never onto a threshold.

    What is short of half or of the whole plan is never called 50 or 100 %.
    """
    whole = int((200 * work.gain + work.plan) // (2 * work.plan))
    short_of_half = whole == 50 and 2 * work.gain < work.plan
    short_of_all = whole == 100 and work.gain < work.plan
    return whole - 1 if short_of_half or short_of_all else whole
