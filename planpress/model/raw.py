"""Numbers as they came in. Only `read`, `check` and `protect` may name what stands here."""

from dataclasses import dataclass

from planpress.model.period import Period
from planpress.model.place import Place
from planpress.model.series import Codes, Status
from planpress.model.value import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class RawObservation:
    """One row of a CSV file, before privacy. `n` is how many people the value is about."""

    period: Period
    value: Value | None
    n: Value | None
    status: Status
    codes: Codes
    note: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSeries:
    """All rows of one indicator's file, in the order of the file."""

    indicator: str
    dimensions: tuple[str, ...]
    observations: tuple[RawObservation, ...]
    place: Place
