import errno
import multiprocessing
import os
import subprocess
import sys
import threading
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

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


def test_whoever_has_waited_may_ask_twice_too(tmp_path: Path) -> None:
    said: list[str] = []
    theirs = FileLock(tmp_path / ".planpress.lock", thread_local=False)
    theirs.acquire()

    def say(words: str) -> None:
        said.append(words)
        theirs.release()

    with waiting(tmp_path, say), waiting(tmp_path, pytest.fail):
        assert len(said) == 1
        with pytest.raises(Timeout):
            theirs.acquire(timeout=0)
    assert list(tmp_path.iterdir()) == []


def test_a_lock_whose_file_was_removed_meanwhile_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between opening and locking it, whoever held it may have gone and taken the file along."""
    place, opened = tmp_path / ".planpress.lock", os.open

    def opens(path: str, *how: int) -> int:
        handle = opened(path, *how)
        if Path(path) == place:
            monkeypatch.setattr(os, "open", opened)
            place.unlink()
        return handle

    monkeypatch.setattr(os, "open", opens)
    with waiting(tmp_path, pytest.fail):
        assert place.exists()
        with pytest.raises(Timeout):
            FileLock(place).acquire(timeout=0)


def test_where_nobody_waits_nothing_is_imported_for_it(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom planpress.publish.lock import waiting\n"
        "with waiting(Path(sys.argv[1]), print):\n    print('filelock' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert said.stdout == ("True\n" if sys.platform == "win32" else "False\n")


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

    monkeypatch.setattr(os, "open", fails)
    monkeypatch.setattr(FileLock, "acquire", fails)
    done = False
    if goes_on:
        with waiting(tmp_path, pytest.fail):
            done = True
        assert done
    else:
        with pytest.raises(OSError, match="no"), waiting(tmp_path, pytest.fail):
            pass
