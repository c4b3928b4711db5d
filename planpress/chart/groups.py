"""Student groups against everyone, as dots."""

from planpress.chart import chance, groups_words
from planpress.chart.axis import Axis, value_axis
from planpress.chart.gap_phrases import group_name
from planpress.chart.groups_words import Division, Group
from planpress.chart.measure import text_width
from planpress.chart.phrases import axis_note, short_value, sources, subtitle, tick
from planpress.chart.rows import Line, Rows, lines_behind, numbers_below, rows_in
from planpress.chart.sketch import Layer, Mark, Sketch, drawn
from planpress.chart.style import TEXT
from planpress.chart.subject import Draft, Subject
from planpress.model.collation import in_order, key
from planpress.model.equity import GROUP, GroupStanding
from planpress.model.interval import interval_of
from planpress.model.series import Observation
from planpress.model.value import Value

_WIDTHS = {"wide": 640, "narrow": 340}


def groups(about: Subject) -> Draft | None:
    """Return the figure of the latest period that shows groups; None if there is none."""
    division = _division(about)
    if division is None:
        return None
    numbers = [group.value.number for group in division.shown]
    numbers += [division.everyone.value.number] if division.everyone else []
    numbers += [end for interval in division.intervals for end in (interval.low, interval.high)]
    axis = value_axis(numbers, about.indicator.unit)
    period = about.language.period(division.period)
    by = division.dimension
    return Draft(
        title=groups_words.title(about, division),
        subtitle=subtitle(
            about,
            by,
            period,
            axis_note(about, axis),
            chance.note(about.language, len(division.intervals)),
        ),
        description=groups_words.description(about, division),
        table=groups_words.table(about, division),
        source=sources(about),
        sketches={name: _sketch(about, division, axis, width) for name, width in _WIDTHS.items()},
    )


def _division(about: Subject) -> Division | None:
    rows = about.series.by(GROUP) if about.series else ()
    periods = [row.period for row in rows if row.value is not None]
    if not periods:
        return None
    latest = max(periods)
    now = [row for row in rows if row.period == latest]
    standings = {standing.code: standing for standing in about.standings}
    code = about.language.code
    shown = [
        _group(about, row, row.value, standings.get(row.codes[0][1]))
        for row in now
        if row.value is not None
    ]
    everyone = next((row for row in about.overall if row.period == latest), None)
    dimensions = about.project.dimensions.dimensions if about.project.dimensions else ()
    label = next((d.label for d in dimensions if d.id == GROUP), None)
    return Division(
        period=latest,
        dimension=label.said(about.language.code).text
        if label
        else about.language.say("student groups"),
        everyone=_group(about, everyone, everyone.value, None)
        if everyone and everyone.value
        else None,
        shown=tuple(sorted(shown, key=lambda one: (-one.value.number, key(one.name, code)))),
        hidden=in_order((_name(about, row) for row in now if row.hidden), code),
    )


def _group(about: Subject, row: Observation, value: Value, standing: GroupStanding | None) -> Group:
    same = standing and standing.now and standing.now.period == row.period
    return Group(
        name=_name(about, row),
        value=value,
        people=row.n,
        interval=interval_of(row, about.indicator.unit),
        standing=standing if same else None,
    )


def _name(about: Subject, row: Observation) -> str:
    return group_name(about, row.codes[0][1]) if row.codes else ""


def _sketch(about: Subject, division: Division, axis: Axis, width: int) -> Sketch:
    lines = [
        Line(group.name, short_value(about, group.value), float(group.value.number))
        for group in division.shown
    ]
    rows = rows_in(lines, width, axis.ends, above=32 if division.everyone else 8, below=30)
    frame = rows.frame
    layers = [
        lines_behind(frame, axis.ticks),
        *numbers_below(frame, axis.ticks, [tick(about, axis, number) for number in axis.ticks]),
    ]
    marks = _overall(about, division, rows)
    for line, group, middle in zip(lines, division.shown, rows.middles, strict=True):
        at = frame.at(frame.across(line.number), middle)
        if division.everyone:
            foot = {"x2": float(division.everyone.value.number), "y2": at["y"]}
            marks.append(Layer("stem", Mark.RULE, (at | foot,)))
        if group.interval:
            reach = {"x": float(group.interval.low), "x2": float(group.interval.high)}
            marks.append(Layer("interval", Mark.RULE, (at | reach | {"y2": at["y"]},)))
        tip = f"{group.name}: {line.words}"
        marks.append(
            Layer(
                "point large" if group.value.exact else "open large",
                Mark.POINT,
                (at | {"tip": tip},),
            )
        )
        marks.append(frame.text("label", line.words, width, middle, "end"))
    return drawn(frame, [*layers, *sorted(marks, key=_depth), *rows.names])


_ORDER = ("stem", "interval", "overall", "point", "open")


def _depth(layer: Layer) -> int:
    return _ORDER.index(layer.role.split(" ")[0]) if layer.mark is not Mark.TEXT else 9


def _overall(about: Subject, division: Division, rows: Rows) -> list[Layer]:
    if division.everyone is None:
        return []
    frame, x = rows.frame, float(division.everyone.value.number)
    words = " ".join((about.language.say("Overall"), short_value(about, division.everyone.value)))
    half = text_width(words, TEXT, bold=True) / 2
    across = min(max(frame.across(x), half), frame.width - half)
    top = frame.at(0, frame.top - 8)["y"]
    return [
        Layer("overall", Mark.RULE, ({"x": x, "x2": x, "y": 0.0, "y2": top},)),
        frame.text("value", words, across, frame.top - 18, "middle"),
    ]
