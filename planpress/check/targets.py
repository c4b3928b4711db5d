"""Rules about baselines and targets."""

from collections.abc import Iterator
from decimal import Decimal

from planpress.model.indicator import IndicatorRecord, Unit
from planpress.model.period import Period
from planpress.model.problem import Problem, error
from planpress.model.project import Project
from planpress.model.reading import Reading
from planpress.model.source import Key
from planpress.model.target import TargetType

IN_NUMBERS = (TargetType.NUMERIC, TargetType.UNIVERSAL)
"""Targets that are rated by their distance from a way to a number."""

_NEEDS = {
    TargetType.NUMERIC: ("period", "value"),
    TargetType.COMPOUND: ("all_of",),
    TargetType.UNIVERSAL: ("period",),
}


def number_to_reach(indicator: IndicatorRecord) -> Decimal | None:
    """Return the target's number; a universal target in percent means 100 unless it says more."""
    target = indicator.target
    if target.type not in IN_NUMBERS:
        return None
    implied = target.type is TargetType.UNIVERSAL and indicator.unit is Unit.PERCENT
    return Decimal(100) if target.value is None and implied else target.value


def end_of(indicator: IndicatorRecord) -> Period | None:
    """Return the period by which a number is to be reached, if one is."""
    return indicator.target.period if indicator.target.type in IN_NUMBERS else None


def target_parts(reading: Reading, project: Project) -> Iterator[Problem]:
    """A target has what its type needs."""
    for indicator in project.indicators.values():
        target, at = indicator.target, indicator.source.at
        for key in _NEEDS.get(target.type, ()):
            if getattr(target, key) in (None, ()):
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
    """The target comes after the baseline, and all periods of a measure have one form."""
    for indicator in project.indicators.values():
        at = indicator.source.at
        first, last = indicator.baseline and indicator.baseline.period, indicator.target.period
        start = first or end_of(indicator)
        cuts = ((("breaks", at, "before"), cut.before) for at, cut in enumerate(indicator.breaks))
        later = (((("target", "period"), last),) if last else ()) if first else ()
        for way, period in (*later, *cuts):
            if start and period.form is not start.form:
                yield other_form(indicator, way, period, start)
        if first and last and first.form is last.form and last <= first:
            message = f"{last} does not come after {first}"
            hint = "Order them: baseline, trajectory, target."
            yield error(at("target", "period"), "period-order", message, hint)


def other_form(indicator: IndicatorRecord, way: Key, period: Period, start: Period) -> Problem:
    """Return the problem of a period that has another form than the measure's first."""
    message = f"{period} is a {period.form}, {start} is a {start.form}"
    hint = "Write all periods of a measure in one form."
    return error(indicator.source.at(*way), "period-form", message, hint)


def target_values(reading: Reading, project: Project) -> Iterator[Problem]:
    """A share lies between 0 and 100 percent, wherever the plan names one."""
    for indicator in project.indicators.values():
        if indicator.unit is not Unit.PERCENT:
            continue
        for way, value in _numbers(indicator):
            if value is not None and not 0 <= value <= Decimal(100):
                message = f"{value} is not a percentage from 0 to 100"
                hint = "Mend the number, or choose another unit."
                yield error(indicator.source.at(*way), "percent-range", message, hint)


def _numbers(indicator: IndicatorRecord) -> Iterator[tuple[Key, Decimal | None]]:
    if indicator.baseline:
        yield ("baseline", "value"), indicator.baseline.value
    yield ("target", "value"), indicator.target.value
    for at, point in enumerate(indicator.trajectory):
        yield ("trajectory", at, "value"), point.value
    for at, revision in enumerate(indicator.revisions):
        for key, value in (("from", revision.before), ("to", revision.after)):
            if isinstance(value, Decimal):
                yield ("revisions", at, key), value
    for at, benchmark in enumerate(indicator.benchmarks):
        yield ("benchmarks", at, "value"), benchmark.value
