"""What a chart is about, and what it becomes before it is drawn."""

from collections.abc import Mapping

from planpress.chart.sketch import Sketch
from planpress.model.assessment import Assessment, State
from planpress.model.dataclass import dataclass
from planpress.model.equity import GroupStanding
from planpress.model.figure import Table
from planpress.model.indicator import Direction, IndicatorRecord
from planpress.model.language import Language
from planpress.model.project import Project
from planpress.model.rating import Rating
from planpress.model.series import Observation, Series

_RATED = (State.RATED, State.MET, State.NOT_MET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An indicator, its published numbers, what they mean, and the language to say it in."""

    project: Project
    indicator: IndicatorRecord
    series: Series | None
    assessment: Assessment | None
    language: Language
    standings: tuple[GroupStanding, ...] = ()

    @property
    def name(self) -> str:
        """The measure's title."""
        return self.indicator.title.said(self.language.code).text

    @property
    def sign(self) -> int:
        """+1 where more is better, -1 where less is."""
        good = self.indicator.direction
        if good is Direction.MAINTAIN:
            good = self.indicator.direction_of_good or Direction.INCREASE
        return -1 if good is Direction.DECREASE else 1

    @property
    def overall(self) -> tuple[Observation, ...]:
        """The published rows about everyone, by period."""
        return self.series.overall if self.series else ()

    @property
    def rating(self) -> Rating | None:
        """The rating of the latest result as of today; none if it is only the last known."""
        found = self.assessment
        return found.rating if found and found.latest and found.state in _RATED else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A figure that still has to be drawn, with a sketch for each width."""

    title: str
    subtitle: str
    description: str
    table: Table
    source: str
    sketches: Mapping[str, Sketch]
