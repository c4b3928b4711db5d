"""Primary suppression: a value about too few people is hidden, whoever they are."""

from decimal import Decimal
from typing import NamedTuple

from planpress.model.indicator import Unit
from planpress.model.plan import Privacy
from planpress.model.raw import RawObservation
from planpress.model.series import Status
from planpress.model.value import Bound, Value


class Rule(NamedTuple):
    """What the plan demands: people a shown value is about, people a hidden count may be off."""

    minimum: int
    interval: int

    @classmethod
    def of(cls, privacy: Privacy) -> "Rule":
        """Return the rule of a plan."""
        return cls(privacy.minimum_n, privacy.minimum_interval)

    @property
    def doubt(self) -> int:
        """How wide the range of a hidden count must be: never can it be known for certain."""
        return max(self.interval, 1)


def fewest(n: Value) -> Decimal:
    """Return the smallest number of people that `n` allows: none for `<=50`, three for `>=3`."""
    return Decimal(0) if n.bound is Bound.AT_MOST else n.number


def too_few(n: Value | None, minimum: int) -> bool:
    """Tell whether fewer than `minimum` people are possible; a missing `n` is not known to be."""
    return n is not None and fewest(n) < minimum


def concerned(row: RawObservation, unit: Unit) -> Value | None:
    """Return how many people a row is about: its n, or its value where that counts people."""
    return row.value if row.n is None and unit.of_people else row.n


def primary(row: RawObservation, unit: Unit, minimum: int) -> bool:
    """Tell whether a row must be hidden for its own sake: its file says so, or it is about few."""
    if row.status is Status.SUPPRESSED:
        return True
    if row.value is None or row.status is Status.NOT_ADMINISTERED:
        return False
    return too_few(concerned(row, unit), minimum)
