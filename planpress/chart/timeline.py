"""Dated steps in time as a picture: a row for each piece of work, a shape for each step."""

from datetime import date
from enum import StrEnum

from babel import Locale

from planpress.chart.boxes import LEADING, Block, block, n
from planpress.chart.calendar_axis import Days
from planpress.chart.scene import Drawing
from planpress.chart.style import INK, LINE, MUTED, PAPER
from planpress.model.dataclass import dataclass
from planpress.model.words import Said

_LANE = 24.0
_APART = 21.0
_EDGE = 14.0


class Standing(StrEnum):
    """Where a step is on a day."""

    LATE = "late"
    DUE = "due"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A piece of work and its steps, by the day on which they were due."""

    words: Said
    steps: tuple[tuple[date, Standing], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """All rows, the day of today, and what the shapes mean."""

    language: str
    locale: Locale
    as_of: date
    today: Said
    legend: tuple[tuple[Standing, Said], ...]
    rows: tuple[Row, ...]

    def drawn(self, width: float) -> Drawing:
        """Return names on the left and steps on the right; on a phone, names above steps."""
        wide = width >= 500
        column = 0.36 * width if wide else 0.0
        named = [(row, block(row.words, column or width, self.language)) for row in self.rows]
        days = [self.as_of, *(day for row in self.rows for day, _ in row.steps)]
        axis = Days(
            first=min(days),
            last=max(days),
            left=column + _EDGE + (16 if wide else 0),
            right=width - _EDGE,
            locale=self.locale,
        )
        legend, y = self._legend(width)
        today = block(self.today, width, self.language, bold=True)
        middle = min(max(axis.at(self.as_of), today.width / 2), width - today.width / 2)
        ticks = [x for x, _ in axis.ticks()]
        free = [x for x in ticks if abs(x - middle) > today.width / 2 + 4]
        parts = [legend, _names(axis, y, width)]
        y += LEADING + 2
        parts += [_rule(x, y, x, y + LEADING + 4) for x in free]
        parts.append(today.at(middle, y, "middle"))
        y += LEADING + 4
        for row, name in named:
            lanes = _lanes([axis.at(day) for day, _ in row.steps])
            below = 0.0 if wide else name.height + 8
            high = _LANE * (max(lanes) + 1)
            tall = max(high, name.height) if wide else high
            top = y + below
            parts.append(_rule(0, y, width, y))
            ends = (top, top + tall + 8)
            parts += [_rule(x, ends[0], x, ends[1]) for x in ticks]
            parts.append(
                _rule(axis.at(self.as_of), ends[0], axis.at(self.as_of), ends[1], "overall")
            )
            parts.append(name.at(0, y + 4 + ((tall - name.height) / 2 if wide else 0)))
            base = top + 4 + (tall - high) / 2
            parts += [
                shape(standing, axis.at(day), base + _LANE * (lane + 0.5))
                for (day, standing), lane in zip(row.steps, lanes, strict=True)
            ]
            y = ends[1]
        if len(named) > 6:
            parts.append(_names(axis, y + 2, width))
            y += LEADING + 4
        return Drawing("".join(parts), y)

    def _legend(self, width: float) -> tuple[str, float]:
        """Return what each shape means, and where the next thing may begin."""
        x, y, parts = 10.0, 0.0, []
        for standing, said in self.legend:
            words = block(said, width - 30, self.language)
            if x > 10 and x + 14 + words.width > width:
                x, y = 10.0, y + _LANE
            parts += [shape(standing, x, y + 11), words.at(x + 15, y + 1)]
            x += 15 + words.width + 26
        return "".join(parts), y + _LANE + 10


def shape(standing: Standing, x: float, y: float) -> str:
    """Return the mark of a step around a point: no two standings share their outline."""
    at = f"M{n(x)} {n(y)}"
    match standing:
        case Standing.DONE:
            return (
                f'<path class="latest" d="{at}m-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0z" fill="{INK}" '
                f'stroke="{PAPER}"/><path class="halo" d="{at}m-4 .5l3 3l5-6.5" fill="none" '
                f'stroke="{PAPER}" stroke-width="2" stroke-linecap="round"/>'
            )
        case Standing.LATE:
            return (
                f'<path class="latest" d="{at}m0-11l11 11l-11 11l-11-11z" fill="{INK}" '
                f'stroke="{PAPER}"/><path class="halo" d="{at}m0-5.5v6m0 3.5v1" fill="none" '
                f'stroke="{PAPER}" stroke-width="2.25" stroke-linecap="round"/>'
            )
        case Standing.DUE:
            return (
                f'<path class="target" d="{at}m-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z" '
                f'fill="{PAPER}" stroke="{INK}" stroke-width="2"/>'
            )
        case Standing.DROPPED:
            return (
                f'<path class="zero" d="{at}m-6-6l12 12m0-12l-12 12" fill="none" '
                f'stroke="{MUTED}" stroke-width="2.5" stroke-linecap="round"/>'
            )


def _names(axis: Days, y: float, width: float) -> str:
    parts = []
    for x, name in axis.ticks():
        words = Block(lines=(name,), role="muted")
        if words.width / 2 <= x <= width - words.width / 2:
            parts.append(words.at(x, y, "middle"))
    return "".join(parts)


def _lanes(places: list[float]) -> list[int]:
    """Return for each place, in their order, the first lane in which nothing is too near."""
    lanes: list[list[float]] = []
    found = []
    for place in places:
        lane = next(
            (at for at, taken in enumerate(lanes) if all(abs(place - x) >= _APART for x in taken)),
            len(lanes),
        )
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append(place)
        found.append(lane)
    return found


def _rule(x: float, y: float, to_x: float, to_y: float, role: str = "grid") -> str:
    stroke, thick = (LINE, 1) if role == "grid" else (INK, 1.5)
    return (
        f'<path class="{role}" d="M{n(x)} {n(y)}L{n(to_x)} {n(to_y)}" stroke="{stroke}" '
        f'stroke-width="{thick}"/>'
    )
