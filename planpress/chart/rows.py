"""The layout that dot plots and bars share: one row a name, names beside or above their marks."""

from collections.abc import Sequence
from decimal import Decimal

from planpress.chart.measure import text_width, wrap
from planpress.chart.sketch import Frame, Layer, Mark
from planpress.chart.style import TEXT
from planpress.model.dataclass import dataclass

_LINE = TEXT * 1.2
_SHARE = 0.42
"""How much of a narrow picture names may take before they move above their marks."""
_COLUMN = 230.0


@dataclass(frozen=True, slots=True)
class Line:
    """A row: whose value, the value as a label and as a place on the scale, and if it matters."""

    name: str
    words: str
    number: float
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A frame with the height of each row's marks in pixels and the layers of its names.

    `stacked` if names stand above their marks.
    """

    frame: Frame
    middles: tuple[float, ...]
    names: tuple[Layer, ...]
    stacked: bool


def rows_in(
    lines: Sequence[Line],
    width: float,
    ends: tuple[float, float],
    *,
    above: float,
    below: float,
    stacked: bool = False,
) -> Rows:
    """Return the layout of rows in a picture of a width.

    `ends` are the data at the plot's left and right edge, `above` and `below` the pixels kept
    free for other things. The values' labels have room at the right. Names stand above their marks
    if `stacked`, and where they would take too much of the width.
    """
    column = min(_COLUMN, _SHARE * width)
    wrapped = [wrap(line.name, TEXT, column) for line in lines]
    wide = [
        max(text_width(part, TEXT, bold=line.strong) for part in parts)
        for line, parts in zip(lines, wrapped, strict=True)
    ]
    stacked = stacked or max(map(len, wrapped)) > 2 or max(wide) > column + 8
    if stacked:
        wrapped = [wrap(line.name, TEXT, width - 4) for line in lines]
    left = 6.0 if stacked else max(wide) + 14
    values = max(text_width(line.words, TEXT, bold=line.strong) for line in lines)
    middles, names, top = [], [], above
    placed = []
    for line, parts in zip(lines, wrapped, strict=True):
        high = len(parts) * _LINE + (24 if stacked else 12)
        first = top + (_LINE / 2 + 6 if stacked else (high - (len(parts) - 1) * _LINE) / 2)
        placed += [(line.strong, part, first + index * _LINE) for index, part in enumerate(parts)]
        middles.append(top + len(parts) * _LINE + 13 if stacked else top + high / 2)
        top += high
    frame = Frame(
        width=width,
        height=round(top + below),
        left=left,
        right=width - values - 16,
        top=above,
        bottom=top,
        x=ends,
        y=(0.0, top - above),
    )
    across, anchor = (0.0, "start") if stacked else (left - 14, "end")
    for strong, part, down in placed:
        role = "value" if strong else "label"
        halo = " halo" if stacked else ""
        names.append(frame.text(role + halo, part, across, down, anchor))
    return Rows(frame=frame, middles=tuple(middles), names=tuple(names), stacked=stacked)


def numbers_below(frame: Frame, ticks: Sequence[Decimal], words: Sequence[str]) -> list[Layer]:
    """Return the numbers under a plot, fewer of them where they would touch."""
    step = frame.across(float(ticks[1])) - frame.across(float(ticks[0]))
    needed = max(text_width(word, TEXT) for word in words) + 12
    every = next(
        (stride for stride in (1, 2, 3) if stride * step >= needed), max(len(words) - 1, 1)
    )
    layers = []
    for word, number in list(zip(words, ticks, strict=True))[::every]:
        half = text_width(word, TEXT) / 2
        across = min(max(frame.across(float(number)), half), frame.width - half)
        layers.append(frame.text("axis", word, across, frame.height - 12, "middle"))
    return layers


def lines_behind(frame: Frame, ticks: Sequence[Decimal]) -> Layer:
    """Return the vertical lines of a plot."""
    rows = tuple(
        frame.at(frame.across(float(number)), frame.top) | {"x2": float(number), "y2": 0.0}
        for number in ticks
    )
    return Layer("grid", Mark.RULE, rows)
