"""All that a rule looks at to judge one indicator on one day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from planpress.assess.trajectory import Trajectory, trajectory
from planpress.model.assessment import Assessment, Expected
from planpress.model.indicator import Direction, IndicatorRecord, TargetType, Unit
from planpress.model.period import MonthDay, Period
from planpress.model.series import Observation
from planpress.model.words import Words


@dataclass(frozen=True, kw_only=True)
class Case:
    """An indicator, what has been published about it by `as_of`, and what the plan expects.

    `rows` are all published rows, `judged` those after the baseline and up to the target's period:
    only they are rated. `awaited` is the period whose result comes next, `due` the day by which it
    should be there. `parts` are the assessments that a compound target is made of.
    """

    indicator: IndicatorRecord
    as_of: date
    baseline: Expected | None
    target: Expected | None
    path: Trajectory | None
    rows: tuple[Observation, ...]
    judged: tuple[Observation, ...]
    awaited: Period | None
    due: date | None
    parts: tuple[Assessment, ...] = ()
    titles: Mapping[str, Words] = field(default_factory=dict)

    @property
    def latest(self) -> Observation | None:
        """The newest row that can be judged."""
        return self.judged[-1] if self.judged else None

    @property
    def sign(self) -> int:
        """+1 where more is better, -1 where less is."""
        good = self.indicator.direction
        if good is Direction.MAINTAIN:
            good = self.indicator.direction_of_good or Direction.INCREASE
        return -1 if good is Direction.DECREASE else 1

    @property
    def tolerance(self) -> Decimal:
        """The larger of the declared tolerance and half of the reporting unit."""
        half = Decimal((0, (5,), -self.indicator.decimals - 1))
        return max(half, self.indicator.tolerance or half)


def open_case(
    indicator: IndicatorRecord,
    published: Iterable[Observation],
    school_year_starts: MonthDay,
    as_of: date,
) -> Case:
    """Return what was known about an indicator on a day; rows of later periods do not count."""
    rows = tuple(row for row in published if row.period.end(school_year_starts) <= as_of)
    point = indicator.baseline
    baseline = Expected(point.period, point.value) if point else None
    target = target_of(indicator)
    path = trajectory(baseline, target, indicator.trajectory)
    judged = tuple(row for row in rows if path and path.judges(row.period))
    awaited = _awaited(path, judged)
    return Case(
        indicator=indicator,
        as_of=as_of,
        baseline=baseline,
        target=target,
        path=path,
        rows=rows,
        judged=judged,
        awaited=awaited,
        due=due_day(indicator, awaited, school_year_starts) if awaited else None,
    )


def target_of(indicator: IndicatorRecord) -> Expected | None:
    """Return the number to reach and its period, if both are set; `universal` means 100 %."""
    target = indicator.target
    value = target.value
    if target.type is TargetType.UNIVERSAL and value is None and indicator.unit is Unit.PERCENT:
        value = Decimal(100)
    if target.type not in (TargetType.NUMERIC, TargetType.UNIVERSAL):
        return None
    return None if value is None or target.period is None else Expected(target.period, value)


def due_day(indicator: IndicatorRecord, period: Period, school_year_starts: MonthDay) -> date:
    """Return the last day on which a result is in time: its release and the grace after it."""
    release = indicator.release
    return release.month_day.after(period.end(school_year_starts)) + timedelta(
        days=release.grace_days
    )


def _awaited(path: Trajectory | None, judged: tuple[Observation, ...]) -> Period | None:
    if path is None:
        return None
    last = judged[-1].period if judged else path.baseline.period
    return None if last == path.target.period else path.after(last)
