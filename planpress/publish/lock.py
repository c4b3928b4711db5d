"""Two builds of one project, or into one folder, wait for each other."""

import errno
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_held: set[tuple[str, int]] = set()
"""The locks that were free, by their files, and the threads that hold them."""


@contextmanager
def waiting(
    folder: Path, say: Callable[[str], None], *, name: str = ".planpress.lock"
) -> Iterator[None]:
    """Hold the lock of a folder, which is made if it is missing; wait for it and say so once.

    The lock is the file `name` in the folder, gone when nobody builds; the system frees it when a
    process dies. Whoever holds it may ask for it again. Where nothing may be written, nothing is
    locked: a build into such a folder fails by itself, and one into another has its own lock.
    """
    place = os.path.realpath(folder / name)
    me = place, threading.get_ident()
    if me in _held:
        yield
        return
    handle = _free(place)
    if handle is None:
        with _waited_for(place, say):
            yield
        return
    _held.add(me)
    try:
        yield
    finally:
        _held.remove(me)
        # Removed while it is held: whoever waits notices that the file is gone and makes a new one.
        Path(place).unlink(missing_ok=True)
        os.close(handle)


def _free(place: str) -> int | None:
    """Lock a file that nobody holds, and return its handle; None where that is not so simple."""
    if sys.platform == "win32":
        return None
    import fcntl  # noqa: PLC0415 (there is none on Windows)

    with suppress(OSError):
        os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120
        handle = os.open(place, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o644)
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(handle).st_nlink:
                return handle
        os.close(handle)
    return None


@contextmanager
def _waited_for(place: str, say: Callable[[str], None]) -> Iterator[None]:
    """Hold a lock that others may hold, on any system."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 (takes long, and hardly anybody waits)

    lock = FileLock(place, is_singleton=True)
    try:
        Path(place).parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        say("Another build is at work here; waiting until it is done.")
        lock.acquire()
    except OSError as error:
        if error.errno not in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise
    try:
        yield
    finally:
        if lock.lock_counter == 1 and os.name == "posix":
            Path(lock.lock_file).unlink(missing_ok=True)
        lock.release()
