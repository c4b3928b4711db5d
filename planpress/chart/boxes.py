"""Words in boxes, and the arrows between them, as SVG in the roles of `charts.css`."""

from html import escape

from planpress.chart.measure import text_width, wrap
from planpress.chart.style import ACCENT, INK, MUTED, PAPER
from planpress.model.dataclass import dataclass
from planpress.model.direction import apart
from planpress.model.words import Said

SIZE = 14.0
"""Size of every text in pixels."""
LEADING = 18.0
"""From one line of text to the next in pixels."""
PADDING = 10.0
"""Between a box and its words in pixels."""

_INKS = {"label": INK, "muted": MUTED}
_HEAD = 5.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines of text; `language` is empty where it is that of the picture."""

    lines: tuple[str, ...]
    language: str = ""
    role: str = "label"
    bold: bool = False

    @property
    def height(self) -> float:
        """Its height in pixels."""
        return LEADING * len(self.lines)

    @property
    def width(self) -> float:
        """Its width in pixels."""
        return max(text_width(line, SIZE, bold=self.bold) for line in self.lines)

    def at(self, x: float, y: float, anchor: str = "start") -> str:
        """Return it with its upper edge at `y`; `x` is its start, middle or end by `anchor`."""
        weight = ' font-weight="700"' if self.bold else ""
        side = f' text-anchor="{anchor}"' if anchor != "start" else ""
        language = f' lang="{escape(self.language)}"' if self.language else ""
        texts = "".join(
            f'<text{language} x="{n(x)}" y="{n(y + 14 + LEADING * index)}">'
            f"{escape(apart(line), quote=False)}</text>"
            for index, line in enumerate(self.lines)
        )
        ink = _INKS[self.role]
        return (
            f'<g class="{self.role}" fill="{ink}" font-size="{n(SIZE)}"{weight}{side}>{texts}</g>'
        )


def block(said: Said, room: float, home: str, role: str = "label", *, bold: bool = False) -> Block:
    """Return a text in lines of at most `room` pixels; `home` is the language of the picture.

    A word that is wider than the room is broken.
    """
    words = [part for word in said.text.split() for part in _parts(word, room, bold=bold)] or [""]
    wider = max(_ratio(word) for word in words) if bold else 1
    return Block(
        lines=wrap(" ".join(words), SIZE, room / wider),
        language="" if said.language == home else said.language,
        role=role,
        bold=bold,
    )


def stack(blocks: tuple[Block, ...], x: float, y: float) -> str:
    """Return blocks one under the other."""
    parts = []
    for one in blocks:
        parts.append(one.at(x, y))
        y += one.height
    return "".join(parts)


def height(blocks: tuple[Block, ...]) -> float:
    """Return how high a box around some blocks is in pixels."""
    return sum(one.height for one in blocks) + 2 * PADDING


def box(
    corner: Point, width: float, high: float, *, role: str = "box", dashed: bool = False
) -> str:
    """Return an empty box; its outline stands inside of it."""
    stroke = ACCENT if role == "open" else MUTED
    dashes = ' stroke-dasharray="6 4"' if dashed else ""
    return (
        f'<rect class="{role}" x="{n(corner[0] + 1)}" y="{n(corner[1] + 1)}" '
        f'width="{n(width - 2)}" height="{n(high - 2)}" rx="3" fill="{PAPER}" stroke="{stroke}" '
        f'stroke-width="{2 if dashed or role == "open" else 1}"{dashes}/>'
    )


def filled(corner: Point, width: float, blocks: tuple[Block, ...], role: str = "box") -> str:
    """Return a box around some blocks."""
    x, y = corner
    inside = stack(blocks, x + PADDING, y + PADDING)
    return box(corner, width, height(blocks), role=role) + inside


def line(*points: Point, head: bool = False) -> str:
    """Return a line through some points, with an arrow's head at its end if asked for."""
    path = "M" + "L".join(f"{n(x)} {n(y)}" for x, y in points)
    if head:
        (x0, y0), (x, y) = points[-2:]
        along, down = _sign(x - x0) * _HEAD, _sign(y - y0) * _HEAD
        path += (
            f"M{n(x - along - down)} {n(y - down - along)}L{n(x)} {n(y)}"
            f"L{n(x - along + down)} {n(y - down + along)}"
        )
    return (
        f'<path class="arrow" d="{path}" fill="none" stroke="{ACCENT}" stroke-width="2" '
        f'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def n(number: float) -> str:
    """Return a number as SVG writes it, with two decimals at most."""
    return f"{round(number, 2) + 0:.10g}"


def _parts(word: str, room: float, *, bold: bool) -> list[str]:
    parts = [""]
    for letter in word:
        if parts[-1] and text_width(parts[-1] + letter, SIZE, bold=bold) > room:
            parts.append("")
        parts[-1] += letter
    return parts


def _ratio(word: str) -> float:
    plain = text_width(word, SIZE)
    return max(1.0, text_width(word, SIZE, bold=True) / plain) if plain else 1.0


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)
