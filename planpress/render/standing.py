"""How the measures of a plan stand together: counts, and what needs attention first."""

from collections import Counter
from collections.abc import Iterable, Mapping

from planpress.model.assessment import Assessment, State
from planpress.model.concern import Concern, concern
from planpress.model.dataclass import dataclass
from planpress.model.indicator import IndicatorRecord
from planpress.model.rating import Rating
from planpress.model.site import Site
from planpress.model.tally import Tally
from planpress.model.words import Words

RULES = range(1, 11)
"""The numbers of the rules of the published method."""


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
    return counted(site.assessments[measure.id] for measure in measures)


def counted(assessments: Iterable[Assessment]) -> Standing:
    """Count the ratings and states of what is said of some measures."""
    found = list(assessments)
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


@dataclass(frozen=True, slots=True)
class Rollup:
    """A priority or tactic and its measures, whose ratings are counted, never averaged."""

    title: Words
    path: str
    measures: tuple[IndicatorRecord, ...]


def of_priorities(site: Site) -> tuple[Rollup, ...]:
    """Return every priority with its measures, even where it has none."""
    project = site.project
    return tuple(
        Rollup(p.title, f"priorities/{p.id}/", project.measures_of(p.id))
        for p in project.priorities.values()
    )


def of_tactics(site: Site, priority: str | None = None) -> tuple[Rollup, ...]:
    """Return the tactics of the plan or of one priority, each with its measures."""
    project = site.project
    return tuple(
        Rollup(
            tactic.title,
            f"tactics/{tactic.id}/",
            tuple(m for m in project.measures_for(tactic.id) if not m.background),
        )
        for tactic in project.tactics.values()
        if priority in (None, tactic.priority)
    )


def by_rule(
    site: Site, measures: Iterable[IndicatorRecord]
) -> tuple[tuple[int, tuple[IndicatorRecord, ...]], ...]:
    """Return for every rule of the method, in its order, the measures that it decided."""
    found = tuple(measures)
    return tuple(
        (rule, tuple(m for m in found if site.assessments[m.id].rule == rule)) for rule in RULES
    )


def _rank(assessment: Assessment) -> int:
    return assessment.rating.rank if assessment.rating else len(Rating)


def measures(site: Site) -> tuple[IndicatorRecord, ...]:
    """Return what the plan wants to reach; background numbers are left out."""
    return tuple(i for i in site.project.indicators.values() if not i.background)
