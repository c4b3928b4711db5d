"""All that a rule looks at to judge one indicator on one day."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from planpress.assess.aim import Aim
from planpress.assess.rating import Judgement, agreed
from planpress.assess.trajectory import Trajectory
from planpress.model.assessment import Assessment
from planpress.model.calendar import Calendar
from planpress.model.indicator import IndicatorRecord
from planpress.model.period import Period
from planpress.model.series import Observation
from planpress.model.words import Words


class Case(NamedTuple):
    """What the plan wants of an indicator, and what has been published about it by `as_of`.

    `rows` are all published rows by period. `latest` is the newest of those after the baseline and
    up to the target's period, for only they are rated; `judgement` is its rating if its value can
    be rated. `awaited` is the period whose result comes next, `due` the day by which it
    should be there. `parts` are the assessments that a compound target is made of.
    """

    aim: Aim
    as_of: date
    rows: Sequence[Observation]
    latest: Observation | None
    judgement: Judgement | None
    awaited: Period | None
    due: date | None
    parts: tuple[Assessment, ...] = ()
    titles: Mapping[str, Words] = MappingProxyType({})

    @property
    def indicator(self) -> IndicatorRecord:
        """The indicator, as in force on the day."""
        return self.aim.indicator

    @property
    def path(self) -> Trajectory | None:
        """What the plan expects, if it says so."""
        return self.aim.path


def open_case(aim: Aim, published: Sequence[Observation], calendar: Calendar) -> Case:
    """Return what was known about an indicator on a day; `published` is in the order of periods.

    Rows of periods that were not over do not count.
    """
    over = len(published)
    while over and not calendar.over(published[over - 1].period):
        over -= 1
    rows, path = published[:over], aim.path
    latest = None
    if path:
        latest = next((row for row in reversed(rows) if path.judges(row.period)), None)
    awaited = _awaited(path, latest)
    release = aim.indicator.release
    return Case(
        aim=aim,
        as_of=calendar.as_of,
        rows=rows,
        latest=latest,
        judgement=agreed(aim, latest.period, latest.value) if latest and latest.value else None,
        awaited=awaited,
        due=release.due(awaited, calendar.school_year_starts) if awaited else None,
    )


def _awaited(path: Trajectory | None, latest: Observation | None) -> Period | None:
    if path is None:
        return None
    last = latest.period if latest else path.baseline.period
    return None if last == path.target.period else path.after(last)
