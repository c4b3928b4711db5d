"""What the plan wants of an indicator: where from, where to, which way."""

from decimal import Decimal
from typing import NamedTuple

from planpress.assess.exact import plain
from planpress.assess.trajectory import Trajectory, trajectory
from planpress.model.assessment import Expected
from planpress.model.indicator import Direction, IndicatorRecord, Unit
from planpress.model.period import Period
from planpress.model.series import Status
from planpress.model.target import TargetType


class Aim(NamedTuple):
    """An indicator as it was in force on a day.

    `sign` is +1 where more is better and -1 where less is. `tolerance` is the larger of the
    declared tolerance and half of the reporting unit.
    """

    indicator: IndicatorRecord
    baseline: Expected | None
    target: Expected | None
    path: Trajectory | None
    sign: int
    tolerance: Decimal

    def comparable(self, period: Period, status: Status) -> bool:
        """Tell whether a period's result may be compared with the baseline."""
        if status is Status.NOT_COMPARABLE or self.baseline is None:
            return False
        return not self.indicator.broken_between(self.baseline.period, period)

    def starting_from(self, baseline: Expected | None) -> "Aim":
        """Return the same target for those who start elsewhere."""
        return Aim(
            indicator=self.indicator,
            baseline=baseline,
            target=self.target,
            path=_path(self.indicator, baseline, self.target),
            sign=self.sign,
            tolerance=self.tolerance,
        )


def aim_of(indicator: IndicatorRecord) -> Aim:
    """Return what the plan wants of an indicator."""
    point = indicator.baseline
    baseline = Expected(point.period, point.value) if point else None
    target = _target(indicator)
    good = indicator.direction
    if good is Direction.MAINTAIN:
        good = indicator.direction_of_good or Direction.INCREASE
    half = Decimal((0, (5,), -indicator.decimals - 1))
    return Aim(
        indicator=indicator,
        baseline=baseline,
        target=target,
        path=_path(indicator, baseline, target),
        sign=-1 if good is Direction.DECREASE else 1,
        tolerance=plain(max(half, indicator.tolerance or half)),
    )


def _path(
    indicator: IndicatorRecord, baseline: Expected | None, target: Expected | None
) -> Trajectory | None:
    return trajectory(baseline, target, indicator.trajectory, indicator.shape, indicator.starts)


def _target(indicator: IndicatorRecord) -> Expected | None:
    """Return the number to reach and its period, if both are set; `universal` means 100 %."""
    target = indicator.target
    value = target.value
    if target.type is TargetType.UNIVERSAL and value is None and indicator.unit is Unit.PERCENT:
        value = Decimal(100)
    if target.type not in (TargetType.NUMERIC, TargetType.UNIVERSAL):
        return None
    return None if value is None or target.period is None else Expected(target.period, value)
