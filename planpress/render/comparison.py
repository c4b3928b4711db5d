"""Two reviews of one framework, element by element: then and now."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from planpress.model.dataclass import dataclass
from planpress.model.framework import Area, Element, FrameworkRecord
from planpress.model.rating import Rating
from planpress.model.review import ElementRating, ReviewRecord


class Verdict(StrEnum):
    """What has become of the rating of an element, the worst first.

    `same` and `different` are all that can be said where nobody knows which review came first.
    """

    WORSE = "worse"
    NOT_NOW = "not_now"
    DIFFERENT = "different"
    NEW = "new"
    SAME = "same"
    BETTER = "better"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Pair:
    """What two reviews said about an element; None where one did not rate it.

    `ordered` tells whether `then` is known to have come before `now`.
    """

    element: Element
    then: ElementRating | None
    now: ElementRating | None
    ordered: bool

    @property
    def halves(self) -> int:
        """How many half levels the second is above the first; a straddle stands halfway."""
        if self.then is None or self.now is None:
            return 0
        return height(self.now.rating) - height(self.then.rating)

    @property
    def levels(self) -> Decimal:
        """How many levels the two are apart, without sign: 0.5, 1, 1.5 and so on."""
        return Decimal(abs(self.halves)) / 2

    @property
    def verdict(self) -> Verdict:
        """What the two ratings say together."""
        if self.then is None or self.now is None:
            neither = self.then is None and self.now is None
            return Verdict.NEVER if neither else Verdict.NOT_NOW if self.then else Verdict.NEW
        if self.halves == 0:
            return Verdict.SAME
        if not self.ordered:
            return Verdict.DIFFERENT
        return Verdict.BETTER if self.halves > 0 else Verdict.WORSE


@dataclass(frozen=True, slots=True)
class Comparison:
    """A review beside another of the same framework, with the pairs of each area."""

    then: ReviewRecord
    now: ReviewRecord
    areas: tuple[tuple[Area, tuple[Pair, ...]], ...]

    @property
    def ordered(self) -> bool:
        """Whether the dates say that `then` came before `now`."""
        return follows(self.now, self.then)

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """How many elements have which verdict, the worst first; those without any left out."""
        found = [pair.verdict for _, pairs in self.areas for pair in pairs]
        return {verdict: found.count(verdict) for verdict in Verdict if verdict in found}


def height(ratings: Iterable[Rating]) -> int:
    """Return where a rating stands in half levels, 0 for Red to 6 for Green.

    Two neighbouring ratings stand halfway between them.
    """
    ranks = [rating.rank for rating in ratings]
    return 2 * sum(ranks) // len(ranks)


def follows(review: ReviewRecord, other: ReviewRecord) -> bool:
    """Tell whether a review is known to have been made after another."""
    return review.date is not None and other.date is not None and review.date > other.date


def newest_first(reviews: Iterable[ReviewRecord]) -> tuple[ReviewRecord, ...]:
    """Return reviews by date, the newest first, those without a date last."""
    return tuple(sorted(reviews, key=lambda r: (-(r.date or date.min).toordinal(), r.id)))


def comparison(
    review: ReviewRecord, reviews: Iterable[ReviewRecord], framework: FrameworkRecord
) -> Comparison | None:
    """Return a review beside the one before it of the same framework; None for the first.

    Where none is known to have come before, it is set beside the newest of those of which nobody
    knows whether they came before or after.
    """
    others = [r for r in newest_first(reviews) if r.framework == framework.id and r.id != review.id]
    before = [other for other in others if follows(review, other)]
    unclear = [other for other in others if not follows(other, review)]
    for then in (*before, *unclear):
        return Comparison(then, review, _pairs(framework, then, review))
    return None


def _pairs(
    framework: FrameworkRecord, then: ReviewRecord, now: ReviewRecord
) -> tuple[tuple[Area, tuple[Pair, ...]], ...]:
    first = {rated.element: rated for rated in then.ratings}
    second = {rated.element: rated for rated in now.ratings}
    ordered = follows(now, then)
    return tuple(
        (area, tuple(Pair(e, first.get(e.id), second.get(e.id), ordered) for e in area.elements))
        for area in framework.areas
    )
