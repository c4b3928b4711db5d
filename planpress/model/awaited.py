"""Which result of a measure comes next, and when."""

from datetime import date
from enum import StrEnum

from planpress.model.dataclass import dataclass
from planpress.model.indicator import IndicatorRecord
from planpress.model.period import Period
from planpress.model.series import Series
from planpress.model.site import Site
from planpress.model.target import TargetType


class Timing(StrEnum):
    """How a result that is not there stands to the day on which it was expected."""

    LATE = "late"
    NOW = "now"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class NextResult:
    """The result that comes next: of which period, the day it is expected, the last day in time."""

    period: Period
    expected: date
    due: date

    def timing(self, as_of: date) -> Timing:
        """Tell whether it is late, may come any day, or is still to come."""
        if as_of > self.due:
            return Timing.LATE
        return Timing.NOW if as_of >= self.expected else Timing.COMING


def next_result(site: Site, indicator: IndicatorRecord) -> NextResult | None:
    """Return the next result of a measure; None where there is none or no day is known.

    A measure with a way to its target awaits what its assessment says. Any other has a next result
    only if the plan says itself when results are released, one has been published, and the next
    period begins before the plan ends. A target of parts or of steps has no results of its own.
    """
    if indicator.target.type in (TargetType.COMPOUND, TargetType.PROCESS):
        return None
    plan, found = site.project.plan, site.assessments[indicator.id]
    period = found.awaited
    if period is None and not found.trajectory and "release" in indicator.model_fields_set:
        period = _following(site.series.get(indicator.id))
        if period and period.begin(plan.school_year_starts) > plan.end:
            return None
    if period is None:
        return None
    release, starts = indicator.release, plan.school_year_starts
    return NextResult(period, release.day(period, starts), found.due or release.due(period, starts))


def _following(series: Series | None) -> Period | None:
    """Return the period after the newest, as far on as that is from the one before it."""
    periods = series.outline.periods if series else ()
    if not periods:
        return None
    stride = periods[-1].number - periods[-2].number if len(periods) > 1 else 1
    return Period(periods[-1].form, periods[-1].number + stride)
