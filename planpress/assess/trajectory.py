"""What the plan expects, period by period."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from planpress.assess.exact import divided
from planpress.model.assessment import Expected
from planpress.model.period import Form, Period
from planpress.model.target import Point, Shape


class Multiple(NamedTuple):
    """A value multiplied by a number of steps.

    A share of a line such as a third has no last digit, so expected values are kept multiplied, and
    compared with others multiplied alike: no division, nothing rounded.
    """

    times: Decimal
    steps: int

    @property
    def value(self) -> Decimal:
        """The value for publication (see `divided`)."""
        return divided(self.times, self.steps)


class Way(Enum):
    """What is expected in a period that has no knot of its own."""

    POINTS = "nothing"
    LINES = "a point of the straight line between the knots beside it"
    STEPS = "the same as at the knot before it"


class Trajectory(NamedTuple):
    """The way from baseline to target through its knots; the ends are the first and last of them.

    Along lines there is one point per reporting period, and nothing between those points.
    """

    knots: tuple[Expected, ...]
    way: Way = Way.LINES

    @property
    def baseline(self) -> Expected:
        """Where the way begins."""
        return self.knots[0]

    @property
    def target(self) -> Expected:
        """Where it ends."""
        return self.knots[-1]

    def multiple(self, period: Period) -> Multiple | None:
        """Return the value expected for a period, or None where none is set."""
        if period.form is not self.knots[0].period.form:
            return None
        number, before = period.number, None
        for knot in self.knots:
            reached = knot.period.number
            if reached == number:
                return Multiple(knot.value, 1)
            if reached > number:
                return self._between(before, knot, number) if before else None
            before = knot
        return None

    def _between(self, before: Expected, after: Expected, number: int) -> Multiple | None:
        match self.way:
            case Way.POINTS:
                return None
            case Way.STEPS:
                return Multiple(before.value, 1)
            case Way.LINES:
                step, rest = number - before.period.number, after.period.number - number
                times = before.value * rest + after.value * step
                return Multiple(times, rest + step)

    def at(self, period: Period) -> Decimal | None:
        """Return the expected value for publication (see `divided`), or None where none is set."""
        found = self.multiple(period)
        return found.value if found else None

    def judges(self, period: Period) -> bool:
        """Tell whether a result can be rated: after the baseline, up to the target's period."""
        first, last = self.knots[0].period, self.knots[-1].period
        return period.form is last.form and first.number < period.number <= last.number

    def after(self, period: Period) -> Period:
        """Return the next period for which a result is awaited, at most the target's.

        Where only points count, and for results dated by the day, it is the next knot's.
        """
        if self.way is not Way.POINTS and period.form is not Form.DAY:
            return min(period.next, self.target.period)
        later = (knot.period for knot in self.knots if knot.period > period)
        return min(later, default=self.target.period)

    def points(self, results: Iterable[Period]) -> tuple[Expected, ...]:
        """Return the points for publication, by period.

        A way between days has a point at its knots and at the days that have `results`.
        """
        if self.way is Way.POINTS:
            return self.knots
        first, last = self.baseline.period, self.target.period
        if first.form is Form.DAY:
            within = {day for day in results if day.form is Form.DAY and first < day < last}
            periods = sorted({*(knot.period for knot in self.knots), *within})
        else:
            periods = [Period(first.form, n) for n in range(first.number, last.number + 1)]
        values = ((period, self.at(period)) for period in periods)
        return tuple(Expected(period, value) for period, value in values if value is not None)


def trajectory(
    baseline: Expected | None,
    target: Expected | None,
    points: Sequence[Point] = (),
    shape: Shape | None = None,
    starts: Period | None = None,
) -> Trajectory | None:
    """Return the way from baseline to target, through `points` where there are any.

    Without a `shape`, points alone count, and a straight line where there are none. A straight way
    that `starts` later stays at the baseline up to that period. There is no way without both ends,
    between periods of different forms, or to a target that is not later than the baseline. Points
    beyond the ends do not count, and at the ends' own periods baseline and target say what is
    expected.
    """
    if baseline is None or target is None:
        return None
    first, last = baseline.period, target.period
    if first.form is not last.form or first.number >= last.number:
        return None
    way = _way(shape, pointed=bool(points))
    if not points and starts is None:
        return Trajectory((baseline, target), way)
    between = {
        point.period.number: Expected(point.period, point.value)
        for point in points
        if point.period.form is last.form and first.number < point.period.number < last.number
    }
    if way is Way.LINES and starts and starts.form is last.form:
        held = (number for number in between if number <= starts.number)
        if first.number < starts.number < last.number and not any(held):
            between[starts.number] = Expected(starts, baseline.value)
    inner = (between[number] for number in sorted(between))
    return Trajectory((baseline, *inner, target), way)


def _way(shape: Shape | None, *, pointed: bool) -> Way:
    if shape is Shape.STEP:
        return Way.STEPS
    return Way.POINTS if pointed and shape is None else Way.LINES
