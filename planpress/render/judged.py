"""What people judged at a stocktake, beside what the numbers said on the same day."""

from planpress.model.assessment import Assessment
from planpress.model.dataclass import dataclass
from planpress.model.indicator import IndicatorRecord
from planpress.model.rating import Rating
from planpress.model.site import Site
from planpress.model.stocktake import StocktakeRecord

FAR = 2
"""Ratings so many levels apart, or more, need to be explained."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The rating that a stocktake judged, and the computed one of a measure on the same day.

    `computed` is None where nothing was computed for that day.
    """

    stocktake: StocktakeRecord
    indicator: IndicatorRecord
    rating: Rating
    computed: Assessment | None

    @property
    def apart(self) -> int | None:
        """How many levels the two are apart, 0 to 3; None if the computed one has no rating."""
        if self.computed is None or self.computed.rating is None:
            return None
        return abs(self.rating.rank - self.computed.rating.rank)

    @property
    def far(self) -> bool:
        """Whether the two are so far apart that readers are owed the reasons."""
        return (self.apart or 0) >= FAR

    @property
    def better(self) -> bool:
        """Whether people judged better than the numbers say."""
        computed = self.computed.rating if self.computed else None
        return computed is not None and self.rating.rank > computed.rank


def judged_for(site: Site, indicator: str) -> tuple[Judgement, ...]:
    """Return what was judged by the site's day of the tactics of a measure, the newest first."""
    found = [
        _judgement(site, stocktake, site.project.indicators[indicator], stocktake.judged)
        for tactic in site.project.tactics_of(indicator)
        for stocktake in site.project.stocktakes_of(tactic.id, site.as_of)
        if stocktake.judged
    ]
    found.sort(key=lambda row: (row.stocktake.date, row.stocktake.id), reverse=True)
    return tuple(found)


def judged_at(site: Site, stocktake: StocktakeRecord) -> tuple[Judgement, ...]:
    """Return what a stocktake judged beside each measure of its tactic; nothing if it did not."""
    if stocktake.judged is None:
        return ()
    return tuple(
        _judgement(site, stocktake, measure, stocktake.judged)
        for measure in site.project.measures_for(stocktake.tactic)
        if not measure.background
    )


def _judgement(
    site: Site, stocktake: StocktakeRecord, indicator: IndicatorRecord, rating: Rating
) -> Judgement:
    that_day = site.that_day.get(stocktake.id, {})
    return Judgement(stocktake, indicator, rating, that_day.get(indicator.id))
