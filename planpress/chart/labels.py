"""Where labels go: beside what they name, and never on one another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from planpress.chart.measure import text_width
from planpress.chart.style import TEXT

_HALF = TEXT * 0.62
"""Half of the height that a line of text takes."""
_APART = 8.0
_BESIDE, _ABOVE = 14, 52
"""How far from a point its label may begin and stand at most."""


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "Box") -> float:
        """Return the area that two boxes share."""
        return sum(_shared(self, (other,)))

    def wider(self, by: float) -> "Box":
        """Return the box with some room to its left and right."""
        return Box(self.left - by, self.top, self.right + by, self.bottom)


class Placed(NamedTuple):
    """A label with the pixel and the anchor of its text."""

    across: float
    down: float
    anchor: str
    box: Box


def text_box(words: str, across: float, down: float, anchor: str, *, bold: bool = False) -> Box:
    """Return the room that a line of text takes, its middle at the height `down`."""
    wide = text_width(words, TEXT, bold=bold)
    left = across - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return Box(left, down - _HALF, left + wide, down + _HALF)


@dataclass(slots=True)
class Room:
    """The free room of a plot: what stands in it already, and lines that are better not crossed."""

    bounds: Box
    taken: list[Box] = field(default_factory=list)
    lines: list[Box] = field(default_factory=list)

    def point(self, across: float, down: float, radius: float = 5) -> None:
        """Keep the room of a point free."""
        self.taken.append(Box(across - radius, down - radius, across + radius, down + radius))

    def line(self, path: Sequence[tuple[float, float]]) -> None:
        """Avoid the line through these pixels."""
        for (x, y), (x2, y2) in pairwise(path):
            pieces = max(1, round(max(abs(x2 - x), abs(y2 - y)) / 4))
            for piece in range(pieces + 1):
                across, down = x + (x2 - x) * piece / pieces, y + (y2 - y) * piece / pieces
                self.lines.append(Box(across - 1.5, down - 1.5, across + 1.5, down + 1.5))

    def place(self, words: str, across: float, down: float, *, bold: bool = False) -> Placed:
        """Return the best place for a label of the point at these pixels, and take it."""
        best, least = None, float("inf")
        wide = text_width(words, TEXT, bold=bold)
        lines = self._near(across, down, wide)
        for x, y, anchor in _around(across, down):
            box = text_box(words, x, y, anchor, bold=bold)
            cost = 1000 * self._outside(box) + 10 * sum(_shared(box, self.taken))
            if cost < least:
                cost += sum(_shared(box, lines))
            if cost < least:
                best, least = Placed(x, y, anchor, box), cost
            if not cost:
                break
        assert best
        self.taken.append(best.box)
        return best

    def spare(self, words: str, places: Iterable[tuple[float, float]]) -> Placed | None:
        """Return a place for a label that says something about a line, if there is a free one."""
        wide = text_width(words, TEXT)
        for across, down in places:
            others = (*self.taken, *self._near(across, down, wide + _APART))
            for x, y, anchor in _around(across, down):
                box = text_box(words, x, y, anchor)
                wider = box.wider(_APART)
                if not self._outside(wider) and next(_shared(wider, others), None) is None:
                    self.taken.append(box)
                    return Placed(x, y, anchor, box)
        return None

    def _near(self, across: float, down: float, wide: float) -> list[Box]:
        """Return what of the lines a label of this width around a point could touch."""
        left, right = across - wide - _BESIDE, across + wide + _BESIDE
        top, bottom = down - _ABOVE - _HALF, down + _ABOVE + _HALF
        return [
            box
            for box in self.lines
            if box[0] < right and left < box[2] and box[1] < bottom and top < box[3]
        ]

    def _outside(self, box: Box) -> float:
        left, top, right, bottom = self.bounds
        return (
            max(left - box.left, 0)
            + max(box.right - right, 0)
            + max(top - box.top, 0)
            + max(box.bottom - bottom, 0)
        )


def _shared(box: Box, others: Iterable[Box]) -> Iterator[float]:
    """Yield the areas that a box shares with others; what does the most work in a chart."""
    left, top, right, bottom = box
    return (
        (min(right, right2) - max(left, left2)) * (min(bottom, bottom2) - max(top, top2))
        for left2, top2, right2, bottom2 in others
        if left2 < right and left < right2 and top2 < bottom and top < bottom2
    )


def _around(across: float, down: float) -> Iterable[tuple[float, float, str]]:
    """Yield places around a point, the best first."""
    yield across + 11, down, "start"
    for away in (18, 24, 32, 40, _ABOVE):
        for side in (-1, 1):
            yield across, down + side * away, "middle"
            yield across + 7, down + side * away, "end"
            yield across - 7, down + side * away, "start"
    yield across - 11, down, "end"
    for away in (18, 26, 34):
        for side in (-1, 1):
            yield across + _BESIDE, down + side * away, "start"
            yield across - _BESIDE, down + side * away, "end"
