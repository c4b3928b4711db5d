"""What was published about a measure at one time, and how it has changed since."""

from collections.abc import Mapping
from datetime import date

from planpress.model.assessment import Assessment, State
from planpress.model.dataclass import dataclass
from planpress.model.period import Period
from planpress.model.rating import Rating
from planpress.model.value import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """State, rating and latest result of a measure, as somebody recorded or publishes them."""

    state: State
    rating: Rating | None = None
    period: Period | None = None
    value: Value | None = None

    @classmethod
    def of(cls, assessment: Assessment) -> "Known":
        """Return what an assessment makes known."""
        latest = assessment.latest
        return cls(
            state=assessment.state,
            rating=assessment.rating,
            period=latest.period if latest else None,
            value=latest.value if latest else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A change of what is known about an indicator: since when, from what, to what.

    `before` is None where nothing had been recorded, `after` where the indicator is gone.
    """

    indicator: str
    day: date
    before: Known | None
    after: Known | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingLog:
    """What is known about every indicator, and every move that led there, the oldest first.

    An indicator moves once a day at most. `known` is None where nothing was ever recorded, `since`
    the day from which what is known holds.
    """

    known: Mapping[str, Known] | None = None
    since: date | None = None
    moves: tuple[Move, ...] = ()

    def now(self, known: Mapping[str, Known], today: date) -> "RatingLog":
        """Return the log with what is known today and how that differs from what was recorded.

        What was recorded for a later day stands: it says nothing about the days before.
        """
        if self.known is None or self.since is None:
            return RatingLog(known=known, since=today)
        if today < self.since or self.known == known:
            return self
        moved = {m.indicator: m for m in self.moves if m.day == today}
        for name in {*self.known, *known}:
            before, after = self.known.get(name), known.get(name)
            if before != after:
                first = moved[name].before if name in moved else before
                moved[name] = Move(indicator=name, day=today, before=first, after=after)
        of_today = (moved[name] for name in sorted(moved))
        return RatingLog(
            known=known,
            since=today,
            moves=(
                *(m for m in self.moves if m.day != today),
                *(m for m in of_today if m.before != m.after),
            ),
        )
