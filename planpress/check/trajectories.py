"""Rules about the way from a baseline to a target."""

from collections.abc import Iterator
from itertools import pairwise

from planpress.check.targets import end_of, number_to_reach, other_form
from planpress.model.indicator import IndicatorRecord
from planpress.model.period import Period
from planpress.model.problem import Problem, error, warning
from planpress.model.project import Project
from planpress.model.reading import Reading
from planpress.model.target import Point, Shape, TargetType


def trajectory_order(reading: Reading, project: Project) -> Iterator[Problem]:
    """The points of a trajectory follow each other, one for a period, in periods of one form."""
    for indicator in project.indicators.values():
        points, at = indicator.trajectory, indicator.source.at
        start = _start(indicator) or (points[0].period if points else None)
        for index, point in enumerate(points):
            if start and point.period.form is not start.form:
                yield other_form(indicator, ("trajectory", index, "period"), point.period, start)
        for index, (before, after) in enumerate(pairwise(points), start=1):
            if before.period.form is not after.period.form or before.period < after.period:
                continue
            message = f"{after.period} does not come after {before.period}"
            hint = "Order the points by period, one for each period."
            yield error(at("trajectory", index, "period"), "period-order", message, hint)


def trajectory_ends(reading: Reading, project: Project) -> Iterator[Problem]:
    """A trajectory stays between baseline and target, and agrees with both where it meets them."""
    for indicator in project.indicators.values():
        first, last = indicator.baseline, end_of(indicator)
        goal = number_to_reach(indicator)
        for index, point in enumerate(indicator.trajectory):
            place = indicator.source.at("trajectory", index, "period")
            if first and _before(point.period, first.period):
                message = f"{point.period} is before the baseline’s period, {first.period}"
                hint = "Remove the point: the way begins at the baseline."
                yield error(place, "period-order", message, hint)
            if last and _before(last, point.period):
                message = f"{point.period} is after the target’s period, {last}"
                hint = "Remove the point: the way ends at the target."
                yield error(place, "period-order", message, hint)
            if first and point.period == first.period and point.value != first.value:
                yield _end(indicator, index, "baseline", first)
            if last and goal is not None and point.period == last and point.value != goal:
                target = Point.model_construct(period=last, value=goal)
                yield _end(indicator, index, "target", target)


def trajectory_use(reading: Reading, project: Project) -> Iterator[Problem]:
    """Only a target in numbers has a way that can be described."""
    for indicator in project.indicators.values():
        kind = indicator.target.type
        if number_to_reach(indicator) is not None or kind is TargetType.NUMERIC:
            continue
        for key in ("trajectory", "shape", "starts"):
            if getattr(indicator, key):
                message = f"“{key}” is not used: the target is not a number"
                hint = "Remove the key, or set a target with a period and a value."
                yield warning(indicator.source.at(key), "trajectory-unused", message, hint)


def delayed_starts(reading: Reading, project: Project) -> Iterator[Problem]:
    """A delayed start lies between baseline and target, before all points."""
    for indicator in project.indicators.values():
        starts, start = indicator.starts, _start(indicator)
        if starts is None or start is None:
            continue
        if starts.form is not start.form:
            yield other_form(indicator, ("starts",), starts, start)
            continue
        first, last = indicator.baseline, end_of(indicator)
        place = indicator.source.at("starts")
        if first and starts < first.period:
            message = f"{starts} is before the baseline’s period, {first.period}"
            hint = "Name the last period for which no more than the baseline is expected."
            yield error(place, "delayed-start", message, hint)
        if last and not _before(starts, last):
            message = f"{starts} is not before the target’s period, {last}"
            hint = "Name a period before it: the way needs time to reach the target."
            yield error(place, "delayed-start", message, hint)
        yield from _hurried(indicator, starts)


def starts_use(reading: Reading, project: Project) -> Iterator[Problem]:
    """Only a straight line can start later."""
    for indicator in project.indicators.values():
        if indicator.starts is None or number_to_reach(indicator) is None:
            continue
        place = indicator.source.at("starts")
        if indicator.shape is Shape.STEP:
            message = "“starts” is not used: a step stays at the baseline until its first point"
            yield warning(place, "starts-unused", message, "Remove “starts”, or “shape: step”.")
        elif indicator.trajectory and indicator.shape is None:
            message = "“starts” is not used: without a shape only the points count"
            hint = "Add “shape: linear” to go straight from point to point, or remove “starts”."
            yield warning(place, "starts-unused", message, hint)


def _hurried(indicator: IndicatorRecord, starts: Period) -> Iterator[Problem]:
    """A point up to the start would contradict it, unless it says the same."""
    level = indicator.baseline
    for index, point in enumerate(indicator.trajectory):
        if level and point == level:
            continue
        agrees = level and (point.period, point.value) == (starts, level.value)
        if not agrees and not _before(starts, point.period):
            message = f"the point {point.period} is not after the start, {starts}"
            hint = "Remove the point, or move the start: up to the start the baseline is expected."
            place = indicator.source.at("trajectory", index, "period")
            yield error(place, "delayed-start", message, hint)


def _end(indicator: IndicatorRecord, index: int, name: str, end: Point) -> Problem:
    value = indicator.trajectory[index].value
    message = f"{end.period} is the {name}’s own period: {value} here, {end.value} there"
    hint = f"Remove the point; the {name} decides what is expected then."
    return error(indicator.source.at("trajectory", index, "value"), "trajectory-end", message, hint)


def _start(indicator: IndicatorRecord) -> Period | None:
    return indicator.baseline.period if indicator.baseline else end_of(indicator)


def _before(one: Period, other: Period) -> bool:
    """Whether a period is before another; periods of other forms are told of elsewhere."""
    return one.form is other.form and one < other
