"""What a comparison with others says: title, subtitle, description and table."""

from collections.abc import Callable
from decimal import Decimal

from planpress.chart.comparison import Comparison, Peer
from planpress.chart.phrases import (
    difference,
    paragraph,
    published,
    short_difference,
    value,
    with_unit,
)
from planpress.chart.phrases import subtitle as line
from planpress.chart.subject import Subject
from planpress.model.figure import Cell, Table
from planpress.model.when import in_period
from planpress.model.words import Said


def title(about: Subject, compared: Comparison) -> str:
    """Return how far from us the best of the others were."""
    return about.language.say(
        "%(measure)s: %(finding)s", measure=about.name, finding=_finding(about, compared)
    )


def _finding(about: Subject, compared: Comparison) -> str:
    language = about.language
    best = compared.best(about.sign)
    peer = best[0]
    return language.say_n(
        "%(names)s had %(amount)s %(in)s, %(distance)s",
        "%(names)s had %(amount)s %(in)s, %(distance)s",
        len(best),
        names=language.list(one.name for one in best),
        amount=value(about, peer.result.value),
        distance=_distance(
            about, peer, difference, dated=peer.against.period != peer.result.period
        ),
        **{"in": in_period(language, peer.result.period)},
    )


def _distance(
    about: Subject, peer: Peer, number: Callable[[Subject, Decimal], str], *, dated: bool
) -> str:
    """Return how far somebody's value is from ours, with our period if `dated`.

    `number` writes the distance.
    """
    say, more = about.language.say, _more(about, peer)
    said = {
        "in": in_period(about.language, peer.against.period),
        "ours": value(about, peer.against.value),
    }
    if more is None:
        if dated:
            return say("while we had %(ours)s %(in)s", **said)
        return say("while we had %(ours)s", **said)
    said["difference"] = number(about, more)
    if more > 0:
        if dated:
            return say("%(difference)s more than we had %(in)s", **said)
        return say("%(difference)s more than we had", **said)
    if more < 0:
        if dated:
            return say("%(difference)s less than we had %(in)s", **said)
        return say("%(difference)s less than we had", **said)
    if dated:
        return say("the same as we had %(in)s", **said)
    return say("the same as we had", **said)


def _more(about: Subject, peer: Peer) -> Decimal | None:
    if peer.more is None:
        return None
    return published(about, peer.more)


def subtitle(about: Subject, compared: Comparison) -> str:
    """Return measure, unit and period, or both periods where ours is another one."""
    language = about.language
    theirs, ours = compared.period, compared.own.result.period
    if theirs == ours:
        return line(about, language.period(theirs))
    return line(
        about,
        language.say(
            "the others %(theirs)s, we %(ours)s",
            theirs=in_period(language, theirs),
            ours=in_period(language, ours),
        ),
    )


def label(about: Subject, compared: Comparison, peer: Peer) -> str:
    """Return a name, with the period where that is not the one of the comparison."""
    if peer.result.period == compared.period:
        return peer.name
    return about.language.sequence((peer.name, about.language.period(peer.result.period)))


def description(about: Subject, compared: Comparison) -> str:
    """Return the best of the others with their source, our place, and all values."""
    language, own = about.language, compared.own
    best, others = compared.best(about.sign), len(compared.others)
    lower = sum(p.result.value.number < own.result.value.number for p in compared.others)
    return paragraph(
        (
            language.say_n(
                "The best result of the others: %(finding)s (source: %(source)s).",
                "The best results of the others: %(finding)s (source: %(source)s).",
                len(best),
                finding=_finding(about, compared),
                source=language.series(dict.fromkeys(peer.source for peer in best)),
            ),
            language.say_n(
                "%(own)s stood at %(amount)s %(in)s, higher than %(lower)s of %(count)s other.",
                "%(own)s stood at %(amount)s %(in)s, higher than %(lower)s of %(count)s others.",
                others,
                own=own.name,
                amount=value(about, own.result.value),
                lower=lower,
                **{"in": in_period(language, own.result.period)},
            ),
            language.say(
                "Bar chart from zero, the highest value first: %(values)s.",
                values=language.series(
                    f"{label(about, compared, peer)} {value(about, peer.result.value)}"
                    for peer in compared.ranked
                ),
            ),
        )
    )


def table(about: Subject, compared: Comparison) -> Table:
    """Return all results, ours emphasised; the source where there is more than one."""
    say, period = about.language.say, about.language.period
    ranked = compared.ranked
    several = len({peer.source for peer in compared.others}) > 1
    columns = 4 if several else 3
    heads = (
        say("Whose result"),
        say("Result"),
        with_unit(about, say("Distance from us")),
        say("Source"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            label(about, compared, peer),
            value(about, peer.result.value),
            "" if peer is compared.own else _distance_cell(about, compared, peer),
            _source(about, peer),
        )[:columns]
        for peer in ranked
    ]
    return Table(
        caption=say(
            "%(measure)s: comparison with others, %(period)s",
            measure=about.name,
            period=period(compared.period),
        ),
        header=heads[:columns],
        rows=tuple(rows),
        numeric=(False, True, True, False)[:columns],
        emphasis=ranked.index(compared.own),
    )


def _distance_cell(about: Subject, compared: Comparison, peer: Peer) -> str:
    """Return a distance in few words; the whole phrase where not all are about one period."""
    more = _more(about, peer)
    if more is None:
        return about.language.say("not known exactly")
    if not peer.result.period == peer.against.period == compared.own.result.period:
        return _distance(about, peer, short_difference, dated=True)
    if more == 0:
        return about.language.say("the same")
    said = {"difference": short_difference(about, more)}
    if more > 0:
        return about.language.say("%(difference)s more", **said)
    return about.language.say("%(difference)s less", **said)


def _source(about: Subject, peer: Peer) -> Cell:
    """Return a source, which is in the plan's first language."""
    first = about.project.languages[0]
    return peer.source if about.language.code == first else (Said(peer.source, first),)
