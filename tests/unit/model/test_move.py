"""The log of ratings: a move for every change, once a day at most, and back to the present."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

from planpress.model.assessment import State
from planpress.model.move import Known, Move, RatingLog
from planpress.model.period import Form, Period
from planpress.model.rating import Rating
from planpress.model.value import Value

FIRST = date(2026, 1, 5)
GREEN = Known(state=State.RATED, rating=Rating.G)
RED = Known(state=State.RATED, rating=Rating.R)
LATE = Known(state=State.OVERDUE)

a_known = some.builds(
    Known,
    state=some.sampled_from([State.RATED, State.OVERDUE]),
    rating=some.sampled_from([None, Rating.R, Rating.G]),
    period=some.sampled_from([None, Period(Form.SCHOOL_YEAR, 2023), Period(Form.MONTH, 24134)]),
    value=some.sampled_from([None, Value(Decimal("50.10")), Value.parse(">=98")]),
)
known_then = some.dictionaries(some.sampled_from(["a", "b", "c"]), a_known)
later = some.integers(min_value=0, max_value=2)
stories = some.lists(some.tuples(known_then, later), min_size=1, max_size=8)


def told(story):
    """Yield the log after every day of a story, with what is known that day."""
    log, day = RatingLog(), FIRST
    for known, days in story:
        day += timedelta(days=days)
        log = log.now(known, day)
        yield log, known, day


@given(stories)
def test_the_log_replays_to_the_present(story):
    known = dict(story[0][0])
    *_, (log, present, _) = told(story)
    for move in log.moves:
        assert known.get(move.indicator) == move.before
        assert move.before != move.after
        known[move.indicator] = move.after
    assert {name: found for name, found in known.items() if found is not None} == present
    assert log.known == present


@given(stories)
def test_an_indicator_moves_once_a_day_and_the_days_are_in_order(story):
    *_, (log, _, _) = told(story)
    moved = [(move.day, move.indicator) for move in log.moves]
    assert moved == sorted(set(moved))


@given(stories)
def test_to_look_again_changes_nothing(story):
    for log, known, day in told(story):
        assert log.now(known, day) == log
        assert log.now(known, day + timedelta(days=9)) == log


def test_the_first_time_nothing_has_moved():
    log = RatingLog().now({"a": GREEN}, FIRST)
    assert (log.known, log.since, log.moves) == ({"a": GREEN}, FIRST, ())


def test_what_is_new_has_no_before_and_what_is_gone_no_after():
    day = FIRST + timedelta(days=1)
    log = RatingLog().now({"a": GREEN}, FIRST).now({"b": RED}, day)
    assert log.moves == (
        Move(indicator="a", day=day, before=GREEN, after=None),
        Move(indicator="b", day=day, before=None, after=RED),
    )


def test_a_mistake_mended_the_same_day_leaves_no_move():
    day = FIRST + timedelta(days=1)
    log = RatingLog().now({"a": GREEN}, FIRST).now({"a": RED}, day)
    assert log.now({"a": GREEN}, day).moves == ()
    (move,) = log.now({"a": LATE}, day).moves
    assert (move.before, move.after) == (GREEN, LATE)


def test_the_days_before_the_last_record_stay_as_they_were_recorded():
    log = RatingLog().now({"a": GREEN}, FIRST)
    assert log.now({"a": RED}, FIRST - timedelta(days=1)) == log
