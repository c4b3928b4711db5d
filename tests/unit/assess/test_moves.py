"""What readers see of recorded moves."""

from datetime import date

import pytest
from unit.assess.measures import measure, plan_of, rows

from planpress.assess.moves import moves
from planpress.model.assessment import State
from planpress.model.move import Known, RatingLog
from planpress.model.period import Period
from planpress.model.rating import Rating
from planpress.model.series import Series
from planpress.model.value import Value

FIRST, SECOND, THIRD = date(2026, 1, 5), date(2026, 2, 6), date(2026, 3, 7)
LAST = date(2026, 4, 8)


def known(rating="G", period="2021-22", value="52"):
    return Known(
        state=State.RATED,
        rating=Rating(rating),
        period=Period.parse(period),
        value=Value.parse(value),
    )


def shown(log, *written, as_of=THIRD, **facts):
    reading = measure("reading", **{"priority": "words", **facts})
    project = plan_of(reading)
    series = {"reading": Series(indicator="reading", observations=rows(*written))}
    return moves(project, series, log, as_of)


def logged(*story):
    """Return a log of (day, what was known of reading)."""
    log = RatingLog()
    for day, found in story:
        log = log.now({"reading": found} if found else {}, day)
    return log


LOG = logged(
    (FIRST, known()), (SECOND, known("R", "2022-23", "50")), (THIRD, known("AR", "2022-23", "51"))
)
ROWS = ("2021-22 52", "2022-23 51")


def test_the_newest_move_is_first():
    assert [(m.day, m.before.rating, m.after.rating) for m in shown(LOG, *ROWS)] == [
        (THIRD, "R", "AR"),
        (SECOND, "G", "R"),
    ]


def test_of_one_day_the_worst_is_first():
    steps = {
        "up": ("AR", "G"),
        "same": ("G", "G"),
        "deep": ("G", "R"),
        "down": ("G", "AG"),
        "lost": ("G", None),
    }
    then = {name: known(before) for name, (before, _) in steps.items()}
    today = {
        name: known(after, value="53") if after else Known(state=State.OVERDUE)
        for name, (_, after) in steps.items()
    }
    log = RatingLog().now(then, FIRST).now(today, SECOND)
    project = plan_of(*(measure(name, priority="words") for name in steps))
    found = moves(project, {}, log, THIRD)
    assert [m.indicator for m in found] == ["deep", "down", "lost", "up"]
    series = {"same": Series(indicator="same", observations=rows("2021-22 53"))}
    assert [m.indicator for m in moves(project, series, log, THIRD)][-1] == "same"


def test_moves_to_come_are_not_shown():
    assert [m.day for m in shown(LOG, *ROWS, as_of=SECOND)] == [SECOND]
    assert shown(LOG, *ROWS, as_of=FIRST) == ()


def test_only_measures_of_the_plan_move():
    assert shown(LOG, *ROWS, priority=None, target={"type": "none"}) == ()
    background = logged((FIRST, None), (SECOND, Known(state=State.NOT_SET)))
    assert moves(plan_of(), {}, background, THIRD) == ()


def test_a_measure_that_is_gone_is_told_without_its_numbers():
    gone = LOG.now({}, LAST)
    last, *_ = moves(plan_of(), {}, gone, LAST)
    assert (last.day, last.after) == (LAST, None)
    assert last.before == Known(state=State.RATED, rating=Rating.AR)


@pytest.mark.parametrize("today", ["2022-23 suppressed", "2022-23 >=40"])
def test_what_is_hidden_today_is_not_told_as_of_then(today):
    found = shown(LOG, "2021-22 52", today)
    assert [(m.day, m.before, m.after) for m in found] == [
        (SECOND, known(), Known(state=State.HIDDEN))
    ]


def test_a_result_that_is_gone_leaves_its_rating():
    (last, first) = shown(LOG, "2021-22 52")
    assert last.after == Known(state=State.RATED, rating=Rating.AR)
    assert first.before == known()


def test_a_bound_that_was_known_as_a_bound_stays():
    log = logged((FIRST, known()), (SECOND, known("G", "2022-23", ">=98")))
    (move,) = shown(log, "2021-22 52", "2022-23 >=98")
    assert str(move.after.value) == ">=98"
