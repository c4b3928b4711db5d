"""What a picture of gaps says: title, subtitle, description and table."""

from planpress.chart.gap_phrases import (
    beside_everyone,
    cell,
    course_of,
    course_word,
    earlier_gap,
    header,
    may_be_chance,
    only_period,
)
from planpress.chart.phrases import distance_unit, joined, paragraph, with_unit
from planpress.chart.subject import Subject
from planpress.model.dataclass import dataclass
from planpress.model.equity import Course, GroupGap, GroupStanding
from planpress.model.figure import Table
from planpress.model.period import Period
from planpress.model.when import in_period


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A group's label and the two gaps that the picture joins."""

    name: str
    standing: GroupStanding
    then: GroupGap
    now: GroupGap


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """The gaps of one period, the largest behind first, and the labels of groups without a gap.

    `hidden` may not be shown; `unpaired` have no two gaps that can be compared.
    """

    period: Period
    moves: tuple[Move, ...]
    hidden: tuple[str, ...]
    unpaired: tuple[tuple[str, GroupStanding], ...]

    @property
    def earlier(self) -> Period | None:
        """The period that all earlier gaps share, if they do."""
        return only_period(move.then for move in self.moves)


def title(about: Subject, gaps: Gaps) -> str:
    """Return how many gaps close and how many widen, as a sentence."""
    language = about.language
    counts = {
        course: sum(move.standing.course is course for move in gaps.moves) for course in Course
    }
    parts = [
        words
        for words, count in (
            (
                language.say_n(
                    "%(count)s is closing", "%(count)s are closing", counts[Course.CLOSING]
                ),
                counts[Course.CLOSING],
            ),
            (
                language.say_n(
                    "%(count)s is widening", "%(count)s are widening", counts[Course.WIDENING]
                ),
                counts[Course.WIDENING],
            ),
            (
                language.say_n(
                    "%(count)s stays the same", "%(count)s stay the same", counts[Course.SAME]
                ),
                counts[Course.SAME],
            ),
        )
        if count
    ]
    if len(parts) == 1:
        return language.say_n(
            "The only gap known is %(course)s",
            "All %(count)s gaps are %(course)s",
            len(gaps.moves),
            course=course_word(language, gaps.moves[0].standing.course),
        )
    return language.say(
        "Of %(count)s gaps, %(courses)s",
        count=len(gaps.moves),
        courses=language.list(parts),
    )


def subtitle(about: Subject, gaps: Gaps) -> str:
    """Return measure, unit of the gaps, what the dots are, and how many moves may be chance."""
    language = about.language
    now = language.period(gaps.period)
    legend = (
        language.say(
            "hollow dot: %(then)s, solid dot: %(now)s",
            then=language.period(gaps.earlier),
            now=now,
        )
        if gaps.earlier
        else language.say("hollow dot: the first gap known, solid dot: %(now)s", now=now)
    )
    chance = sum(may_be_chance(about, move.standing) for move in gaps.moves)
    caveat = language.say_n(
        "%(count)s of %(all)s changes may be chance",
        "%(count)s of %(all)s changes may be chance",
        chance,
        all=len(gaps.moves),
    )
    gap = language.say("gap to everyone")
    return joined(about.name, gap, distance_unit(about), legend, caveat if chance else "")


def description(about: Subject, gaps: Gaps) -> str:
    """Return both gaps of every group, and the groups that are not drawn."""
    language = about.language
    what = language.say(
        "Each group’s distance from the result of everyone, the largest gap behind first"
    )
    return paragraph(
        (
            language.say(
                "%(what)s: %(groups)s.",
                what=with_unit(about, what),
                groups=language.series(_told(about, move) for move in gaps.moves),
            ),
            language.say("Where it says “may be chance”, chance alone could explain the change.")
            if any(may_be_chance(about, move.standing) for move in gaps.moves)
            else "",
            language.say(
                "Not shown to protect privacy: %(groups)s.", groups=language.series(gaps.hidden)
            )
            if gaps.hidden
            else "",
            language.say(
                "Without two gaps that can be compared: %(groups)s.",
                groups=language.series(name for name, _ in gaps.unpaired),
            )
            if gaps.unpaired
            else "",
        )
    )


def _told(about: Subject, move: Move) -> str:
    language = about.language
    return language.say(
        "%(group)s %(before)s %(then)s, %(after)s %(now)s, %(course)s",
        group=move.name,
        before=cell(about, move.then.behind),
        then=in_period(language, move.then.period),
        after=cell(about, move.now.behind),
        now=in_period(language, move.now.period),
        course=course_of(about, move.standing),
    )


def table(about: Subject, gaps: Gaps) -> Table:
    """Return the gaps as drawn, then the groups that are not."""
    say, only = about.language.say, gaps.earlier
    rows = [
        (
            move.name,
            earlier_gap(about, move.then, only),
            cell(about, move.now.behind),
            course_of(about, move.standing),
        )
        for move in gaps.moves
    ]
    return Table(
        caption=say("%(measure)s: gaps to everyone", measure=about.name),
        header=(
            say("Group"),
            header(about, only),
            header(about, gaps.period),
            say("The gap is"),
        ),
        rows=(
            *rows,
            *(
                (name, say("Not shown"), say("Not shown"), say("Not shown to protect privacy"))
                for name in gaps.hidden
            ),
            *(_unpaired(about, gaps, name, standing) for name, standing in gaps.unpaired),
        ),
        numeric=(False, True, True, False),
    )


def _unpaired(about: Subject, gaps: Gaps, name: str, standing: GroupStanding) -> tuple[str, ...]:
    """Return what is known of a group without two gaps that can be compared."""
    unknown, now = about.language.say("not known"), standing.now
    return (
        name,
        earlier_gap(about, standing.then, gaps.earlier) or unknown,
        cell(about, now.behind) if now and now.period == gaps.period else unknown,
        course_word(about.language, Course.UNKNOWN),
    )


def tips(about: Subject, move: Move) -> dict[str, str]:
    """Return what the dots of a group say, by their role."""
    language = about.language
    return {
        role: f"{language.sequence((move.name, language.period(gap.period)))}: "
        f"{beside_everyone(about, gap.behind)}"
        for role, gap in (("start", move.then), ("point", move.now))
    }
