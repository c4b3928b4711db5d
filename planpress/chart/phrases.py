"""Phrases that several charts share."""

from collections.abc import Iterable
from decimal import Decimal

from planpress.chart.axis import Axis
from planpress.chart.subject import Subject
from planpress.model import quantities
from planpress.model.indicator import Unit
from planpress.model.language import Language
from planpress.model.rating import Rating
from planpress.model.series import Observation, Status
from planpress.model.value import Value


def amount(about: Subject, number: Decimal) -> str:
    """Return a number of the indicator with its unit."""
    return quantities.amount(about.language, number, about.indicator)


def value(about: Subject, known: Value) -> str:
    """Return a value of the indicator with its unit; a bound in words."""
    return quantities.value(about.language, known, about.indicator)


def short_value(about: Subject, known: Value) -> str:
    """Return a value as a label in a chart: a unit that takes a word is left to the subtitle."""
    return quantities.short_value(about.language, known, about.indicator)


def tick(about: Subject, axis: Axis, number: Decimal) -> str:
    """Return a tick's number, with its unit where that is a sign and no word."""
    unit = about.indicator.unit if about.indicator.unit in quantities.SIGNED_UNITS else Unit.NUMBER
    return about.language.amount(number, unit, axis.decimals)


def tick_distance(about: Subject, axis: Axis, number: Decimal) -> str:
    """Return a tick of an axis of distances, without sign."""
    unit = Unit.DOLLARS if about.indicator.unit is Unit.DOLLARS else Unit.NUMBER
    return about.language.amount(abs(number), unit, axis.decimals)


def difference(about: Subject, number: Decimal) -> str:
    """Return a distance between two values of the indicator, without sign."""
    return quantities.difference(about.language, number, about.indicator)


def short_difference(about: Subject, number: Decimal) -> str:
    """Return a distance as a label in a chart, without sign; its unit is left to the subtitle."""
    return quantities.short_difference(about.language, number, about.indicator)


def published(about: Subject, number: Decimal) -> Decimal:
    """Return a number rounded as it is written."""
    return quantities.as_stated(number, about.indicator)


def unit_name(about: Subject) -> str:
    """Return what the values count, as a word for a subtitle or a column."""
    language = about.language
    match about.indicator.unit:
        case Unit.PERCENT:
            return language.say("percent")
        case Unit.STUDENTS:
            return language.say("students")
        case Unit.PEOPLE:
            return language.say("people")
        case Unit.SCHOOLS:
            return language.say("schools")
        case Unit.DAYS:
            return language.say("days")
        case Unit.DOLLARS:
            return language.say("dollars")
        case Unit.POINTS:
            return language.say("points")
        case Unit.NUMBER:
            return ""


def rating_name(language: Language, rating: Rating) -> str:
    """Return the word of a rating."""
    match rating:
        case Rating.R:
            return language.say("Red")
        case Rating.AR:
            return language.say("Amber-Red")
        case Rating.AG:
            return language.say("Amber-Green")
        case Rating.G:
            return language.say("Green")


def status_of(language: Language, row: Observation) -> str:
    """Return what a row's status says besides its number."""
    said = {
        Status.PRELIMINARY: language.say("Preliminary"),
        Status.NOT_COMPARABLE: language.say("Not comparable with the baseline"),
        Status.NOT_ADMINISTERED: language.say("Not measured"),
    }
    return said.get(row.status, "")


def shown(about: Subject, row: Observation) -> str:
    """Return a row's value for a table, or why there is none."""
    if row.hidden:
        return about.language.say("Not shown to protect privacy")
    if row.value is None:
        return about.language.say("No value")
    return value(about, row.value)


def distance_unit(about: Subject) -> str:
    """Return what a distance between two values counts."""
    percent = about.indicator.unit is Unit.PERCENT
    return about.language.say("percentage points") if percent else unit_name(about)


def with_unit(about: Subject, words: str) -> str:
    """Return the head of a column of distances with their unit, unless each number has a sign."""
    unit = distance_unit(about) if about.indicator.unit is not Unit.DOLLARS else ""
    return f"{words} ({unit})" if unit else words


def subtitle(about: Subject, *parts: str) -> str:
    """Return measure, unit and what else is to be said, as one line."""
    return joined(about.name, unit_name(about), *parts)


def joined(*parts: str) -> str:
    """Return the parts of a subtitle that are not empty as one line."""
    return " · ".join(part for part in parts if part)


def axis_note(about: Subject, axis: Axis) -> str:
    """Return a note that the axis does not begin at zero; empty if it does."""
    if axis.from_zero:
        return ""
    begin = tick(about, axis, axis.ticks[0])
    return about.language.say("axis begins at %(amount)s", amount=begin)


def sources(about: Subject) -> str:
    """Return the names of the indicator's sources."""
    return "; ".join(origin.name for origin in about.indicator.sources)


def paragraph(sentences: Iterable[str]) -> str:
    """Return the sentences that are not empty as one text."""
    return " ".join(sentence for sentence in sentences if sentence)
