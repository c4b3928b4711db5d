"""How far a group is from everyone, and what has become of that, in words."""

from collections.abc import Iterable
from decimal import Decimal

from planpress.chart.phrases import difference, short_difference, with_unit
from planpress.chart.subject import Subject
from planpress.model.equity import GROUP, Course, GroupGap, GroupStanding
from planpress.model.language import Language
from planpress.model.period import Period
from planpress.model.when import in_period


def group_name(about: Subject, code: str) -> str:
    """Return what readers see for the code of a group."""
    return about.project.code_label(GROUP, code).said(about.language.code).text or code


def beside_everyone(about: Subject, behind: Decimal) -> str:
    """Return `11.1 percentage points behind`, or ahead; no sign."""
    return _beside(about, behind, difference(about, behind))


def cell(about: Subject, behind: Decimal) -> str:
    """Return `11.1 behind`, or ahead, for a column whose head says the unit."""
    return _beside(about, behind, short_difference(about, behind))


def _beside(about: Subject, behind: Decimal, distance: str) -> str:
    if behind == 0:
        return about.language.say("no gap")
    if behind > 0:
        return about.language.say("%(distance)s behind", distance=distance)
    return about.language.say("%(distance)s ahead", distance=distance)


def course_word(language: Language, course: Course) -> str:
    """Return what has become of a gap, in a word or two."""
    match course:
        case Course.CLOSING:
            return language.say("closing")
        case Course.WIDENING:
            return language.say("widening")
        case Course.SAME:
            return language.say("staying the same")
        case Course.UNKNOWN:
            return language.say("not known")


def course_of(about: Subject, standing: GroupStanding) -> str:
    """Return what has become of a group's gap, and whether that may be chance."""
    word = course_word(about.language, standing.course)
    if may_be_chance(about, standing):
        return about.language.say("%(course)s (may be chance)", course=word)
    return word


def may_be_chance(about: Subject, standing: GroupStanding) -> bool:
    """Tell whether chance alone could explain that a gap is closing or widening."""
    moved = standing.course in (Course.CLOSING, Course.WIDENING)
    return moved and standing.by_chance(about.indicator.unit) is True


def only_period(gaps: Iterable[GroupGap | None]) -> Period | None:
    """Return the period that all known gaps share; None if there is none or more than one."""
    periods = {gap.period for gap in gaps if gap}
    return periods.pop() if len(periods) == 1 else None


def header(about: Subject, period: Period | None) -> str:
    """Return the head of a column of gaps, with their period if they share it."""
    if period is None:
        return with_unit(about, about.language.say("Earlier gap"))
    words = about.language.say("Gap %(in)s", **{"in": in_period(about.language, period)})
    return with_unit(about, words)


def earlier_gap(about: Subject, gap: GroupGap | None, only: Period | None) -> str:
    """Return an earlier gap for a table, with its period unless the column's head says it."""
    if gap is None:
        return ""
    words = cell(about, gap.behind)
    if gap.period == only:
        return words
    return about.language.say(
        "%(gap)s (%(period)s)", gap=words, period=about.language.period(gap.period)
    )
