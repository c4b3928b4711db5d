"""What a trend says: title, subtitle and description."""

from collections.abc import Sequence
from decimal import Decimal

from planpress.chart.axis import Axis
from planpress.chart.course import Course
from planpress.chart.phrases import (
    amount,
    axis_note,
    difference,
    paragraph,
    published,
    rating_name,
    span,
    value,
)
from planpress.chart.phrases import subtitle as line
from planpress.chart.subject import Subject
from planpress.model.period import Period
from planpress.model.series import Status

_MANY = 12
"""So many periods are named one by one."""


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
    """Return measure, unit, population, periods, and where the axis begins if not at zero."""
    language = about.language
    periods = span(language, course.first, course.last)
    return line(about, language.say("overall"), periods, axis_note(about, axis))


def description(about: Subject, course: Course) -> str:
    """Return what the chart shows, with its numbers, and what it does not show."""
    return paragraph(
        [
            _results(about, course),
            _plan(about, course),
            _rating(about, course),
            *_absences(about, course),
            *_breaks(about, course),
        ]
    )


def _breaks(about: Subject, course: Course) -> list[str]:
    return [
        about.language.say(
            "Results from %(period)s on cannot be compared with earlier ones: %(reason)s",
            period=about.language.period(change.before),
            reason=change.reason.said(about.language.code).text.rstrip(".") + ".",
        )
        for change in course.breaks
    ]


def _results(about: Subject, course: Course) -> str:
    language = about.language
    if not course.readings:
        return language.say("No result has been published yet.")
    named = [
        (value(about, reading.value), language.period(reading.period))
        for reading in course.readings
    ]
    if len(named) == 1:
        return language.say(
            "One result: %(amount)s in %(period)s.", amount=named[0][0], period=named[0][1]
        )
    lowest = min(course.readings, key=lambda reading: reading.value.number)
    highest = max(course.readings, key=lambda reading: reading.value.number)
    return language.say(
        "Line chart of %(count)s results: %(first)s in %(then)s, %(amount)s in %(period)s; "
        "the lowest is %(low)s (%(when_low)s), the highest %(high)s (%(when_high)s).",
        count=language.number(Decimal(len(named))),
        first=named[0][0],
        then=named[0][1],
        amount=named[-1][0],
        period=named[-1][1],
        low=value(about, lowest.value),
        when_low=language.period(lowest.period),
        high=value(about, highest.value),
        when_high=language.period(highest.period),
    )


def _plan(about: Subject, course: Course) -> str:
    language = about.language
    parts = []
    if course.baseline:
        parts.append(
            language.say(
                "The baseline is %(amount)s (%(period)s).",
                amount=amount(about, course.baseline.value),
                period=language.period(course.baseline.period),
            )
        )
    if course.target:
        parts.append(
            language.say(
                "The target is %(amount)s (%(period)s).",
                amount=amount(about, course.target.value),
                period=language.period(course.target.period),
            )
        )
    return " ".join(parts)


def _rating(about: Subject, course: Course) -> str:
    if not rated(about, course) or about.rating is None:
        return ""
    return about.language.say(
        "The latest result is rated %(rating)s.", rating=rating_name(about.language, about.rating)
    )


def rated(about: Subject, course: Course) -> bool:
    """Tell whether the latest point is the one that today's rating is about."""
    found, latest = about.assessment, course.latest
    return bool(
        about.rating and latest and found and found.latest and found.latest.period == latest.period
    )


def _absences(about: Subject, course: Course) -> list[str]:
    say = about.language.say
    hidden = _named(about, [row.period for row in course.rows if row.hidden])
    skipped = _named(
        about, [row.period for row in course.rows if row.status is Status.NOT_ADMINISTERED]
    )
    missing = _named(about, course.missing)
    bounds = any(not reading.value.exact for reading in course.readings)
    return [
        say("No result was found for %(periods)s.", periods=missing) if missing else "",
        say("Not shown to protect privacy: %(periods)s.", periods=hidden) if hidden else "",
        say("Not measured in %(periods)s.", periods=skipped) if skipped else "",
        say("An open point stands for a limit, not for an exact value.") if bounds else "",
    ]


def _named(about: Subject, periods: Sequence[Period]) -> str:
    """Return a list of periods in words; many are counted instead."""
    language = about.language
    if len(periods) > _MANY:
        return language.say_n("%(count)s period", "%(count)s periods", len(periods))
    return language.list(map(language.period, periods)) if periods else ""
