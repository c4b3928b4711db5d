"""Two builds of one project, or into one folder, wait for each other."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


@contextmanager
def waiting(
    folder: Path, say: Callable[[str], None], *, name: str = ".planpress.lock"
) -> Iterator[None]:
    """Hold the lock of a folder, which is made if it is missing; wait for it and say so once.

    The lock is the file `name` in the folder, gone when nobody builds; the system frees it when a
    process dies. Whoever holds it may ask for it again. Where nothing may be written, nothing is
    locked: a build into such a folder fails by itself, and one into another has its own lock.
    """
    lock = FileLock(os.path.realpath(folder / name), is_singleton=True)
    try:
        folder.mkdir(parents=True, exist_ok=True)
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
        # Removed while it is held: whoever waits notices that the file is gone and makes a new one.
        if lock.lock_counter == 1 and os.name == "posix":
            Path(lock.lock_file).unlink(missing_ok=True)
        lock.release()
