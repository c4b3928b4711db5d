"""Student groups against everyone, as dots."""

from planpress.chart import groups_words
from planpress.chart.axis import Axis, value_axis
from planpress.chart.groups_words import Division, Group
from planpress.chart.measure import text_width
from planpress.chart.phrases import axis_note, short_value, sources, subtitle, tick
from planpress.chart.rows import Line, Rows, rows_in
from planpress.chart.sketch import Layer, Mark, Sketch, drawn
from planpress.chart.style import TEXT
from planpress.chart.subject import Draft, Subject
from planpress.model.series import Observation

DIMENSION = "group"
_WIDTHS = {"wide": 640, "narrow": 340}


def groups(about: Subject) -> Draft | None:
    """Return the figure of the latest period that shows groups; None if there is none."""
    division = _division(about)
    if division is None:
        return None
    numbers = [group.value.number for group in division.shown]
    numbers += [division.overall.number] if division.overall else []
    axis = value_axis(numbers, about.indicator.unit)
    period = about.language.period(division.period)
    by = division.dimension
    return Draft(
        title=groups_words.title(about, division),
        subtitle=subtitle(about, by, period, axis_note(about, axis)),
        description=groups_words.description(about, division),
        table=groups_words.table(about, division),
        source=sources(about),
        sketches={name: _sketch(about, division, axis, width) for name, width in _WIDTHS.items()},
    )


def _division(about: Subject) -> Division | None:
    rows = about.series.by(DIMENSION) if about.series else ()
    periods = [row.period for row in rows if row.value is not None]
    if not periods:
        return None
    latest = max(periods)
    now = [row for row in rows if row.period == latest]
    shown = [Group(_label(about, row), row.value, row.n) for row in now if row.value is not None]
    everyone = next((row for row in about.overall if row.period == latest), None)
    dimensions = about.project.dimensions.dimensions if about.project.dimensions else ()
    label = next((d.label for d in dimensions if d.id == DIMENSION), None)
    return Division(
        period=latest,
        dimension=label.said(about.language.code).text
        if label
        else about.language.say("student groups"),
        overall=everyone.value if everyone else None,
        people=everyone.n if everyone else None,
        shown=tuple(sorted(shown, key=lambda group: (-group.value.number, group.name))),
        hidden=tuple(sorted(_label(about, row) for row in now if row.hidden)),
    )


def _label(about: Subject, row: Observation) -> str:
    code = row.codes[0][1]
    return about.project.code_label(DIMENSION, code).said(about.language.code).text or code


def _sketch(about: Subject, division: Division, axis: Axis, width: int) -> Sketch:
    lines = [
        Line(group.name, short_value(about, group.value), float(group.value.number))
        for group in division.shown
    ]
    rows = rows_in(lines, width, axis.ends, above=32 if division.overall else 8, below=30)
    frame = rows.frame
    layers = [
        Layer(
            "grid",
            Mark.RULE,
            tuple(
                frame.at(frame.across(float(number)), frame.top) | {"x2": float(number), "y2": 0.0}
                for number in axis.ticks
            ),
        ),
        *_ticks(about, axis, rows),
        *rows.names,
    ]
    overall = _overall(about, division, rows) if division.overall else []
    for line, group, middle in zip(lines, division.shown, rows.middles, strict=True):
        at = frame.at(frame.across(line.number), middle)
        if division.overall:
            middle_line = {"x2": float(division.overall.number), "y2": at["y"]}
            overall.insert(0, Layer("stem", Mark.RULE, (at | middle_line,)))
        tip = f"{group.name}: {line.words}"
        overall.append(
            Layer(
                "point large" if group.value.exact else "open large",
                Mark.POINT,
                (at | {"tip": tip},),
            )
        )
        overall.append(frame.text("label", line.words, width, middle, "end"))
    return drawn(frame, [*layers, *sorted(overall, key=_depth)])


_ORDER = ("stem", "overall", "point", "open")


def _depth(layer: Layer) -> int:
    return _ORDER.index(layer.role.split(" ")[0]) if layer.mark is not Mark.TEXT else 9


def _ticks(about: Subject, axis: Axis, rows: Rows) -> list[Layer]:
    """Return the numbers under the plot, fewer of them where they would touch."""
    frame, words = rows.frame, [tick(about, axis, number) for number in axis.ticks]
    step = frame.across(float(axis.ticks[1])) - frame.across(float(axis.ticks[0]))
    needed = max(text_width(word, TEXT) for word in words) + 12
    every = next(
        (stride for stride in (1, 2, 3) if stride * step >= needed), max(len(words) - 1, 1)
    )
    return [
        frame.text("axis", word, frame.across(float(number)), frame.height - 12, "middle")
        for word, number in list(zip(words, axis.ticks, strict=True))[::every]
    ]


def _overall(about: Subject, division: Division, rows: Rows) -> list[Layer]:
    if division.overall is None:
        return []
    frame, x = rows.frame, float(division.overall.number)
    words = " ".join((about.language.say("Overall"), short_value(about, division.overall)))
    half = text_width(words, TEXT, bold=True) / 2
    across = min(max(frame.across(x), half), frame.width - half)
    top = frame.at(0, frame.top - 8)["y"]
    return [
        Layer("overall", Mark.RULE, ({"x": x, "x2": x, "y": 0.0, "y2": top},)),
        frame.text("value", words, across, frame.top - 18, "middle"),
    ]
