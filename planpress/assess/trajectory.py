"""What the plan expects, period by period."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from planpress.assess.exact import divided
from planpress.model.assessment import Expected
from planpress.model.indicator import Point
from planpress.model.period import Form, Period


@dataclass(frozen=True, slots=True)
class Trajectory:
    """The way from baseline to target, ends included.

    With `declared` points only these periods have an expected value. Without, the way is a straight
    line with one point per reporting period. A share of a line such as a third has no last digit,
    so values are kept multiplied by the number of `steps`, and compared with others multiplied
    alike: no division, nothing rounded.
    """

    baseline: Expected
    target: Expected
    declared: Mapping[Period, Decimal] | None = None

    @property
    def steps(self) -> int:
        """How many steps the line takes from baseline to target; 1 for declared points."""
        return 1 if self.declared else self.target.period.number - self.baseline.period.number

    def times_steps(self, period: Period) -> Decimal | None:
        """Return the expected value multiplied by `steps`, or None where none is set."""
        if period.form is not self.target.period.form:
            return None
        if self.declared:
            return self.declared.get(period)
        step = period.number - self.baseline.period.number
        if not 0 <= step <= self.steps:
            return None
        return self.baseline.value * (self.steps - step) + self.target.value * step

    def at(self, period: Period) -> Decimal | None:
        """Return the expected value for publication (see `divided`), or None where none is set."""
        times = self.times_steps(period)
        return None if times is None else divided(times, self.steps)

    def judges(self, period: Period) -> bool:
        """Tell whether a result can be rated: after the baseline, up to the target's period."""
        first, last = self.baseline.period, self.target.period
        return period.form is last.form and first.number < period.number <= last.number

    def after(self, period: Period) -> Period:
        """Return the next period for which a result is awaited, at most the target's.

        Results that are dated by the day come when the plan says: on the next declared day.
        """
        if period.form is not Form.DAY:
            return min(period.next, self.target.period)
        return min((day for day in self.declared or () if day > period), default=self.target.period)

    def points(self, results: Iterable[Period]) -> tuple[Expected, ...]:
        """Return the points for publication, by period.

        A line between two days has a point at its ends and at the days that have `results`.
        """
        first, last = self.baseline.period, self.target.period
        if self.declared:
            periods = sorted(self.declared)
        elif first.form is Form.DAY:
            within = {day for day in results if day.form is Form.DAY and first < day < last}
            periods = sorted({first, last, *within})
        else:
            periods = [Period(first.form, n) for n in range(first.number, last.number + 1)]
        values = ((period, self.at(period)) for period in periods)
        return tuple(Expected(period, value) for period, value in values if value is not None)


def trajectory(
    baseline: Expected | None, target: Expected | None, points: Sequence[Point] = ()
) -> Trajectory | None:
    """Return the way from baseline to target, through `points` where there are any.

    There is none without both ends, between periods of different forms, or to a target that is
    not later than the baseline. Points beyond the ends do not count, and at the ends' own periods
    baseline and target say what is expected.
    """
    if baseline is None or target is None:
        return None
    if baseline.period.form is not target.period.form or baseline.period >= target.period:
        return None
    if not points:
        return Trajectory(baseline, target)
    between = {
        point.period: point.value
        for point in points
        if point.period.form is target.period.form
        and baseline.period < point.period < target.period
    }
    ends = {baseline.period: baseline.value, target.period: target.value}
    return Trajectory(baseline, target, {**between, **ends})
