"""Numbers that may be published: every one has passed the door of `protect`."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from planpress.model.calendar import Calendar
from planpress.model.dataclass import dataclass
from planpress.model.decimals import places
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


class Observation(NamedTuple):
    """One published row. A hidden one (`status` suppressed) has neither value nor n.

    A large file has a million: rows share the objects of equal cells.
    """

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


@dataclass(frozen=True, slots=True)
class Column:
    """Of which kind the numbers of a column are: whether some are bounds, whether all are whole."""

    bounded: bool
    whole: bool

    @classmethod
    def of(cls, values: Iterable[Value | None]) -> "Column":
        """Return of which kind some numbers are, as far as there are any."""
        found = [value for value in values if value is not None]
        bounded = not all(value.exact for value in found)
        return cls(bounded, not any(places(value.number) for value in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What there is to know of the rows of a series, whatever their numbers are.

    `hidden` and `bounds` count rows, `codes` are those that occur in each dimension, empty for
    everyone; all is sorted.
    """

    periods: tuple[Period, ...]
    rows: int
    hidden: int
    bounds: int
    values: Column
    people: Column
    codes: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Series:
    """The published rows of one indicator, sorted by codes and period.

    `digest` stands for all of it; empty where it is not known, and in every changed copy.
    """

    indicator: str
    dimensions: tuple[str, ...] = ()
    observations: tuple[Observation, ...] = ()
    digest: str = field(default="", init=False, compare=False, repr=False)

    def known_by(self, digest: str) -> "Series":
        """Return the same series, known by a digest."""
        series = replace(self)
        object.__setattr__(series, "digest", digest)
        return series

    @cached_property
    def overall(self) -> tuple[Observation, ...]:
        """The rows about everyone, by period."""
        return tuple(o for o in self.observations if not o.codes)

    @cached_property
    def concealed(self) -> frozenset[Period]:
        """The periods whose result about everyone is hidden."""
        return frozenset(row.period for row in self.overall if row.hidden)

    @cached_property
    def outline(self) -> Outline:
        """What there is to know of the rows, whatever their numbers are."""
        rows = self.observations
        shown = [row for row in rows if not row.hidden]
        split = [dict(codes) for codes in {row.codes for row in rows}]
        return Outline(
            periods=tuple(sorted({row.period for row in rows})),
            rows=len(rows),
            hidden=len(rows) - len(shown),
            bounds=sum(row.value is not None and not row.value.exact for row in shown),
            values=Column.of(row.value for row in shown),
            people=Column.of(row.n for row in shown),
            codes={
                name: tuple(sorted({codes.get(name, "") for codes in split}))
                for name in self.dimensions
            },
        )

    def until(self, calendar: Calendar) -> "Series":
        """Return the rows whose period was over on a day."""
        if all(calendar.over(period) for period in {row.period for row in self.observations}):
            return self
        over = tuple(row for row in self.observations if calendar.over(row.period))
        day = f"{calendar.as_of} {calendar.school_year_starts}"
        return replace(self, observations=over).known_by(self.digest and f"{self.digest} {day}")

    def by(self, dimension: str) -> tuple[Observation, ...]:
        """Return the rows that are split by this dimension alone."""
        return self._alone.get(dimension, ())

    @cached_property
    def _alone(self) -> Mapping[str, tuple[Observation, ...]]:
        found: dict[str, list[Observation]] = {}
        for row in self.observations:
            if len(row.codes) == 1:
                found.setdefault(row.codes[0][0], []).append(row)
        return {dimension: tuple(rows) for dimension, rows in found.items()}
