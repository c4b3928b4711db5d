"""Rules about baselines, targets and trajectories."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from planpress.model.indicator import IndicatorRecord, Point, TargetType, Unit
from planpress.model.problem import Problem, error
from planpress.model.project import Project
from planpress.model.reading import Reading

_NEEDS = {
    TargetType.NUMERIC: ("period", "value"),
    TargetType.COMPOUND: ("all_of",),
    TargetType.UNIVERSAL: ("period",),
}


def target_parts(reading: Reading, project: Project) -> Iterator[Problem]:
    """A target has what its type needs."""
    for indicator in project.indicators.values():
        target, at = indicator.target, indicator.source.at
        for key in _NEEDS.get(target.type, ()):
            if not getattr(target, key):
                message = f"a {target.type} target needs “{key}”"
                hint = "Add it below target:, or write type: none if nothing is set yet."
                yield error(at("target"), "target-parts", message, hint)
        if target.type is TargetType.PROCESS and not indicator.milestones:
            hint = "Add milestones: with id, title and due."
            message = "a process target needs milestones"
            yield error(at("target"), "target-parts", message, hint)
        if indicator.id in target.all_of:
            hint = "Name the other measures that make it up."
            message = "the measure is a part of itself"
            yield error(at("target", "all_of"), "target-parts", message, hint)


def target_periods(reading: Reading, project: Project) -> Iterator[Problem]:
    """Baseline, trajectory and target follow each other, in periods of one form."""
    for indicator in project.indicators.values():
        points = _points(indicator)
        for (_, before), (way, point) in pairwise(points):
            place = indicator.source.at(*way, "period")
            if before.period.form is not point.period.form:
                message = f"{point.period} is a {point.period.form}, {before.period} is not"
                hint = "Write all periods of a measure in one form."
                yield error(place, "period-form", message, hint)
            elif before.period >= point.period:
                message = f"{point.period} does not come after {before.period}"
                hint = "Order them: baseline, trajectory, target."
                yield error(place, "period-order", message, hint)


def target_values(reading: Reading, project: Project) -> Iterator[Problem]:
    """A share lies between 0 and 100 percent."""
    for indicator in project.indicators.values():
        for way, point in _points(indicator):
            if indicator.unit is Unit.PERCENT and not 0 <= point.value <= Decimal(100):
                message = f"{point.value} is not a percentage from 0 to 100"
                hint = "Mend the number, or choose another unit."
                yield error(indicator.source.at(*way, "value"), "percent-range", message, hint)


def _points(indicator: IndicatorRecord) -> list[tuple[tuple[str | int, ...], Point]]:
    """Return the way to every declared point of a measure, in the order of time."""
    points: list[tuple[tuple[str | int, ...], Point]] = []
    if indicator.baseline:
        points.append((("baseline",), indicator.baseline))
    points += [(("trajectory", at), point) for at, point in enumerate(indicator.trajectory)]
    target = indicator.target
    if target.period and target.value is not None:
        end = Point.model_construct(period=target.period, value=target.value)
        last = points[-1][1] if points else None
        if last is None or (last.period, last.value) != (end.period, end.value):
            points.append((("target",), end))
    return points
