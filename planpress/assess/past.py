"""The rating of every period that has a result, as of that period."""

from datetime import date

from planpress.assess.aim import Aim, aim_of
from planpress.assess.case import Case
from planpress.assess.exact import divided
from planpress.assess.rating import agreed
from planpress.assess.revisions import in_force
from planpress.model.assessment import PastRating
from planpress.model.calendar import Calendar
from planpress.model.indicator import IndicatorRecord
from planpress.model.series import Observation
from planpress.model.value import Value


def past_ratings(
    indicator: IndicatorRecord, case: Case, calendar: Calendar
) -> tuple[PastRating, ...]:
    """Return the results by period, each rated by what was in force on its period's last day.

    What was in force in between is worked out once for each revision, not for each period.
    """
    aims: dict[int, Aim] = {_revisions(indicator, calendar.as_of): case.aim}
    aim, found = case.aim, []
    for row in case.rows:
        if row.value is None:
            continue
        if indicator.revisions:
            end = row.period.end(calendar.school_year_starts)
            known = _revisions(indicator, end)
            if known not in aims:
                aims[known] = aim_of(in_force(indicator, end))
            aim = aims[known]
        found.append(_past(aim, case, row, row.value))
    return tuple(found)


def _revisions(indicator: IndicatorRecord, day: date) -> int:
    return sum(revision.date <= day for revision in indicator.revisions)


def _past(aim: Aim, case: Case, row: Observation, value: Value) -> PastRating:
    path, judgement, expected = aim.path, None, None
    if path and path.judges(row.period) and aim.comparable(row.period, row.status):
        again = row is case.latest and aim is case.aim
        judgement = case.judgement if again else agreed(aim, row.period, value)
    if judgement:
        expected = divided(judgement.working.expected, judgement.working.steps)
    elif path:
        expected = path.at(row.period)
    return PastRating(
        period=row.period,
        value=value,
        expected=expected,
        rating=judgement.rating if judgement else None,
    )
