"""The gap of each student group to everyone, then and now, as dumbbells."""

from decimal import Decimal

from planpress.chart import gaps_words
from planpress.chart.axis import value_axis
from planpress.chart.gap_phrases import course_word, group_name
from planpress.chart.gaps_words import Gaps, Move
from planpress.chart.measure import text_width
from planpress.chart.phrases import short_difference, sources, tick_distance
from planpress.chart.rows import Line, lines_behind, numbers_below, rows_in
from planpress.chart.sketch import Frame, Layer, Mark, Sketch, drawn
from planpress.chart.style import TEXT
from planpress.chart.subject import Draft, Subject
from planpress.model.collation import in_order, key
from planpress.model.equity import Course, GroupGap, GroupStanding

_WIDTHS = {"wide": 640, "narrow": 340}
_APART = 8.0
"""Pixels between the zero line and the words beside it."""


def gaps(about: Subject) -> Draft | None:
    """Return the figure of all gaps that can be compared with an earlier one; None without any."""
    found = _gaps(about)
    if found is None:
        return None
    return Draft(
        title=gaps_words.title(about, found),
        subtitle=gaps_words.subtitle(about, found),
        description=gaps_words.description(about, found),
        table=gaps_words.table(about, found),
        source=sources(about),
        sketches={name: _sketch(about, found, width) for name, width in _WIDTHS.items()},
    )


def _gaps(about: Subject) -> Gaps | None:
    pairs = [(standing, _pair(standing)) for standing in about.standings]
    periods = [pair[1].period for _, pair in pairs if pair]
    if not periods:
        return None
    latest, code = max(periods), about.language.code
    moves, hidden, unpaired = [], [], []
    for standing, pair in pairs:
        name = group_name(about, standing.code)
        if pair and pair[1].period == latest:
            moves.append(Move(name=name, standing=standing, then=pair[0], now=pair[1]))
        elif standing.hidden:
            hidden.append(name)
        else:
            unpaired.append((name, standing))
    return Gaps(
        period=latest,
        moves=tuple(sorted(moves, key=lambda one: (-one.now.behind, key(one.name, code)))),
        hidden=in_order(hidden, code),
        unpaired=tuple(sorted(unpaired, key=lambda one: key(one[0], code))),
    )


def _pair(standing: GroupStanding) -> tuple[GroupGap, GroupGap] | None:
    """Return the gaps then and now, if both are known and can be compared."""
    if standing.now is None or standing.then is None or standing.course is Course.UNKNOWN:
        return None
    return standing.then, standing.now


def _sketch(about: Subject, gaps: Gaps, width: int) -> Sketch:
    """Return a row for each group: behind everyone to the left of zero, ahead to the right."""
    axis = value_axis(
        [Decimal(0), *(-gap.behind for move in gaps.moves for gap in (move.then, move.now))],
        about.indicator.unit,
    )
    wide = width == _WIDTHS["wide"]
    lines = [
        Line(move.name, _label(about, move, wide=wide), -float(move.now.behind))
        for move in gaps.moves
    ]
    rows = rows_in(lines, width, axis.ends, above=30, below=30, stacked=not wide)
    frame = rows.frame
    zero = frame.at(frame.across(0), frame.top - 4) | {"x2": 0.0, "y2": 0.0}
    ticks = [tick_distance(about, axis, number) for number in axis.ticks]
    stems, dots, labels = [], [], []
    for move, line, middle in zip(gaps.moves, lines, rows.middles, strict=True):
        y, tips = frame.at(0, middle)["y"], gaps_words.tips(about, move)
        ends = {"start": -float(move.then.behind), "point": line.number}
        stem = {"x": ends["start"], "x2": ends["point"], "y": y, "y2": y}
        stems.append(Layer("stem", Mark.RULE, (stem,)))
        for role, x in ends.items():
            row = {"x": x, "y": y, "tip": tips[role]}
            dots.append(Layer(f"{role} large", Mark.POINT, (row,)))
        labels.append(frame.text("label", line.words, width, middle, "end"))
    layers = [lines_behind(frame, axis.ticks), Layer("overall", Mark.RULE, (zero,))]
    layers += [*numbers_below(frame, axis.ticks, ticks), *_sides(about, gaps, frame)]
    return drawn(frame, [*layers, *stems, *dots, *rows.names, *labels])


def _label(about: Subject, move: Move, *, wide: bool) -> str:
    number = short_difference(about, move.now.behind)
    if not wide:
        return number
    return f"{number} · {course_word(about.language, move.standing.course)}"


def _sides(about: Subject, gaps: Gaps, frame: Frame) -> list[Layer]:
    """Return what is to the left and to the right of zero, as words above the plot."""
    behind = [gap.behind for move in gaps.moves for gap in (move.then, move.now)]
    middle, end, layers = frame.across(0), 0.0, []
    if max(behind) > 0 or min(behind) == 0:
        words = about.language.say("behind everyone")
        end = max(middle - _APART, text_width(words, TEXT))
        layers.append(frame.text("axis", words, end, frame.top - 16, "end"))
    if min(behind) < 0:
        words = about.language.say("ahead")
        begin = max(middle + _APART, end + 2 * _APART)
        begin = min(begin, frame.width - text_width(words, TEXT))
        layers.append(frame.text("axis", words, begin, frame.top - 16, "start"))
    return layers
