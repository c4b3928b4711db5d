"""Numbers that may be published: every one has passed the door of `protect`."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from planpress.model.calendar import Calendar
from planpress.model.period import Period
from planpress.model.value import Value

Codes = tuple[tuple[str, str], ...]
"""(dimension, code) pairs, sorted; empty means everyone."""


class Status(StrEnum):
    """What is to be known about a row besides its number."""

    PLAIN = ""
    SUPPRESSED = "suppressed"
    NOT_ADMINISTERED = "not_administered"
    NOT_COMPARABLE = "not_comparable"
    PRELIMINARY = "preliminary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One published row. A hidden one (`status` suppressed) has neither value nor n."""

    period: Period
    value: Value | None = None
    n: Value | None = None
    status: Status = Status.PLAIN
    codes: Codes = ()
    note: str = ""

    @property
    def hidden(self) -> bool:
        """Whether privacy forbids to show this number."""
        return self.status is Status.SUPPRESSED


@dataclass(frozen=True, kw_only=True)
class Series:
    """The published rows of one indicator, sorted by codes and period."""

    indicator: str
    dimensions: tuple[str, ...] = ()
    observations: tuple[Observation, ...] = ()

    @cached_property
    def overall(self) -> tuple[Observation, ...]:
        """The rows about everyone, by period."""
        return tuple(o for o in self.observations if not o.codes)

    def until(self, calendar: Calendar) -> "Series":
        """Return the rows whose period was over on a day."""
        over = tuple(row for row in self.observations if calendar.over(row.period))
        return self if len(over) == len(self.observations) else replace(self, observations=over)

    def by(self, dimension: str) -> tuple[Observation, ...]:
        """Return the rows that are split by this dimension alone."""
        return tuple(
            o for o in self.observations if len(o.codes) == 1 and o.codes[0][0] == dimension
        )
