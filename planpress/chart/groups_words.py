"""What a picture of groups says: title, description and table."""

from dataclasses import dataclass
from decimal import Decimal

from planpress.chart.phrases import difference, paragraph, published, value
from planpress.chart.subject import Subject
from planpress.model.figure import Table
from planpress.model.indicator import Unit
from planpress.model.period import Period
from planpress.model.value import Value


@dataclass(frozen=True, slots=True)
class Group:
    """A group's label in the language of the figure, its value and its number of people."""

    name: str
    value: Value
    people: Value | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """The groups of one period: those shown, the highest value first, and the labels of others."""

    period: Period
    dimension: str
    overall: Value | None
    people: Value | None
    shown: tuple[Group, ...]
    hidden: tuple[str, ...]


def title(about: Subject, division: Division) -> str:
    """Return the span between the groups as a sentence."""
    high, low = division.shown[0], division.shown[-1]
    said = {
        "measure": about.name,
        "period": about.language.period(division.period),
        "low": value(about, low.value),
        "low_group": low.name,
        "high": value(about, high.value),
        "high_group": high.name,
    }
    if len(division.shown) == 1:
        return about.language.say(
            "%(measure)s stood at %(high)s for one group (%(high_group)s) in %(period)s", **said
        )
    return about.language.say(
        "%(measure)s ranged from %(low)s (%(low_group)s) to %(high)s (%(high_group)s) in "
        "%(period)s",
        **said,
    )


def description(about: Subject, division: Division) -> str:
    """Return every group with its value, and the groups that are not shown."""
    language = about.language
    return paragraph(
        (
            language.say(
                "Dot plot, the highest value first: %(groups)s.",
                groups="; ".join(
                    f"{group.name} {value(about, group.value)}" for group in division.shown
                ),
            ),
            language.say(
                "A line marks the overall value, %(amount)s.", amount=value(about, division.overall)
            )
            if division.overall
            else "",
            language.say(
                "Not shown to protect privacy: %(groups)s.", groups="; ".join(division.hidden)
            )
            if division.hidden
            else "",
        )
    )


def table(about: Subject, division: Division) -> Table:
    """Return the overall value, emphasised, then the groups as drawn, then the hidden ones."""
    say = about.language.say
    counted = any(group.people for group in division.shown)
    header = (
        division.dimension,
        say("Result"),
        say("Difference from overall"),
        say("People counted"),
    )
    everyone = (
        [
            (
                say("Overall"),
                value(about, division.overall),
                "",
                _people(about, division.people),
            )
        ]
        if division.overall
        else []
    )
    shown = [
        (
            group.name,
            value(about, group.value),
            _distance(about, division, group),
            _people(about, group.people),
        )
        for group in division.shown
    ]
    hidden = [(name, say("Not shown to protect privacy"), "", "") for name in division.hidden]
    columns = 4 if counted else 3
    return Table(
        caption=f"{about.name}: {division.dimension}, {about.language.period(division.period)}",
        header=header[:columns],
        rows=tuple(row[:columns] for row in everyone + shown + hidden),
        numeric=(False, True, True, True)[:columns],
        emphasis=0 if everyone else None,
    )


def _people(about: Subject, people: Value | None) -> str:
    return about.language.value(people, Unit.NUMBER) if people else ""


def _distance(about: Subject, division: Division, group: Group) -> str:
    """Return how far a group is from the overall value; nothing for bounds."""
    if division.overall is None or not division.overall.exact or not group.value.exact:
        return ""
    gap = published(about, group.value.number) - published(about, division.overall.number)
    if gap == Decimal(0):
        return about.language.say("none")
    said = {"difference": difference(about, gap)}
    if gap > 0:
        return about.language.say("%(difference)s higher", **said)
    return about.language.say("%(difference)s lower", **said)
