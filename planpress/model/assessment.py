"""What can be said about a measure today."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from planpress.model.dataclass import dataclass
from planpress.model.period import Period
from planpress.model.rating import Rating
from planpress.model.value import Value


class State(StrEnum):
    """The state of a measure; only `rated`, `met` and `not_met` carry a rating."""

    RATED = "rated"
    MET = "met"
    NOT_MET = "not_met"
    NOT_SET = "not_set"
    HIDDEN = "hidden"
    NOT_COMPARABLE = "not_comparable"
    OVERDUE = "overdue"
    NOT_DUE = "not_due"
    INCOMPLETE = "incomplete"
    DONE = "done"
    DUE_LATER = "due_later"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Result:
    """A value at a period, as published."""

    period: Period
    value: Value


@dataclass(frozen=True, slots=True)
class PastRating:
    """What one period's result was, what was expected, and the rating of that time.

    It is rated by the baseline, target and trajectory in force on the last day of the period.
    """

    period: Period
    value: Value
    expected: Decimal | None
    rating: Rating | None


@dataclass(frozen=True, slots=True)
class Expected:
    """One point of the trajectory."""

    period: Period
    value: Decimal


@dataclass(frozen=True, slots=True)
class Change:
    """How the latest share differs from an earlier one, in percentage points of the unit.

    `by_chance` tells whether chance alone could explain it; the rating takes no notice.
    """

    since: Period
    change: Decimal
    by_chance: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """State, rating and working of one indicator as of a day.

    `rule` is the number of the rule of the published method that decided. Numbers are in the
    indicator's unit, exact; gap, plan and gain are counted so that more is better. `latest` is
    absent where the newest result is hidden. `due` is the day by which the next result is expected
    (release plus grace), `awaited` the period it is about. `changes` compare the latest share with
    that of the baseline's period and with the result before, where the numbers of people are known.
    `sentences` says it all in each language; a sentence is made when it is asked for.
    """

    indicator: str
    state: State
    rule: int
    rating: Rating | None = None
    met: bool | None = None
    baseline: Expected | None = None
    target: Expected | None = None
    latest: Result | None = None
    expected: Decimal | None = None
    tolerance: Decimal | None = None
    gap: Decimal | None = None
    plan: Decimal | None = None
    gain: Decimal | None = None
    awaited: Period | None = None
    due: date | None = None
    trajectory: tuple[Expected, ...] = ()
    history: tuple[PastRating, ...] = ()
    parts: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    sentences: Mapping[str, str] = field(default_factory=dict)

    @property
    def last_known(self) -> PastRating | None:
        """The newest rated period; shown only as dated, never as today's rating."""
        return next((past for past in reversed(self.history) if past.rating), None)
