"""Which of the plan's own numbers were in force on a day."""

from datetime import date
from decimal import Decimal
from typing import Any

from planpress.model.indicator import IndicatorRecord
from planpress.model.period import Period
from planpress.model.target import Point, Revised, TargetType


def in_force(indicator: IndicatorRecord, day: date) -> IndicatorRecord:
    """Return the indicator with the baseline, target and trajectory that were in force on a day.

    Revisions dated later are taken back, the newest first.
    """
    later = [revision for revision in indicator.revisions if revision.date > day]
    if not later:
        return indicator
    start, target = indicator.baseline, indicator.target
    numbers: dict[Revised, Decimal | Period | None] = {
        Revised.BASELINE: start.value if start else None,
        Revised.BASELINE_PERIOD: start.period if start else None,
        Revised.TARGET: target.value,
        Revised.TARGET_PERIOD: target.period,
    }
    points = {point.period: point for point in indicator.trajectory}
    for revision in sorted(later, key=lambda one: one.date, reverse=True):
        if revision.period is None:
            numbers[revision.field] = revision.before
            continue
        points.pop(revision.period, None)
        if revision.before is not None:
            was: dict[str, Any] = {"period": revision.period, "value": revision.before}
            points[revision.period] = Point.model_construct(**was)
    value, period = numbers[Revised.BASELINE], numbers[Revised.BASELINE_PERIOD]
    whole = value is not None and period is not None
    baseline = Point.model_construct(period=period, value=value) if whole else None
    to_reach = {"value": numbers[Revised.TARGET], "period": numbers[Revised.TARGET_PERIOD]}
    given_up = target.type is TargetType.NONE and None not in to_reach.values()
    kind = TargetType.NUMERIC if given_up else target.type
    ordered = sorted(points.values(), key=lambda point: point.period.number)
    return indicator.model_copy(
        update={
            "baseline": baseline,
            "target": target.model_copy(update={**to_reach, "type": kind}),
            "trajectory": tuple(ordered),
        }
    )
