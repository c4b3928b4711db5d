"""What is to be drawn, with every word in its language."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from planpress.model.dataclass import dataclass
from planpress.model.direction import apart

Row = Mapping[str, float | str]
"""x and y in data units, x2 and y2 of rules and bars, `text`, `part` of a line, and `tip`."""
WORDED = ("text", "tip")
"""What words stand in a row, in the order in which they stand in a drawing."""


class Mark(StrEnum):
    """What a layer is drawn with."""

    LINE = "line"
    RULE = "rule"
    BAR = "bar"
    POINT = "point"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Layer:
    """Marks of one role, which is their SVG class and the key of their style."""

    role: str
    mark: Mark
    rows: tuple[Row, ...]
    anchor: str = "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A canvas in pixels, the plot's edges on it, and the data at those edges."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    x: tuple[float, float]
    y: tuple[float, float]

    def across(self, x: float) -> float:
        """Return the pixel of a value on the horizontal scale."""
        return self.left + (x - self.x[0]) / (self.x[1] - self.x[0]) * (self.right - self.left)

    def down(self, y: float) -> float:
        """Return the pixel of a value on the vertical scale, which points up."""
        return self.bottom - (y - self.y[0]) / (self.y[1] - self.y[0]) * (self.bottom - self.top)

    def at(self, across: float, down: float) -> dict[str, float | str]:
        """Return the place of a pixel in data units."""
        x = self.x[0] + (across - self.left) / (self.right - self.left) * (self.x[1] - self.x[0])
        y = self.y[0] + (self.bottom - down) / (self.bottom - self.top) * (self.y[1] - self.y[0])
        return {"x": round(x, 5), "y": round(y, 5)}

    def text(self, role: str, words: str, across: float, down: float, anchor: str) -> Layer:
        """Return a label of one line, its middle at the height `down`."""
        return Layer(role, Mark.TEXT, (self.at(across, down) | {"text": apart(words)},), anchor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A frame and its layers, the lowest first."""

    frame: Frame
    layers: tuple[Layer, ...]

    def outline(self) -> str:
        """Return a text that stands for all of this sketch but its words, which move nothing."""
        layers = [
            (layer.role, layer.mark.value, layer.anchor, *map(_wordless, layer.rows))
            for layer in self.layers
        ]
        return f"{self.frame} {layers}"

    def words(self) -> Iterator[str]:
        """Yield all words, in the order in which they stand in the drawing."""
        for layer in self.layers:
            for row in layer.rows:
                for name in WORDED:
                    if row.get(name):
                        yield str(row[name])


def _wordless(row: Row) -> Row:
    for name in WORDED:
        if name in row:
            row = {**row, name: bool(row[name])}
    return row


def drawn(frame: Frame, layers: Sequence[Layer]) -> Sketch:
    """Return the sketch without empty layers, neighbours of one kind joined."""
    joined: list[Layer] = []
    for layer in layers:
        last = joined[-1] if joined else None
        if last and (last.role, last.mark, last.anchor) == (layer.role, layer.mark, layer.anchor):
            joined[-1] = Layer(last.role, last.mark, last.rows + layer.rows, last.anchor)
        elif layer.rows:
            joined.append(layer)
    return Sketch(frame=frame, layers=tuple(joined))
