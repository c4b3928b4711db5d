import io
from typing import ClassVar

import pytest

from planpress.progress import Progress
from planpress.spent import SPENT


class Terminal(io.StringIO):
    def isatty(self):
        return True


class Timer:
    """In place of threading.Timer: it goes off when the test says so."""

    made: ClassVar = []

    def __init__(self, seconds, go_off):
        self.seconds, self.go_off, self.running = seconds, go_off, False
        Timer.made.append(self)

    def start(self):
        self.running = True

    def cancel(self):
        self.running = False


@pytest.fixture
def at(monkeypatch):
    """Set the clock."""
    clock = [100.0]
    monkeypatch.setattr("planpress.progress.monotonic", lambda: clock[0])
    monkeypatch.setattr("threading.Timer", Timer)
    monkeypatch.delenv("TERM", raising=False)
    Timer.made.clear()

    def set_to(seconds):
        clock[0] = 100.0 + seconds

    return set_to


def last(terminal):
    return terminal.getvalue().rsplit("\r\x1b[K", 1)[-1]


def test_stages_and_notes_are_plain_lines_elsewhere(at):
    stream = io.StringIO()
    with Progress(stream) as progress:
        progress.stage("drawing charts", 2)
        at(50)
        progress.step()
        progress.note("a note")
        progress.stage("rendering pages")
    said = "planpress: drawing charts\nplanpress: a note\nplanpress: rendering pages\n"
    assert stream.getvalue() == said


def test_quiet_says_nothing_anywhere(at):
    for stream in (io.StringIO(), Terminal()):
        with Progress(stream, quiet=True) as progress:
            progress.stage("drawing charts", 2)
            at(50)
            progress.step()
            progress.note("a note")
        assert stream.getvalue() == ""
    assert not Timer.made


def test_a_dumb_terminal_gets_plain_lines(at, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    stream = Terminal()
    Progress(stream).stage("drawing charts")
    assert stream.getvalue() == "planpress: drawing charts\n"


def test_a_short_run_shows_no_bar(at):
    terminal = Terminal()
    with Progress(terminal) as progress:
        progress.stage("reading")
        at(0.5)
        progress.stage("drawing", 10)
        progress.step(9)
        assert Timer.made[0].running
    assert terminal.getvalue() == ""
    assert [timer.running for timer in Timer.made] == [False]


def test_a_long_run_shows_stage_count_and_time_left(at):
    terminal = Terminal()
    with Progress(terminal) as progress:
        progress.stage("reading")
        at(2)
        progress.stage("drawing", 40)
        assert last(terminal) == "planpress: drawing [........................] 0/40"
        at(12)
        progress.step(10)
        assert last(terminal) == (
            "planpress: drawing [######..................] 10/40 about 30 s left"
        )
        at(1002)
        progress.step()
        assert last(terminal).endswith("11/40 about 44 min left")
        at(1003)
        progress.step(50)
        assert "[########################] 40/40 about 1 s left" in last(terminal)
    assert last(terminal) == ""


def test_a_long_stage_without_steps_is_shown_too(at):
    terminal = Terminal()
    with Progress(terminal) as progress:
        progress.stage("reading")
        at(1)
        Timer.made[0].go_off()
        assert last(terminal) == "planpress: reading"


def test_steps_are_shown_ten_times_a_second_at_most(at):
    terminal = Terminal()
    with Progress(terminal) as progress:
        progress.stage("drawing", 5000)
        for millisecond in range(5000):
            at(millisecond / 1000)
            progress.step()
    assert 38 <= terminal.getvalue().count("/5000") <= 41


def test_a_note_stands_above_the_bar(at):
    terminal = Terminal()
    with Progress(terminal) as progress:
        at(2)
        progress.stage("drawing")
        progress.note("a note")
        assert last(terminal) == "planpress: a note\n"
        at(3)
        progress.step()
        assert terminal.getvalue().endswith("planpress: a note\n\r\x1b[Kplanpress: drawing")


def test_a_bar_is_never_wider_than_the_terminal(at):
    terminal = Terminal()
    with Progress(terminal) as progress:
        at(2)
        progress.stage("drawing " * 30, 10)
    assert max(len(part) for part in terminal.getvalue().split("\r\x1b[K")) == 79


def test_each_counts(at):
    progress = Progress(io.StringIO())
    progress.stage("drawing", 3)
    assert list(progress.each("abc")) == ["a", "b", "c"]
    assert progress.done == 3


def test_stages_are_those_of_the_profile(at):
    SPENT.watch()
    try:
        Progress(io.StringIO(), quiet=True).stage("drawing")
        sum(i * i for i in range(10_000))
        assert [line.split("  ")[0] for line in SPENT.table().splitlines()[1:]] == [
            "starting",
            "drawing",
            "in all",
        ]
    finally:
        SPENT.on = False
