import re

import pytest

from planpress.spent import MOST, Spent


@pytest.fixture
def clock(monkeypatch):
    """Set the CPU time of this process."""
    now = [0.0]
    monkeypatch.setattr("planpress.spent.process_time", lambda: now[0])
    return lambda seconds: now.__setitem__(0, seconds)


def watched():
    spent = Spent()
    spent.watch()
    return spent


def test_nothing_is_booked_unless_it_is_asked_for(clock):
    spent = Spent()
    spent.stage("reading")
    with spent.of("page a"):
        clock(5)
    spent.add(3, {"page b": 1})
    assert (spent.stages, spent.records) == ({}, {})
    assert spent.of("page a") is spent.of("page b")


def test_seconds_are_booked_on_their_stage_here_and_in_workers(clock):
    spent = watched()
    clock(1)
    spent.stage("reading")
    clock(3)
    spent.stage("drawing")
    spent.add(6, {}, "one")
    spent.add(1, {}, "two")
    clock(4)
    spent.stage("reading")
    clock(6)
    rows = [re.split(r"\s{2,}", line) for line in spent.table().splitlines()]
    assert rows == [
        ["CPU seconds", "here", "2 workers"],
        ["starting", "1.000", "0.000"],
        ["reading", "4.000", "0.000"],
        ["drawing", "1.000", "7.000"],
        ["in all", "6.000", "7.000"],
    ]


def test_a_record_does_not_pay_for_those_within_it(clock):
    spent = watched()
    with spent.of("page a"):
        clock(1)
        with spent.of("figure b"):
            clock(5)
        clock(6)
    with spent.of("page a"):
        clock(7)
    assert spent.records == {"page a": 3, "figure b": 4}


def test_a_record_that_fails_is_booked_too(clock):
    spent = watched()

    def fail():
        with spent.of("page a"):
            clock(1)
            raise ValueError("x")

    with pytest.raises(ValueError, match="x"):
        fail()
    assert spent.records == {"page a": 1}


def test_the_most_costly_records_come_first(clock):
    spent = watched()
    spent.add(0, {f"page {n:02}": n for n in range(40)})
    spent.add(0, {"page 00": 100})
    shown = spent.table().split("\n\n")[1].splitlines()
    assert shown[0] == "The most costly of 40 records"
    assert shown[1:3] == ["  100.000  page 00", "   39.000  page 39"]
    assert len(shown) == 1 + MOST


def test_a_worker_reports_what_it_has_not_reported_yet(clock):
    spent = watched()
    clock(2)
    with spent.of("page a"):
        clock(3)
    assert spent.taken() == (3, {"page a": 1})
    clock(4)
    assert spent.taken() == (1, {})
