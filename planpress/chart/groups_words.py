"""What a picture of groups says: title, description and table."""

from collections.abc import Sequence
from typing import TypeVar

from planpress.chart import chance
from planpress.chart.gap_phrases import (
    cell,
    course_of,
    earlier_gap,
    header,
    only_period,
)
from planpress.chart.phrases import paragraph, value, with_unit
from planpress.chart.subject import Subject
from planpress.model.dataclass import dataclass
from planpress.model.equity import GroupStanding
from planpress.model.figure import Table
from planpress.model.indicator import Unit
from planpress.model.interval import Interval
from planpress.model.period import Period
from planpress.model.value import Value
from planpress.model.when import in_period

C = TypeVar("C")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group's label in the language of the figure, its value and its number of people.

    `standing` compares this value with everyone; None where that cannot be done.
    """

    name: str
    value: Value
    people: Value | None = None
    interval: Interval | None = None
    standing: GroupStanding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """The groups of one period: those shown, the highest value first, and the labels of others.

    `everyone` has no standing: it is what groups are compared with.
    """

    period: Period
    dimension: str
    everyone: Group | None
    shown: tuple[Group, ...]
    hidden: tuple[str, ...]

    @property
    def intervals(self) -> tuple[Interval, ...]:
        """The known intervals of the groups shown."""
        return tuple(group.interval for group in self.shown if group.interval)


def title(about: Subject, division: Division) -> str:
    """Return the span between the groups as a sentence."""
    high, low = division.shown[0], division.shown[-1]
    said = {
        "measure": about.name,
        "in": in_period(about.language, division.period),
        "low": value(about, low.value),
        "low_group": low.name,
        "high": value(about, high.value),
        "high_group": high.name,
    }
    if len(division.shown) == 1:
        return about.language.say(
            "%(measure)s stood at %(high)s for one group (%(high_group)s) %(in)s", **said
        )
    return about.language.say(
        "%(measure)s ranged from %(low)s (%(low_group)s) to %(high)s (%(high_group)s) %(in)s",
        **said,
    )


def description(about: Subject, division: Division) -> str:
    """Return every group with its value, the widest interval, and the groups that are not shown."""
    language = about.language
    return paragraph(
        (
            language.say(
                "Dot plot, the highest value first: %(groups)s.",
                groups=language.series(
                    f"{group.name} {value(about, group.value)}" for group in division.shown
                ),
            ),
            language.say(
                "A line marks the overall value, %(amount)s.",
                amount=value(about, division.everyone.value),
            )
            if division.everyone
            else "",
            _widest(about, division),
            language.say(
                "Not shown to protect privacy: %(groups)s.", groups=language.series(division.hidden)
            )
            if division.hidden
            else "",
        )
    )


def _widest(about: Subject, division: Division) -> str:
    known = [(group.interval, group.name) for group in division.shown if group.interval]
    if not known:
        return ""
    interval, name = max(known, key=lambda one: one[0].high - one[0].low)
    return about.language.say(
        "Chance moves the value of a small group most: for %(group)s, chance alone could put it "
        "anywhere from %(low)s to %(high)s, %(times)s times out of %(all)s.",
        group=name,
        **chance.ends(about, interval),
        **chance.odds(about.language),
    )


def table(about: Subject, division: Division) -> Table:
    """Return the overall value, emphasised, then the groups as drawn, then the hidden ones.

    A column that would be empty is left out.
    """
    say = about.language.say
    standings = [group.standing for group in division.shown if group.standing]
    only = only_period(standing.then for standing in standings)
    heads = (
        division.dimension,
        say("Result"),
        chance.header(about.language),
        with_unit(about, say("Gap to everyone")),
        header(about, only),
        say("The gap is"),
        say("People counted"),
    )
    told = [_row(about, group, only) for group in division.shown]
    kept = [any(row[column] for row in told) for column in range(len(heads))]
    rows = [tuple(cell or say("not known") for cell in row) for row in told]
    if division.everyone:
        rows.insert(0, _row(about, division.everyone, only, say("Overall")))
    privacy = (say("Not shown to protect privacy"), *[say("Not shown")] * (len(heads) - 2))
    rows += [(name, *privacy) for name in division.hidden]
    of_when = about.language.sequence((division.dimension, about.language.period(division.period)))
    return Table(
        caption=f"{about.name}: {of_when}",
        header=_kept(heads, kept),
        rows=tuple(_kept(row, kept) for row in rows),
        numeric=_kept((False, True, True, True, True, False, True), kept),
        emphasis=0 if division.everyone else None,
    )


def _row(about: Subject, group: Group, only: Period | None, name: str = "") -> tuple[str, ...]:
    standing = group.standing
    now, then = (standing.now, standing.then) if standing else (None, None)
    return (
        name or group.name,
        value(about, group.value),
        chance.span(about, group.interval) if group.interval else "",
        cell(about, now.behind) if now else "",
        earlier_gap(about, then, only),
        course_of(about, standing) if standing and then else "",
        about.language.value(group.people, Unit.NUMBER) if group.people else "",
    )


def _kept(cells: Sequence[C], kept: Sequence[bool]) -> tuple[C, ...]:
    return tuple(cell for cell, keep in zip(cells, kept, strict=True) if keep)
