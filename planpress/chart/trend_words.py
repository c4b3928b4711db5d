"""What a trend says: title, subtitle and description."""

from planpress.chart import chance
from planpress.chart.axis import Axis
from planpress.chart.course import Course
from planpress.chart.phrases import (
    amount,
    axis_note,
    difference,
    published,
    value,
)
from planpress.chart.phrases import subtitle as line
from planpress.chart.subject import Subject
from planpress.model.when import in_period, until_period


def title(about: Subject, course: Course) -> str:
    """Return the finding: against the plan if rated, else the change, else where it stands."""
    say, language = about.language.say, about.language
    latest = course.latest
    if latest is None:
        return _intention(about, course)
    said = {
        "measure": about.name,
        "amount": value(about, latest.value),
        "in": in_period(language, latest.period),
    }
    expected = about.assessment.expected if about.assessment else None
    if latest.plain and rated(about, course) and expected is not None:
        gap = latest.value.number - expected
        said |= {"expected": amount(about, expected), "gap": difference(about, gap)}
        if gap == 0:
            return say("%(measure)s stood at %(amount)s %(in)s, as expected", **said)
        if gap < 0:
            return say(
                "%(measure)s stood at %(amount)s %(in)s, %(gap)s below the expected %(expected)s",
                **said,
            )
        return say(
            "%(measure)s stood at %(amount)s %(in)s, %(gap)s above the expected %(expected)s",
            **said,
        )
    if len(course.comparable) > 1:
        return _change(about, course)
    target = course.target
    if target and target.period > latest.period:
        said |= {"target": amount(about, target.value), "then": in_period(language, target.period)}
        return say(
            "%(measure)s stood at %(amount)s %(in)s; the target is %(target)s %(then)s",
            **said,
        )
    return say("%(measure)s stood at %(amount)s %(in)s", **said)


def _intention(about: Subject, course: Course) -> str:
    """Return where the plan wants to go; there is no result."""
    say, language = about.language.say, about.language
    begin, end = course.trajectory[0], course.trajectory[-1]
    said = {
        "measure": about.name,
        "baseline": amount(about, begin.value),
        "begin": in_period(language, begin.period),
        "target": amount(about, end.value),
        "end": in_period(language, end.period),
    }
    if begin.value == end.value:
        said |= {"until": until_period(language, end.period)}
        return say("%(measure)s: the plan is to stay at %(target)s %(until)s", **said)
    return say(
        "%(measure)s: the plan is to go from %(baseline)s %(begin)s to %(target)s %(end)s",
        **said,
    )


def _change(about: Subject, course: Course) -> str:
    say, language = about.language.say, about.language
    first, last = course.comparable[0], course.comparable[-1]
    said = {
        "measure": about.name,
        "before": value(about, first.value),
        "then": in_period(language, first.period),
        "amount": value(about, last.value),
        "in": in_period(language, last.period),
    }
    change = published(about, last.value.number) - published(about, first.value.number)
    if change > 0:
        return say("%(measure)s rose from %(before)s %(then)s to %(amount)s %(in)s", **said)
    if change < 0:
        return say("%(measure)s fell from %(before)s %(then)s to %(amount)s %(in)s", **said)
    return say("%(measure)s stood at %(amount)s %(in)s, the same as %(then)s", **said)


def subtitle(about: Subject, course: Course, axis: Axis) -> str:
    """Return measure, unit, population, periods, where the axis begins, what thin lines are."""
    language = about.language
    periods = language.span(course.first, course.last)
    thin = chance.note(language, sum(reading.interval is not None for reading in course.readings))
    return line(about, language.say("overall"), periods, axis_note(about, axis), thin)


def rated(about: Subject, course: Course) -> bool:
    """Tell whether the latest point is the one that today's rating is about."""
    found, latest = about.assessment, course.latest
    return bool(
        about.rating and latest and found and found.latest and found.latest.period == latest.period
    )
