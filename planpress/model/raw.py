"""Numbers as they came in. Only `read`, `check` and `protect` may name what stands here."""

from collections.abc import Mapping
from dataclasses import field, replace
from functools import cached_property
from typing import NamedTuple

from planpress.model.dataclass import dataclass
from planpress.model.period import Period
from planpress.model.place import Place
from planpress.model.series import Codes, Status
from planpress.model.value import Value


class RawObservation(NamedTuple):
    """One row of a file of numbers, before privacy. `n` is how many people the value is about.

    Rows of one file share the objects of equal cells. `path` and `line` say where it stands.
    """

    period: Period
    value: Value | None
    n: Value | None
    status: Status
    codes: Codes
    note: str
    path: str
    line: int

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return Place(self.path, self.line)


@dataclass(frozen=True, kw_only=True)
class RawSeries:
    """All rows of one indicator's file, in the order of the file.

    `digest` stands for all of it; empty where it is not known, and in every changed copy.
    """

    indicator: str
    dimensions: tuple[str, ...]
    observations: tuple[RawObservation, ...]
    place: Place
    digest: str = field(default="", init=False, compare=False, repr=False)

    def known_by(self, digest: str) -> "RawSeries":
        """Return the same series, known by a digest."""
        series = replace(self)
        object.__setattr__(series, "digest", digest)
        return series

    @cached_property
    def by_codes(self) -> Mapping[Codes, tuple[RawObservation, ...]]:
        """The rows of each group of people, sorted by period; codes in the order of the file."""
        found: dict[Codes, list[RawObservation]] = {}
        for row in self.observations:
            found.setdefault(row.codes, []).append(row)
        return {codes: tuple(sorted(rows, key=_when)) for codes, rows in found.items()}

    @cached_property
    def by_period(self) -> Mapping[Period, Mapping[Codes, RawObservation]]:
        """The rows of each period by the people they are about; of repeated ones the first."""
        found: dict[Period, dict[Codes, RawObservation]] = {}
        for row in self.observations:
            found.setdefault(row.period, {}).setdefault(row.codes, row)
        return found

    @cached_property
    def values(self) -> Mapping[int, Value]:
        """The objects in the column of values, by their id: far fewer than there are rows."""
        return _distinct([row.value for row in self.observations])

    @cached_property
    def counts(self) -> Mapping[int, Value]:
        """The objects in the column of people, by their id."""
        return _distinct([row.n for row in self.observations])


def _distinct(cells: list[Value | None]) -> dict[int, Value]:
    found = dict(zip(map(id, cells), cells, strict=True))
    return {key: value for key, value in found.items() if value is not None}


def _when(row: RawObservation) -> tuple[str, int]:
    return row.period.form, row.period.number
