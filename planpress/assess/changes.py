"""Whether a share has changed by more than chance alone would bring about."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from planpress.assess.aim import Aim
from planpress.model.assessment import Change
from planpress.model.indicator import Unit
from planpress.model.interval import Term, by_chance, interval_of
from planpress.model.series import Observation, Status


def changes(aim: Aim, rows: Sequence[Observation]) -> tuple[Change, ...]:
    """Return how the latest share differs from the baseline's period and from the one before.

    Only exact shares of a known number of people are compared, and none across a break. The two
    count as independent groups of people. The rating takes no notice of it.
    """
    if aim.indicator.unit is not Unit.PERCENT:
        return ()
    last = aim.target.period if aim.target else None
    results = [
        row
        for row in rows
        if row.value and not (last and row.period.form is last.form and row.period > last)
    ]
    latest = _term(aim, results[-1], Decimal(1)) if results else None
    if latest is None:
        return ()
    found = []
    for row in _earlier(aim, results):
        before = _term(aim, row, Decimal(-1))
        if before and _alike(aim, row, results[-1]):
            moved = latest.share - before.share
            found.append(Change(row.period, moved, by_chance((latest, before))))
    return tuple(found)


def _earlier(aim: Aim, results: Sequence[Observation]) -> Iterator[Observation]:
    start = aim.baseline.period if aim.baseline else None
    for row in results[:-1]:
        if row.period == start or row is results[-2]:
            yield row


def _term(aim: Aim, row: Observation, times: Decimal) -> Term | None:
    interval = interval_of(row, aim.indicator.unit)
    return Term(times, row.value.number, interval) if interval and row.value else None


def _alike(aim: Aim, one: Observation, other: Observation) -> bool:
    if Status.NOT_COMPARABLE in (one.status, other.status):
        return False
    return not aim.indicator.broken_between(one.period, other.period)
