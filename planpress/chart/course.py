"""The course of a measure: results, gaps, breaks, and the way it is meant to go."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from planpress.chart.subject import Subject
from planpress.model.assessment import Expected
from planpress.model.indicator import Break, Point
from planpress.model.period import Form, Period
from planpress.model.series import Observation, Status
from planpress.model.value import Value


@dataclass(frozen=True, slots=True)
class Reading:
    """A published result; `plain` if it is exact and comparable, so that a line may join it."""

    period: Period
    value: Value
    plain: bool


@dataclass(frozen=True, kw_only=True)
class Course:
    """Everything that a trend shows, in one form of period and in order.

    `first` and `last` are the ends of the horizontal axis. `rows` are all observations about
    everyone, the hidden ones among them; `readings` those with a value.
    """

    first: Period
    last: Period
    rows: tuple[Observation, ...]
    readings: tuple[Reading, ...]
    trajectory: tuple[Expected, ...]
    baseline: Point | None
    target: Expected | None
    breaks: tuple[Break, ...]

    def position(self, period: Period) -> int:
        """Return how many periods after the first one this is."""
        return period.number - self.first.number

    @property
    def latest(self) -> Reading | None:
        """The newest result that has a value."""
        return self.readings[-1] if self.readings else None

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
        Reading(row.period, row.value, row.value.exact and row.status is not Status.NOT_COMPARABLE)
        for row in rows
        if row.value is not None
    )
    plan = about.indicator
    form = next(
        (r.period.form for r in readings), plan.baseline.period.form if plan.baseline else None
    )
    baseline = plan.baseline if plan.baseline and plan.baseline.period.form is form else None
    target = _target(about, form)
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
        baseline=baseline,
        target=target,
        breaks=tuple(b for b in plan.breaks if b.before.form is form),
    )


def _target(about: Subject, form: Form | None) -> Expected | None:
    target = about.indicator.target
    if target.period is None or target.value is None or target.period.form is not form:
        return None
    return Expected(target.period, target.value)


def _trajectory(
    about: Subject, baseline: Point | None, target: Expected | None
) -> tuple[Expected, ...]:
    """Return the trajectory from the baseline to the target; empty without both ends."""
    if baseline is None or target is None:
        return ()
    assessed = about.assessment.trajectory if about.assessment else ()
    points = {baseline.period: baseline.value, target.period: target.value}
    points |= {p.period: p.value for p in assessed if p.period.form is baseline.period.form}
    return tuple(Expected(period, points[period]) for period in sorted(points))
