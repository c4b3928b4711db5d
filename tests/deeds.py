"""What the tests let workers do: workers can only do what stands in a module they can import."""

import os
import signal
import threading
from multiprocessing import parent_process

from planpress.spent import of
from planpress.store import Store


def double(number):
    return 2 * number


def who(_):
    return os.getpid()


def added(common, number):
    return common["more"] + number


def identity_of(common, _):
    return os.getpid(), id(common)


class Refusal(Exception):  # noqa: N818
    def __init__(self, why, number):
        super().__init__(why, number)
        self.why, self.number = why, number


class Unportable(Exception):  # noqa: N818
    def __init__(self, why, more):
        super().__init__(why)


def refuse_three(number):
    if number == 3:
        raise Refusal("three is refused", number)
    return number


def refuse_unportably(number):
    raise Unportable("cannot travel", number)


def killed_at_three(number):
    """End the worker as a lack of memory does; in the process of the test, do the work."""
    if number == 3 and parent_process():
        os.kill(os.getpid(), signal.SIGKILL)
    return number, bool(parent_process())


def killed_once(folder, number):
    """End the first worker that comes here."""
    mark = folder / "killed"
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def booked(number):
    with of(f"record {number}"):
        return sum(i * i for i in range(100_000))


def hold(_):
    threading.Event().wait()


def settle(folder, keys, result):
    store = Store(folder)
    for key in keys:
        store.put(key, result)
    store.settle()


_HERE = []


def side_by_side(_):
    """Return how many threads are here at the same time."""
    _HERE.append(None)
    found = max(len(_HERE) for _ in range(20_000))
    _HERE.pop()
    return found


def miss(_):
    raise FileNotFoundError(2, "No such file or directory")


def counted(share, handed):
    """Count the tasks that are shared out."""

    def count(run, tasks, *common, **more):
        handed.append(len(tasks))
        return share(run, tasks, *common, **more)

    return count
