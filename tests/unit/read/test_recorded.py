import json
from datetime import date

import pytest
from hypothesis import given
from unit.model.test_move import FIRST, GREEN, RED, stories, told

from planpress.model.history import Agenda, Revised
from planpress.model.move import Known, RatingLog
from planpress.model.period import Form, Period
from planpress.model.value import Value
from planpress.read.recorded import (
    CALENDAR,
    RATINGS,
    _log,
    read_calendar,
    read_ratings,
    written_calendar,
    written_ratings,
)

LATER = date(2026, 2, 6)
AGENDA = Agenda({"2026-01-one": Revised("a", 2, FIRST), "2026-02-two": Revised("b", 0, LATER)})


@given(stories)
def test_what_is_written_is_read_again(story):
    for log, _, _ in told(story):
        text = written_ratings(log)
        assert _log(json.loads(text)) == log
        assert written_ratings(_log(json.loads(text))) == text


def test_a_log_is_written_in_order_with_numbers_as_text():
    half = Known(
        state=GREEN.state,
        rating=GREEN.rating,
        period=Period.parse("2023-24"),
        value=Value.parse("51.50"),
    )
    log = RatingLog().now({"b": half, "a": RED}, FIRST).now({"a": GREEN, "b": half}, LATER)
    kept = json.loads(written_ratings(log))
    assert list(kept["known"]) == ["a", "b"]
    assert kept["known"]["b"] == {
        "state": "rated",
        "rating": "G",
        "period": "2023-24",
        "value": "51.50",
    }
    (move,) = kept["moves"]
    assert (move["indicator"], move["day"]) == ("a", "2026-02-06")
    assert (move["before"]["rating"], move["after"]["rating"]) == ("R", "G")


def test_a_month_is_read_as_the_month_it_was():
    known = Known(state=GREEN.state, period=Period.parse("2011-12", Form.MONTH))
    log = RatingLog().now({"a": known}, FIRST)
    assert _log(json.loads(written_ratings(log))) == log


def test_nothing_recorded_is_no_problem(alder):
    folder = alder()
    assert read_ratings(folder) == (RatingLog(), [])
    assert read_calendar(folder) == (Agenda(), [])


def test_an_agenda_is_read_as_it_was_written(alder):
    folder = alder({CALENDAR: written_calendar(AGENDA)})
    assert read_calendar(folder) == (AGENDA, [])


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        (RATINGS, "{", 1),
        (RATINGS, "[]", 0),
        (RATINGS, "null", 0),
        (RATINGS, '{\n"known": }', 2),
        (RATINGS, '{"since": "2026-01-05", "known": {}}', 0),
        (RATINGS, '{"since": null, "known": {}, "moves": []}', 0),
        (RATINGS, '{"since": "2026-01-05", "known": {"a": 5}, "moves": []}', 0),
        (RATINGS, '{"since": "2026-01-05", "known": {"a": {"state": "good"}}, "moves": []}', 0),
        (CALENDAR, '{"one": {"digest": "a", "sequence": "x", "since": "2026-01-05"}}', 0),
        (CALENDAR, "[1]", 0),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_its_place(alder, path, text, line):
    read = read_ratings if path == RATINGS else read_calendar
    found, (problem,) = read(alder({path: text}))
    assert found in (RatingLog(), Agenda())
    assert (problem.rule, problem.place.path, problem.place.line) == ("history", path, line)
    assert problem.stops
    assert "record" in problem.hint


def test_what_is_no_text_is_a_problem(alder):
    _, problems = read_ratings(alder({RATINGS: b"\xff\xfe"}))
    assert [p.rule for p in problems] == ["unreadable"]
