"""Round numbers for an axis, and which periods to name on it."""

from collections.abc import Callable, Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cache
from itertools import pairwise

from planpress.chart.measure import text_width
from planpress.chart.style import TEXT
from planpress.model.dataclass import dataclass
from planpress.model.indicator import Unit

_MOST = 5
_BETWEEN = 14.0


@dataclass(frozen=True, slots=True)
class Axis:
    """Ticks from the lowest to the highest, and how many decimals they need."""

    ticks: tuple[Decimal, ...]
    decimals: int

    @property
    def ends(self) -> tuple[float, float]:
        """The first and the last tick, for a scale."""
        return float(self.ticks[0]), float(self.ticks[-1])

    @property
    def from_zero(self) -> bool:
        """Whether zero is on the axis."""
        return self.ticks[0] <= 0 <= self.ticks[-1]


def value_axis(values: Iterable[Decimal], unit: Unit, *, zero: bool = False) -> Axis:
    """Return at most five round ticks that hold all values.

    The axis begins at zero if `zero`, or if the values come near it; a percentage stays between 0
    and 100 and its axis spans 10 points, or as much as the highest value, so that noise does not
    look like change.
    """
    known = tuple(values)
    low, high = min(known), max(known)
    least = min(Decimal(10), high) if unit is Unit.PERCENT else abs(high) / 10
    lack = max(least - (high - low), Decimal(0)) / 2
    bottom, top = low - lack, high + lack
    bottom = min(bottom, low - (top - bottom) / 16)
    if zero or (low >= 0 and bottom < high * Decimal("0.4")):
        bottom = min(low, Decimal(0))
    if unit is Unit.PERCENT and low >= 0 and high <= 100:
        bottom, top = max(bottom, Decimal(0)), min(top, Decimal(100))
    if top == bottom:
        top = bottom + 1
    return next(axis for step in _steps(top - bottom) if (axis := _axis(bottom, top, step)))


def _steps(span: Decimal) -> Iterable[Decimal]:
    ten = Decimal(1).scaleb((span / _MOST).adjusted())
    while True:
        yield ten
        yield 2 * ten
        if ten >= 10:
            yield ten * 5 / 2
        yield 5 * ten
        ten *= 10


def _axis(bottom: Decimal, top: Decimal, step: Decimal) -> Axis | None:
    first = (bottom / step).to_integral_value(ROUND_FLOOR)
    last = (top / step).to_integral_value(ROUND_CEILING)
    if last - first >= _MOST:
        return None
    ticks = tuple(step * (first + index) for index in range(int(last - first) + 1))
    exponent = step.normalize().as_tuple().exponent
    return Axis(ticks, max(0, -exponent) if isinstance(exponent, int) else 0)


def named_positions(
    last: int, name: Callable[[int], str], place: Callable[[int], float]
) -> tuple[int, ...]:
    """Return the positions of periods to name on an axis from 0 to `last`: both ends, five at most.

    `place` gives the pixel of a name's middle. Equal steps that end at the last one are preferred,
    then equal steps with a shorter one at the end; names keep their distance.
    """

    @cache
    def ends(index: int) -> tuple[float, float]:
        middle, half = place(index), text_width(name(index), TEXT) / 2
        return middle - half, middle + half

    def apart(chosen: tuple[int, ...]) -> bool:
        return all(ends(right)[0] - ends(left)[1] >= _BETWEEN for left, right in pairwise(chosen))

    steps = range(-(-last // (_MOST - 1)) or 1, last)
    for step in sorted(steps, key=lambda step: (last % step > 0, step)):
        begun = [index for index in range(0, last, step) if 5 * (last - index) >= 3 * step]
        chosen = (*begun, last)
        if len(chosen) <= _MOST and apart(chosen):
            return chosen
    both = (0, last) if last else (0,)
    return both if apart(both) else (last,)
