"""Which changes of ratings and results readers see."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from planpress.model.assessment import State
from planpress.model.move import Known, Move, RatingLog
from planpress.model.project import Project
from planpress.model.series import Series
from planpress.model.value import Value


def moves(
    project: Project, series: Mapping[str, Series], log: RatingLog, as_of: date
) -> tuple[Move, ...]:
    """Return the moves of the plan's measures up to a day, the newest first; of a day, the worst.

    A result that is not published today is told of no more, even if it once was: a hidden one
    leaves nothing but its being hidden, one that is gone leaves its rating. Background numbers
    have no rating to move.
    """
    shown = (
        replace(
            move,
            before=_published(move.before, series.get(move.indicator)),
            after=_published(move.after, series.get(move.indicator)),
        )
        for move in log.moves
        if move.day <= as_of and _of_a_measure(project, move)
    )
    changed = (move for move in shown if move.before != move.after)
    return tuple(sorted(changed, key=lambda m: (-m.day.toordinal(), _reached(m), m.indicator)))


def _reached(move: Move) -> int:
    """Put the moves of a day in order: the deepest fall first, then a rise, results alone last."""
    before, after = move.before, move.after
    if before and after and (before.state, before.rating) == (after.state, after.rating):
        return 3
    if before and after and before.rating and after.rating and before.rating != after.rating:
        change = after.rating.rank - before.rating.rank
        return change if change < 0 else 2
    return 1


def _of_a_measure(project: Project, move: Move) -> bool:
    """Whether a move is one of a measure; of one that is gone only its states can tell."""
    indicator = project.indicators.get(move.indicator)
    if indicator:
        return not indicator.background
    return any(side and side.state is not State.NOT_SET for side in (move.before, move.after))


def _published(known: Known | None, series: Series | None) -> Known | None:
    if known is None or known.period is None:
        return known
    rows = series.overall if series else ()
    row = next((row for row in rows if row.period == known.period), None)
    if row is not None and (row.hidden or _blurred(row.value, known.value)):
        return Known(state=State.HIDDEN)
    if row is None or row.value is None:
        return replace(known, period=None, value=None)
    return known


def _blurred(today: Value | None, then: Value | None) -> bool:
    """Whether only a bound is published today where a number was known."""
    return today is not None and not today.exact and today != then
