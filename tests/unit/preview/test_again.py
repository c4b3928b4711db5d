"""Builds after the first know what it has learnt, whatever the day."""

import sys
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest

from planpress.built import Later
from planpress.options import Options
from planpress.pipeline import Outcome
from planpress.preview.again import LATE, Again, on, warm
from planpress.progress import Progress

DAY = date(2026, 11, 22)


@pytest.fixture
def options(tmp_path: Path) -> Options:
    return Options(project=tmp_path, output=tmp_path / "site", today=DAY, strict=True)


def test_the_day_passes_and_what_was_kept_stays(options: Options) -> None:
    store, workers = options.store, options.workers
    later = on(options, date(2026, 11, 23))
    assert (later.today, later.strict) == (date(2026, 11, 23), True)
    assert later.store is store
    assert later.workers is workers
    assert on(options, DAY) is options


def test_every_build_is_made_on_its_day_with_one_store(
    options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    days, asked, said = iter([DAY, DAY, date(2026, 11, 23)]), [], []

    def build(options: Options, progress: Progress, _later: Later) -> Outcome:
        asked.append(options)
        said.append(progress)
        return Outcome(problems=())

    monkeypatch.setattr("planpress.preview.again.build", build)
    quiet = Progress(quiet=True)
    again = Again(options, lambda: quiet, day=lambda: next(days))
    for _ in range(3):
        again()
    assert [one.today.day for one in asked] == [22, 22, 23]
    assert len({id(one.store) for one in asked}) == 1
    assert said == [quiet] * 3


def test_what_a_build_leaves_for_later_is_done_once_before_the_next(
    options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def build(_options: Options, _progress: Progress, later: Later) -> Outcome:
        done.append("build")
        later(lambda: done.append("keep"))
        later(lambda: done.append("settle"))
        return Outcome(problems=())

    monkeypatch.setattr("planpress.preview.again.build", build)
    again = Again(options, lambda: Progress(quiet=True), day=lambda: DAY)
    again()
    assert done == ["build"]
    again()
    assert done == ["build", "keep", "settle", "build"]
    again.finish()
    again.finish()
    assert done[4:] == ["keep", "settle"]


def test_a_build_that_is_going_on_ends_at_its_next_step(
    options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[int] = []

    def build(_options: Options, progress: Progress, _later: Later) -> Outcome:
        progress.stage("rendering")
        for page in progress.each(range(9)):
            done.append(page)
            if page == 1:
                again.stop()
        return Outcome(problems=())

    monkeypatch.setattr("planpress.preview.again.build", build)
    again = Again(options, lambda: Progress(quiet=True), day=lambda: DAY)
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            again()
    assert done == [0, 1]


@pytest.mark.parametrize("name", LATE)
def test_what_is_warmed_is_there(name: str) -> None:
    assert find_spec(name)


def test_what_is_late_is_imported_and_charts_are_started(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    monkeypatch.setattr("planpress.preview.again.start", lambda: started.append(True))
    warm()
    assert [name for name in LATE if name not in sys.modules] == []
    assert started == [True]


def test_what_cannot_be_warmed_is_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planpress.preview.again.LATE", ("planpress.nowhere",))
    warm()
