"""The same measure elsewhere, as bars from zero."""

from decimal import Decimal

from planpress.chart import peers_words
from planpress.chart.axis import value_axis
from planpress.chart.comparison import Comparison, comparison_of
from planpress.chart.phrases import short_value
from planpress.chart.rows import Line, rows_in
from planpress.chart.sketch import Layer, Mark, Sketch, drawn
from planpress.chart.subject import Draft, Subject

_WIDTHS = {"wide": 640, "narrow": 340}
_BAR = 7.0
"""Half of a bar's height in pixels."""


def peers(about: Subject) -> Draft | None:
    """Return the figure that compares us with others; None without anybody to compare with."""
    compared = comparison_of(about)
    if compared is None:
        return None
    return Draft(
        title=peers_words.title(about, compared),
        subtitle=peers_words.subtitle(about, compared),
        description=peers_words.description(about, compared),
        table=peers_words.table(about, compared),
        source="; ".join(dict.fromkeys(peer.source for peer in compared.ranked if peer.source)),
        sketches={name: _sketch(about, compared, width) for name, width in _WIDTHS.items()},
    )


def _sketch(about: Subject, compared: Comparison, width: int) -> Sketch:
    results = [peer.result.value for peer in compared.ranked]
    lines = [
        Line(
            peers_words.label(about, compared, peer),
            short_value(about, result),
            float(result.number),
            peer is compared.own,
        )
        for peer, result in zip(compared.ranked, results, strict=True)
    ]
    axis = value_axis(
        [Decimal(0), *(result.number for result in results)], about.indicator.unit, zero=True
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
    zeros = [] if rows.stacked else [Layer("zero", Mark.RULE, (zero,))]
    return drawn(frame, [*bars, *zeros, *rows.names, *values])
