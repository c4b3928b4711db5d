"""The course of a measure: results, gaps, breaks, and the way it is meant to go."""

from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from planpress.chart.subject import Subject
from planpress.model.assessment import Expected
from planpress.model.dataclass import dataclass
from planpress.model.indicator import Break
from planpress.model.interval import Interval, interval_of
from planpress.model.period import Form, Period
from planpress.model.series import Observation, Status
from planpress.model.target import Shape
from planpress.model.value import Value


@dataclass(frozen=True, slots=True)
class Reading:
    """A published result; `plain` if it is exact and comparable, so that a line may join it.

    `interval` is how far chance alone could move it, where that is known.
    """

    period: Period
    value: Value
    plain: bool
    interval: Interval | None = None


@dataclass(frozen=True, kw_only=True)
class Course:
    """Everything that a trend shows, in one form of period and in order.

    `first` and `last` are the ends of the horizontal axis. `rows` are all observations about
    everyone, the hidden ones among them; `readings` those with a value. The trajectory is `stepped`
    if each of its values holds until the next.
    """

    first: Period
    last: Period
    rows: tuple[Observation, ...]
    readings: tuple[Reading, ...]
    trajectory: tuple[Expected, ...]
    stepped: bool
    baseline: Expected | None
    target: Expected | None
    breaks: tuple[Break, ...]

    def position(self, period: Period) -> int:
        """Return how many periods after the first one this is."""
        return period.number - self.first.number

    @property
    def latest(self) -> Reading | None:
        """The newest result that has a value."""
        return self.readings[-1] if self.readings else None

    @property
    def latest_interval(self) -> Reading | None:
        """The newest result with an interval."""
        return next((one for one in reversed(self.readings) if one.interval), None)

    @cached_property
    def way(self) -> tuple[tuple[float, Decimal], ...]:
        """The trajectory as a line: positions and values.

        A step rises half a period before its new value, so that the line passes through the value
        expected for each period.
        """
        points = [(float(self.position(one.period)), one.value) for one in self.trajectory]
        if not self.stepped:
            return tuple(points)
        path = points[:1]
        for (_, before), (at, after) in pairwise(points):
            if before != after:
                path += [(at - 0.5, before), (at - 0.5, after)]
        return tuple(path + points[-1:])

    @cached_property
    def runs(self) -> tuple[tuple[Reading, ...], ...]:
        """The results in runs without a gap, a break or a bound."""
        runs: list[list[Reading]] = [[reading] for reading in self.readings[:1]]
        for before, after in pairwise(self.readings):
            if self._joined(before, after):
                runs[-1].append(after)
            else:
                runs.append([after])
        return tuple(map(tuple, runs))

    @property
    def comparable(self) -> tuple[Reading, ...]:
        """The exact results since the last break, up to the latest; empty if that is not exact."""
        if self.latest is None or not self.latest.plain:
            return ()
        since = [b.before for b in self.breaks if b.before <= self.latest.period]
        return tuple(
            reading
            for reading in self.readings
            if reading.plain and not any(reading.period < before for before in since)
        )

    @property
    def missing(self) -> tuple[Period, ...]:
        """The periods between the first and the latest result about which nothing is said."""
        if not self.readings or self.first.form is Form.DAY:
            return ()
        said = {row.period for row in self.rows}
        begin, end = self.readings[0].period, self.readings[-1].period
        between = (Period(begin.form, number) for number in range(begin.number, end.number))
        return tuple(period for period in between if period not in said)

    def _joined(self, before: Reading, after: Reading) -> bool:
        adjacent = after.period == before.period.next or after.period.form is Form.DAY
        broken = any(before.period < b.before <= after.period for b in self.breaks)
        return before.plain and after.plain and adjacent and not broken


def course_of(about: Subject) -> Course | None:
    """Return the course of an indicator, or None if it has fewer than two points in all.

    Points in another form of period than the results are left out.
    """
    rows = about.overall
    readings = tuple(
        Reading(
            row.period,
            row.value,
            row.value.exact and row.status is not Status.NOT_COMPARABLE,
            interval_of(row, about.indicator.unit),
        )
        for row in rows
        if row.value is not None
    )
    plan = about.indicator
    start, end = _ends(about)
    form = next((r.period.form for r in readings), start.period.form if start else None)
    baseline = start if start and start.period.form is form else None
    target = end if end and end.period.form is form else None
    trajectory = _trajectory(about, baseline, target)
    if len(readings) + (baseline is not None) + (target is not None) < 2:
        return None
    periods = [reading.period for reading in readings] + [point.period for point in trajectory]
    periods += [point.period for point in (baseline, target) if point]
    return Course(
        first=min(periods),
        last=max(periods),
        rows=rows,
        readings=readings,
        trajectory=trajectory,
        stepped=plan.shape is Shape.STEP,
        baseline=baseline,
        target=target,
        breaks=tuple(b for b in plan.breaks if b.before.form is form),
    )


def _ends(about: Subject) -> tuple[Expected | None, Expected | None]:
    """Return baseline and target: those in force on the day of the assessment, if there is one."""
    if about.assessment:
        return about.assessment.baseline, about.assessment.target
    start, target = about.indicator.baseline, about.indicator.target
    return (
        Expected(start.period, start.value) if start else None,
        Expected(target.period, target.value)
        if target.period is not None and target.value is not None
        else None,
    )


def _trajectory(
    about: Subject, baseline: Expected | None, target: Expected | None
) -> tuple[Expected, ...]:
    """Return the trajectory from the baseline to the target; empty without both ends."""
    if baseline is None or target is None:
        return ()
    assessed = about.assessment.trajectory if about.assessment else ()
    points = {baseline.period: baseline.value, target.period: target.value}
    points |= {p.period: p.value for p in assessed if p.period.form is baseline.period.form}
    return tuple(Expected(period, points[period]) for period in sorted(points))
