"""Roll-ups: how many measures have which rating. Counts, never averages."""

from collections.abc import Iterable

from planpress.model.assessment import Assessment
from planpress.model.dataclass import dataclass
from planpress.model.rating import Rating


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of ratings, `unrated` apart."""

    by_rating: tuple[tuple[Rating, int], ...]
    unrated: int

    @classmethod
    def of(cls, assessments: Iterable[Assessment]) -> "Tally":
        """Count the ratings, from Green to Red."""
        found = [assessment.rating for assessment in assessments]
        counts = tuple((rating, found.count(rating)) for rating in reversed(Rating))
        return cls(counts, found.count(None))

    @property
    def total(self) -> int:
        """How many measures were counted."""
        return self.unrated + sum(count for _, count in self.by_rating)
