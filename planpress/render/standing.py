"""How the measures of a plan stand together: counts, and what needs attention first."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from planpress.model.assessment import Assessment, State
from planpress.model.indicator import IndicatorRecord
from planpress.model.rating import Rating
from planpress.model.site import Site
from planpress.model.tally import Tally


class Concern(StrEnum):
    """Why a measure stands where it stands on the page that shows them all, first things first."""

    OFF_TRACK = "off_track"
    OVERDUE = "overdue"
    ON_TRACK = "on_track"
    WAITING = "waiting"
    NOT_SET = "not_set"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Counts of measures: by rating, by state for those without one, and by what they mean.

    A target that was not met is off track, whatever its rating.
    """

    total: int
    tally: Tally
    states: Mapping[State, int]
    on_track: int
    off_track: int

    @property
    def rated(self) -> int:
        """How many have a rating."""
        return self.total - self.tally.unrated


def standing(site: Site, measures: Iterable[IndicatorRecord]) -> Standing:
    """Count the ratings and states of some measures."""
    found = [site.assessments[measure.id] for measure in measures]
    unrated = Counter(a.state for a in found if a.rating is None)
    states = {state: unrated[state] for state in State if unrated[state]}
    concerns = Counter(concern(assessment) for assessment in found)
    return Standing(
        total=len(found),
        tally=Tally.of(found),
        states=states,
        on_track=concerns[Concern.ON_TRACK],
        off_track=concerns[Concern.OFF_TRACK],
    )


def concern(assessment: Assessment) -> Concern:
    """Return under which heading a measure is shown."""
    match assessment.state:
        case State.LATE | State.NOT_MET:
            return Concern.OFF_TRACK
        case State.OVERDUE:
            return Concern.OVERDUE
        case State.DONE:
            return Concern.ON_TRACK
        case State.NOT_SET:
            return Concern.NOT_SET
    if assessment.rating is None:
        return Concern.WAITING
    return Concern.OFF_TRACK if assessment.rating in (Rating.R, Rating.AR) else Concern.ON_TRACK


def by_concern(
    site: Site, measures: Iterable[IndicatorRecord]
) -> tuple[tuple[Concern, tuple[IndicatorRecord, ...]], ...]:
    """Group measures by concern, the worst rating first in each; empty groups are left out."""
    ordered = sorted(measures, key=lambda measure: _rank(site.assessments[measure.id]))
    groups = {
        kind: tuple(m for m in ordered if concern(site.assessments[m.id]) is kind)
        for kind in Concern
    }
    return tuple((kind, found) for kind, found in groups.items() if found)


def _rank(assessment: Assessment) -> int:
    return assessment.rating.rank if assessment.rating else len(Rating)


def measures(site: Site) -> tuple[IndicatorRecord, ...]:
    """Return what the plan wants to reach; background numbers are left out."""
    return tuple(i for i in site.project.indicators.values() if not i.background)
