import errno
import multiprocessing
import threading
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from filelock import FileLock

from planpress.publish.lock import waiting


def _hold(folder: Path, held: Event, release: Event) -> None:
    with waiting(folder, print):
        held.set()
        release.wait(30)


def test_two_builds_wait_for_each_other_and_say_so_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    held, release = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(tmp_path, held, release))
    other.start()
    said: list[str] = []
    story: list[str] = []

    def say(words: str) -> None:
        said.append(words)
        story.append("released")
        release.set()

    try:
        assert held.wait(30)
        with waiting(tmp_path, say):
            story.append("mine")
    finally:
        release.set()
        other.join(30)
    assert story == ["released", "mine"]
    assert said == ["Another build is at work here; waiting until it is done."]


def test_two_threads_wait_for_each_other(tmp_path: Path) -> None:
    waited = threading.Event()

    def second() -> None:
        with waiting(tmp_path, lambda _: waited.set()):
            pass

    with waiting(tmp_path, print):
        thread = threading.Thread(target=second)
        thread.start()
        assert waited.wait(30)
    thread.join(30)
    assert not thread.is_alive()


def test_one_build_may_ask_twice(tmp_path: Path) -> None:
    said: list[str] = []
    with waiting(tmp_path, said.append):
        with waiting(tmp_path, said.append):
            pass
        assert [path.name for path in tmp_path.iterdir()] == [".planpress.lock"]
    assert said == []


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    with waiting(tmp_path / "new", print, name=".x.lock"):
        assert (tmp_path / "new" / ".x.lock").exists()
    assert list((tmp_path / "new").iterdir()) == []


def test_the_lock_is_freed_by_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), waiting(tmp_path, print):
        raise ZeroDivisionError
    with waiting(tmp_path, pytest.fail):
        pass


@pytest.mark.parametrize(("number", "goes_on"), [(errno.EROFS, True), (errno.ENOSPC, False)])
def test_where_nothing_may_be_written_nothing_is_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, goes_on: bool
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(FileLock, "acquire", fails)
    done = False
    if goes_on:
        with waiting(tmp_path, pytest.fail):
            done = True
        assert done
    else:
        with pytest.raises(OSError, match="no"), waiting(tmp_path, pytest.fail):
            pass
