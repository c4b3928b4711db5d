"""What a trend says: title, subtitle and description."""

from planpress.chart import chance
from planpress.chart.axis import Axis
from planpress.chart.course import Course
from planpress.chart.phrases import (
    amount,
    axis_note,
    difference,
    published,
    span,
    value,
)
from planpress.chart.phrases import subtitle as line
from planpress.chart.subject import Subject


def title(about: Subject, course: Course) -> str:
    """Return the finding: against the plan if rated, else the change, else where it stands."""
    say, period = about.language.say, about.language.period
    latest = course.latest
    if latest is None:
        return _intention(about, course)
    said = {
        "measure": about.name,
        "amount": value(about, latest.value),
        "period": period(latest.period),
    }
    expected = about.assessment.expected if about.assessment else None
    if latest.plain and rated(about, course) and expected is not None:
        gap = published(about, latest.value.number) - published(about, expected)
        said |= {"expected": amount(about, expected), "gap": difference(about, gap)}
        if gap == 0:
            return say("%(measure)s stood at %(amount)s in %(period)s, as expected", **said)
        if gap < 0:
            return say(
                "%(measure)s stood at %(amount)s in %(period)s, %(gap)s below the expected "
                "%(expected)s",
                **said,
            )
        return say(
            "%(measure)s stood at %(amount)s in %(period)s, %(gap)s above the expected "
            "%(expected)s",
            **said,
        )
    if len(course.comparable) > 1:
        return _change(about, course)
    target = course.target
    if target and target.period > latest.period:
        said |= {"target": amount(about, target.value), "by": period(target.period)}
        return say(
            "%(measure)s stood at %(amount)s in %(period)s; the target is %(target)s in %(by)s",
            **said,
        )
    return say("%(measure)s stood at %(amount)s in %(period)s", **said)


def _intention(about: Subject, course: Course) -> str:
    """Return where the plan wants to go; there is no result."""
    say, period = about.language.say, about.language.period
    begin, end = course.trajectory[0], course.trajectory[-1]
    said = {
        "measure": about.name,
        "baseline": amount(about, begin.value),
        "begin": period(begin.period),
        "target": amount(about, end.value),
        "end": period(end.period),
    }
    if begin.value == end.value:
        return say("%(measure)s: the plan is to stay at %(target)s until %(end)s", **said)
    return say(
        "%(measure)s: the plan is to go from %(baseline)s in %(begin)s to %(target)s in %(end)s",
        **said,
    )


def _change(about: Subject, course: Course) -> str:
    say, period = about.language.say, about.language.period
    first, last = course.comparable[0], course.comparable[-1]
    said = {
        "measure": about.name,
        "before": value(about, first.value),
        "then": period(first.period),
        "amount": value(about, last.value),
        "period": period(last.period),
    }
    change = published(about, last.value.number) - published(about, first.value.number)
    if change > 0:
        return say(
            "%(measure)s rose from %(before)s in %(then)s to %(amount)s in %(period)s", **said
        )
    if change < 0:
        return say(
            "%(measure)s fell from %(before)s in %(then)s to %(amount)s in %(period)s", **said
        )
    return say("%(measure)s stood at %(amount)s in %(period)s, the same as in %(then)s", **said)


def subtitle(about: Subject, course: Course, axis: Axis) -> str:
    """Return measure, unit, population, periods, where the axis begins, what thin lines are."""
    language = about.language
    periods = span(language, course.first, course.last)
    thin = chance.note(language, sum(reading.interval is not None for reading in course.readings))
    return line(about, language.say("overall"), periods, axis_note(about, axis), thin)


def rated(about: Subject, course: Course) -> bool:
    """Tell whether the latest point is the one that today's rating is about."""
    found, latest = about.assessment, course.latest
    return bool(
        about.rating and latest and found and found.latest and found.latest.period == latest.period
    )
