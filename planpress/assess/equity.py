"""How student groups stand beside everyone, and on their own way to the target."""

from collections.abc import Mapping, Sequence
from decimal import localcontext
from functools import partial
from itertools import groupby

from planpress.assess.account import account
from planpress.assess.aim import Aim, aim_of
from planpress.assess.case import open_case
from planpress.assess.exact import EXACT, plain
from planpress.assess.revisions import in_force
from planpress.assess.rules import verdict
from planpress.assess.sentences import hidden
from planpress.assess.verdict import Verdict
from planpress.model.assessment import Assessment, Expected, State
from planpress.model.calendar import Calendar
from planpress.model.equity import GROUP, Course, GroupGap, GroupStanding
from planpress.model.language import Language
from planpress.model.period import Period
from planpress.model.project import Project
from planpress.model.series import Observation, Series, Status
from planpress.model.target import TargetType

_RATED = (TargetType.NUMERIC, TargetType.UNIVERSAL)


def groups_of(
    project: Project,
    series: Mapping[str, Series],
    calendar: Calendar,
    languages: Mapping[str, Language],
) -> dict[str, tuple[GroupStanding, ...]]:
    """Return the student groups of every indicator that has any, in the order of their codes.

    Where the target is set for groups, a group is rated by the rules for everyone, on the way from
    its own baseline to the same target; interim points hold for all alike. `series` has only
    rows of periods that were over on the day (`Series.until`).
    """
    order = {code: at for at, code in enumerate(project.codes_of(GROUP))}
    found = {}
    with localcontext(EXACT):
        for indicator in project.indicators.values():
            known = series.get(indicator.id)
            rows = known.by(GROUP) if known else ()
            if not known or not rows:
                continue
            aim = aim_of(in_force(indicator, calendar.as_of))
            everyone = {row.period: row for row in known.overall}
            groups = [
                (code, tuple(one)) for code, one in groupby(rows, key=lambda row: row.codes[0][1])
            ]
            groups.sort(key=lambda group: order.get(group[0], len(order)))
            found[indicator.id] = tuple(
                _standing(aim, code, one, everyone, calendar, languages) for code, one in groups
            )
    return found


def _standing(
    aim: Aim,
    code: str,
    rows: Sequence[Observation],
    everyone: Mapping[Period, Observation],
    calendar: Calendar,
    languages: Mapping[str, Language],
) -> GroupStanding:
    now = _gap(aim, rows[-1], everyone)
    then = _then(aim, rows, everyone)
    if now is None or then is None or then.period >= now.period:
        then = None
    return GroupStanding(
        code=code,
        latest=rows[-1],
        now=now,
        then=then,
        course=_course(aim, now, then),
        assessment=_assessment(aim, rows, calendar, languages),
    )


def _gap(aim: Aim, row: Observation, everyone: Mapping[Period, Observation]) -> GroupGap | None:
    """Return how far a group is from everyone; None unless both have an exact value."""
    overall = everyone.get(row.period)
    if overall is None or row.value is None or overall.value is None:
        return None
    if not (row.value.exact and overall.value.exact):
        return None
    behind = plain(aim.sign * (overall.value.number - row.value.number))
    return GroupGap(group=row, overall=overall, behind=behind)


def _then(
    aim: Aim, rows: Sequence[Observation], everyone: Mapping[Period, Observation]
) -> GroupGap | None:
    """Return the gap at the baseline's period, or the first there is where there is no baseline."""
    start = aim.baseline.period if aim.baseline else None
    for row in rows:
        if start in (None, row.period):
            gap = _gap(aim, row, everyone)
            if gap or start:
                return gap
    return None


def _course(aim: Aim, now: GroupGap | None, then: GroupGap | None) -> Course:
    if now is None or then is None or not _comparable(aim, now, then):
        return Course.UNKNOWN
    before, after = abs(then.behind), abs(now.behind)
    if before == after:
        return Course.SAME
    return Course.CLOSING if after < before else Course.WIDENING


def _comparable(aim: Aim, now: GroupGap, then: GroupGap) -> bool:
    rows = (now.group, now.overall, then.group, then.overall)
    if any(row.status is Status.NOT_COMPARABLE for row in rows):
        return False
    return not aim.indicator.broken_between(then.period, now.period)


def _assessment(
    aim: Aim,
    rows: Sequence[Observation],
    calendar: Calendar,
    languages: Mapping[str, Language],
) -> Assessment | None:
    target = aim.indicator.target
    if not target.for_groups or target.type not in _RATED:
        return None
    period = aim.baseline.period if aim.baseline else None
    start = next((row for row in rows if row.period == period), None)
    value = start.value if start and start.value and start.value.exact else None
    baseline = Expected(period, value.number) if period and value else None
    case = open_case(aim.starting_from(baseline), rows, calendar)
    decided = verdict(case)
    if decided.state is State.NOT_SET and start and start.hidden:
        decided = Verdict(State.HIDDEN, 3, partial(hidden, start.period))
    return account(case, decided, languages)
