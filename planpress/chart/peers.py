"""The same measure elsewhere, as bars from zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from planpress.chart.axis import value_axis
from planpress.chart.phrases import paragraph, short_value, sources, subtitle, value
from planpress.chart.rows import Line, rows_in
from planpress.chart.sketch import Layer, Mark, Sketch, drawn
from planpress.chart.subject import Draft, Subject
from planpress.model.figure import Table
from planpress.model.period import Period
from planpress.model.value import Value

_WIDTHS = {"wide": 640, "narrow": 340}
_BAR = 7.0
"""Half of a bar's height in pixels."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Somebody's value and where it was published; `own` is the plan's own organisation."""

    name: str
    value: Value
    source: str
    own: bool = False


def peers(about: Subject) -> Draft | None:
    """Return the figure of the latest period that both we and others have; None without one."""
    found = _peers(about)
    if found is None:
        return None
    period, compared = found
    return Draft(
        title=_title(about, period, compared),
        subtitle=subtitle(about, about.language.period(period)),
        description=_description(about, compared),
        table=_table(about, period, compared),
        source="; ".join(dict.fromkeys(peer.source for peer in compared if peer.source)),
        sketches={name: _sketch(about, compared, width) for name, width in _WIDTHS.items()},
    )


def _peers(about: Subject) -> tuple[Period, tuple[Peer, ...]] | None:
    ours = {row.period: row.value for row in about.overall if row.value is not None}
    shared = [mark.period for mark in about.indicator.benchmarks if mark.period in ours]
    if not shared:
        return None
    latest = max(shared)
    name = about.project.plan.organisation.said(about.language.code).text
    compared = [Peer(name, ours[latest], sources(about), own=True)]
    compared += [
        Peer(mark.name, Value(mark.value), mark.source)
        for mark in about.indicator.benchmarks
        if mark.period == latest
    ]
    return latest, tuple(sorted(compared, key=lambda peer: (-peer.value.number, peer.name)))


def _own(compared: Sequence[Peer]) -> Peer:
    return next(peer for peer in compared if peer.own)


def _title(about: Subject, period: Period, compared: Sequence[Peer]) -> str:
    own, others = _own(compared), len(compared) - 1
    lower = sum(peer.value.number < own.value.number for peer in compared)
    return about.language.say_n(
        "%(measure)s: %(own)s stood at %(amount)s in %(period)s, higher than %(lower)s of "
        "%(count)s other",
        "%(measure)s: %(own)s stood at %(amount)s in %(period)s, higher than %(lower)s of "
        "%(count)s others",
        others,
        measure=about.name,
        own=own.name,
        amount=value(about, own.value),
        period=about.language.period(period),
        lower=about.language.number(Decimal(lower)),
    )


def _description(about: Subject, compared: Sequence[Peer]) -> str:
    return paragraph(
        [
            about.language.say(
                "Bar chart from zero, the highest value first: %(values)s.",
                values="; ".join(f"{peer.name} {value(about, peer.value)}" for peer in compared),
            )
        ]
    )


def _table(about: Subject, period: Period, compared: Sequence[Peer]) -> Table:
    say = about.language.say
    return Table(
        caption=say(
            "%(measure)s: comparison with others, %(period)s",
            measure=about.name,
            period=about.language.period(period),
        ),
        header=(say("Whose result"), say("Result")),
        rows=tuple((peer.name, value(about, peer.value)) for peer in compared),
        numeric=(False, True),
        emphasis=compared.index(_own(compared)),
    )


def _sketch(about: Subject, compared: Sequence[Peer], width: int) -> Sketch:
    lines = [
        Line(peer.name, short_value(about, peer.value), float(peer.value.number), peer.own)
        for peer in compared
    ]
    axis = value_axis(
        [Decimal(0), *(peer.value.number for peer in compared)], about.indicator.unit, zero=True
    )
    ends = (axis.ends[0], max(line.number for line in lines) or axis.ends[1])
    rows = rows_in(lines, width, ends, above=4, below=4)
    frame = rows.frame
    bars, values = [], []
    for line, middle in zip(lines, rows.middles, strict=True):
        top, bottom = frame.at(0, middle - _BAR)["y"], frame.at(0, middle + _BAR)["y"]
        box = {"x": 0.0, "x2": line.number, "y": bottom, "y2": top}
        bars.append(Layer("own" if line.strong else "context", Mark.BAR, (box,)))
        role = "value" if line.strong else "label"
        across = frame.across(max(line.number, 0.0)) + 8
        values.append(frame.text(role, line.words, across, middle, "start"))
    zero = {"x": 0.0, "x2": 0.0, "y": frame.y[0], "y2": frame.y[1]}
    return drawn(frame, [*rows.names, *bars, *values, Layer("zero", Mark.RULE, (zero,))])
