"""Periods with their preposition: what stands before a day differs from what stands before a year.

Messages take the whole phrase as `%(in)s`, `%(for)s`, `%(by)s`, `%(since)s` or `%(until)s`, so that
no preposition or article stands before a period in any of them.
"""

from planpress.model.language import Language
from planpress.model.period import Form, Period


def in_period(language: Language, period: Period) -> str:
    """Return `in 2024–25`, `on August 31, 2027`."""
    written = language.period(period)
    match period.form:
        case Form.SCHOOL_YEAR | Form.YEAR | Form.MONTH:
            return language.say("in %(period)s", period=written)
        case Form.QUARTER:
            return language.say("in the %(quarter)s", quarter=written)
        case Form.DAY:
            return language.say("on %(day)s", day=written)


def by_period(language: Language, period: Period) -> str:
    """Return `by 2024–25`."""
    written = language.period(period)
    match period.form:
        case Form.SCHOOL_YEAR | Form.YEAR | Form.MONTH:
            return language.say("by %(period)s", period=written)
        case Form.QUARTER:
            return language.say("by the %(quarter)s", quarter=written)
        case Form.DAY:
            return language.say("by %(day)s", day=written)


def for_period(language: Language, period: Period) -> str:
    """Return `for 2024–25`, as in a result for a period."""
    written = language.period(period)
    match period.form:
        case Form.SCHOOL_YEAR | Form.YEAR | Form.MONTH:
            return language.say("for %(period)s", period=written)
        case Form.QUARTER:
            return language.say("for the %(quarter)s", quarter=written)
        case Form.DAY:
            return language.say("for %(day)s", day=written)


def since_period(language: Language, period: Period) -> str:
    """Return `since 2024–25`."""
    written = language.period(period)
    match period.form:
        case Form.SCHOOL_YEAR | Form.YEAR | Form.MONTH:
            return language.say("since %(period)s", period=written)
        case Form.QUARTER:
            return language.say("since the %(quarter)s", quarter=written)
        case Form.DAY:
            return language.say("since %(day)s", day=written)


def until_period(language: Language, period: Period) -> str:
    """Return `until 2024–25`."""
    written = language.period(period)
    match period.form:
        case Form.SCHOOL_YEAR | Form.YEAR | Form.MONTH:
            return language.say("until %(period)s", period=written)
        case Form.QUARTER:
            return language.say("until the %(quarter)s", quarter=written)
        case Form.DAY:
            return language.say("until %(day)s", day=written)
