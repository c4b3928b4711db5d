"""Where labels go: beside what they name, and never on one another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from planpress.chart.measure import text_width
from planpress.chart.style import TEXT

_HALF = TEXT * 0.62
"""Half of the height that a line of text takes."""
_APART = 8.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "Box") -> float:
        """Return the area that two boxes share."""
        if self.right <= other.left or other.right <= self.left:
            return 0.0
        if self.bottom <= other.top or other.bottom <= self.top:
            return 0.0
        wide = min(self.right, other.right) - max(self.left, other.left)
        return wide * (min(self.bottom, other.bottom) - max(self.top, other.top))

    def wider(self, by: float) -> "Box":
        """Return the box with some room to its left and right."""
        return Box(self.left - by, self.top, self.right + by, self.bottom)


@dataclass(frozen=True, slots=True)
class Placed:
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
        for x, y, anchor in _around(across, down):
            placed = Placed(x, y, anchor, text_box(words, x, y, anchor, bold=bold))
            cost = self._cost(placed.box)
            if cost < least:
                best, least = placed, cost
            if not cost:
                break
        assert best
        self.taken.append(best.box)
        return best

    def spare(self, words: str, places: Iterable[tuple[float, float]]) -> Placed | None:
        """Return a place for a label that says something about a line, if there is a free one."""
        for across, down in places:
            for x, y, anchor in _around(across, down):
                box = text_box(words, x, y, anchor)
                if not self._cost(box.wider(_APART)):
                    self.taken.append(box)
                    return Placed(x, y, anchor, box)
        return None

    def _cost(self, box: Box) -> float:
        outside = (
            max(self.bounds.left - box.left, 0)
            + max(box.right - self.bounds.right, 0)
            + max(self.bounds.top - box.top, 0)
            + max(box.bottom - self.bounds.bottom, 0)
        )
        return (
            1000 * outside
            + 10 * sum(box.overlap(other) for other in self.taken)
            + sum(box.overlap(other) for other in self.lines)
        )


def _around(across: float, down: float) -> Iterable[tuple[float, float, str]]:
    """Yield places around a point, the best first."""
    yield across + 11, down, "start"
    for away in (18, 24, 32, 40, 52):
        for side in (-1, 1):
            yield across, down + side * away, "middle"
            yield across + 7, down + side * away, "end"
            yield across - 7, down + side * away, "start"
    yield across - 11, down, "end"
    for away in (18, 26, 34):
        for side in (-1, 1):
            yield across + 14, down + side * away, "start"
            yield across - 14, down + side * away, "end"
