"""What a trend shows, as a text for those who do not see it."""

from collections.abc import Sequence

from planpress.chart import chance
from planpress.chart.course import Course
from planpress.chart.phrases import amount, paragraph, rating_name, value
from planpress.chart.subject import Subject
from planpress.chart.trend_words import rated
from planpress.model.period import Period
from planpress.model.series import Status
from planpress.model.when import for_period, in_period, since_period

_MANY = 12
"""So many periods are named one by one."""


def description(about: Subject, course: Course) -> str:
    """Return what the chart shows, with its numbers, and what it does not show."""
    return paragraph(
        [
            _results(about, course),
            _chance(about, course),
            _plan(about, course),
            _rating(about, course),
            *_absences(about, course),
            *_breaks(about, course),
        ]
    )


def short_description(about: Subject, course: Course) -> str:
    """Return what a tiny line shows, which has neither axes nor plan."""
    language = about.language
    first, last = course.readings[0], course.readings[-1]
    return paragraph(
        [
            language.say(
                "A small line without axes: from %(first)s %(then)s to %(amount)s %(in)s.",
                first=value(about, first.value),
                then=in_period(language, first.period),
                amount=value(about, last.value),
                **{"in": in_period(language, last.period)},
            ),
            _rating(about, course),
        ]
    )


def _chance(about: Subject, course: Course) -> str:
    """Return the newest interval in words; empty if none is known."""
    known = course.latest_interval
    if known is None or known.interval is None:
        return ""
    return about.language.say(
        "Chance alone could put the result %(for)s anywhere from %(low)s to %(high)s, "
        "%(times)s times out of %(all)s.",
        **{"for": for_period(about.language, known.period)},
        **chance.ends(about, known.interval),
        **chance.odds(about.language),
    )


def _breaks(about: Subject, course: Course) -> list[str]:
    return [
        about.language.say(
            "Results %(since)s cannot be compared with earlier ones: %(reason)s",
            since=since_period(about.language, change.before),
            reason=change.reason.said(about.language.code).text.rstrip(".") + ".",
        )
        for change in course.breaks
    ]


def _results(about: Subject, course: Course) -> str:
    language = about.language
    if not course.readings:
        return language.say("No result has been published yet.")
    named = [
        (value(about, reading.value), in_period(language, reading.period))
        for reading in course.readings
    ]
    if len(named) == 1:
        return language.say(
            "One result: %(amount)s %(in)s.", amount=named[0][0], **{"in": named[0][1]}
        )
    lowest = min(course.readings, key=lambda reading: reading.value.number)
    highest = max(course.readings, key=lambda reading: reading.value.number)
    return language.say(
        "Line chart of %(count)s results: %(first)s %(then)s, %(amount)s %(in)s; "
        "the lowest is %(low)s (%(when_low)s), the highest %(high)s (%(when_high)s).",
        count=len(named),
        first=named[0][0],
        then=named[0][1],
        amount=named[-1][0],
        low=value(about, lowest.value),
        when_low=language.period(lowest.period),
        high=value(about, highest.value),
        when_high=language.period(highest.period),
        **{"in": named[-1][1]},
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


def _absences(about: Subject, course: Course) -> list[str]:
    say = about.language.say
    hidden = _named(about, [row.period for row in course.rows if row.hidden])
    skipped = _named(
        about, [row.period for row in course.rows if row.status is Status.NOT_ADMINISTERED]
    )
    missing = _named(about, course.missing)
    bounds = any(not reading.value.exact for reading in course.readings)
    return [
        say("Periods without a result: %(periods)s.", periods=missing) if missing else "",
        say("Not shown to protect privacy: %(periods)s.", periods=hidden) if hidden else "",
        say("Not measured: %(periods)s.", periods=skipped) if skipped else "",
        say("An open point stands for a limit, not for an exact value.") if bounds else "",
    ]


def _named(about: Subject, periods: Sequence[Period]) -> str:
    """Return a list of periods in words; many are counted instead."""
    language = about.language
    if len(periods) > _MANY:
        return language.say_n("%(count)s period", "%(count)s periods", len(periods))
    return language.list(map(language.period, periods)) if periods else ""
