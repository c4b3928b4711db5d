"""How a student group stands: beside everyone, and on its own way to the target."""

from decimal import Decimal, localcontext
from enum import StrEnum
from typing import NamedTuple

from planpress.model.assessment import Assessment
from planpress.model.dataclass import dataclass
from planpress.model.indicator import Unit
from planpress.model.interval import WORK, Interval, Term, by_chance, interval_of, wilson
from planpress.model.period import Period
from planpress.model.series import Observation

GROUP = "group"
"""The dimension of student groups."""


class Course(StrEnum):
    """What has become of a gap; `unknown` where it cannot be compared with an earlier one."""

    CLOSING = "closing"
    WIDENING = "widening"
    SAME = "same"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupGap:
    """A group and everyone in one period, both with exact values.

    `behind` is how far the group is behind everyone, in the indicator's unit; negative: ahead.
    """

    group: Observation
    overall: Observation
    behind: Decimal

    @property
    def period(self) -> Period:
        """The period of both."""
        return self.group.period

    def terms(self, unit: Unit, times: int) -> tuple[Term, ...]:
        """Return the gap as group and all others; nothing where their numbers are not known.

        With a share w of everyone in the group, it is 1 - w times the gap between the two.
        """
        group, overall = _counted(self.group, unit), _counted(self.overall, unit)
        if group is None or overall is None or group.n >= overall.n:
            return ()
        everyone, others = overall.n, overall.n - group.n
        with localcontext(WORK):
            rest = (overall.share * everyone - group.share * group.n) / others
            rest, weight = min(max(rest, Decimal(0)), Decimal(100)), times * others / everyone
        return Term(-weight, group.share, group.interval), Term(weight, rest, wilson(rest, others))


class _Counted(NamedTuple):
    share: Decimal
    n: Decimal
    interval: Interval


def _counted(row: Observation, unit: Unit) -> _Counted | None:
    interval = interval_of(row, unit)
    if interval is None or row.value is None or row.n is None:
        return None
    return _Counted(row.value.number, row.n.number, interval)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupStanding:
    """A student group as of a day.

    `latest` is its newest row, which may be hidden. `now` is the gap of that row's period, `then`
    that of the baseline's period, or of the first period published where there is no baseline.
    `assessment` rates the group against the target; it is None where the target is not set for
    groups.
    """

    code: str
    latest: Observation
    now: GroupGap | None = None
    then: GroupGap | None = None
    course: Course = Course.UNKNOWN
    assessment: Assessment | None = None

    @property
    def hidden(self) -> bool:
        """Whether privacy forbids to show the newest result."""
        return self.latest.hidden

    def by_chance(self, unit: Unit) -> bool | None:
        """Tell whether chance alone could have moved the gap so; None where that is not known.

        The people of the group are among everyone, so the gap is worked out between the group and
        all others, who are other people; the two periods count as independent.
        """
        if self.now is None or self.then is None:
            return None
        now, then = self.now.terms(unit, 1), self.then.terms(unit, -1)
        return by_chance((*now, *then)) if now and then else None
