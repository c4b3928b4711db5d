"""How workers are had: processes of this machine, or a Dask cluster."""

import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import forkserver
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import Any, Protocol, TypeVar

from planpress.spent import SPENT
from planpress.workers.interrupt import held_back
from planpress.workers.labour import Done, Order, begun, done
from planpress.workers.share import Lost

R = TypeVar("R")

ROOT = Path(__file__).resolve().parent.parent.parent

_GRACE = 5.0
"""Seconds for a process that was told to end."""


class Workforce(Protocol):
    """Workers that are there; `hands` is how many tasks they do at a time."""

    hands: int

    def give(
        self, run: Callable[..., R], batches: Sequence[Sequence[Any]], common: Any
    ) -> list[Callable[[], Done[R]]]:
        """Begin the work on all batches; return what waits for each."""
        ...

    def close(self) -> None:
        """End it, whatever it is at."""
        ...


def hired(jobs: int, address: str) -> Workforce:
    """Return `jobs` processes, or the cluster at `address`."""
    if address:
        from planpress.workers.cluster import Cluster  # noqa: PLC0415 (an optional library)

        return Cluster(address)
    return Processes(jobs)


class Processes:
    """Processes of this machine.

    On Linux they are forked by a server that has imported what the first work needs: with two
    workers 0.17 s of CPU and once the imports (spawned: 0.21 s and the imports in each). Forking
    this process would cost 0.06 s, but is not safe once a library has started threads.
    """

    def __init__(self, jobs: int) -> None:
        self.hands = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self._shared = 0

    def give(
        self, run: Callable[..., R], batches: Sequence[Sequence[Any]], common: Any
    ) -> list[Callable[[], Done[R]]]:
        """Begin the work on all batches; return what waits for each."""
        with held_back(), _lost():
            order = Order(run, common=self._kept(common), watched=SPENT.on)
            pool = self._pool = self._pool or _pool(self.hands, run.__module__)
            futures = [pool.submit(done, order, batch) for batch in batches]
            return [partial(_result, _ended(future)) for future in futures]

    def close(self) -> None:
        """End all processes at once: what they are at is not wanted any more."""
        pool, self._pool = self._pool, None
        if pool:
            processes = [*(pool._processes or {}).values()]  # noqa: SLF001 (public from 3.14 on)
            with held_back():
                pool.shutdown(wait=False, cancel_futures=True)
            for process in processes:
                process.terminate()
            for process in processes:
                process.join(_GRACE)
                process.kill()
            _stop_server()
        folder, self._folder = self._folder, None
        if folder:
            folder.cleanup()

    def _kept(self, common: Any) -> str:
        """Write what all tasks need where every process can read it; return the file."""
        if common is None:
            return ""
        self._folder = self._folder or TemporaryDirectory(prefix="planpress-")
        self._shared += 1
        file = Path(self._folder.name) / str(self._shared)
        file.write_bytes(pickle.dumps(common, protocol=5))
        for old in Path(self._folder.name).iterdir():
            if int(old.name) < self._shared - 1:
                old.unlink()
        return str(file)


@contextmanager
def _lost() -> Iterator[None]:
    try:
        yield
    except (BrokenExecutor, CancelledError, OSError) as error:
        raise Lost from error


def _ended(future: Future[Done[R]]) -> "SimpleQueue[Future[Done[R]]]":
    """Return where a future comes when it has ended: a queue is waited for without a lock."""
    queue: SimpleQueue[Future[Done[R]]] = SimpleQueue()
    future.add_done_callback(queue.put)
    return queue


def _result(ended: "SimpleQueue[Future[Done[R]]]") -> Done[R]:
    future = ended.get()
    ended.put(future)  # who asks again is answered again
    with held_back(), _lost():
        return future.result()


def _pool(jobs: int, needed: str) -> ProcessPoolExecutor:
    if sys.platform != "linux":
        context: Any = multiprocessing.get_context("spawn")
    else:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["planpress.workers.labour", needed])
        _start_server()
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=begun)


def _stop_server() -> None:
    """Wait for the end of the server, so that nothing outlives this process.

    Otherwise the time of all workers would be missing from that of this command, too.
    """
    stop = getattr(forkserver._forkserver, "_stop", None)  # noqa: SLF001 (it has no public name)
    if stop:
        stop()


def _start_server() -> None:
    """Start the server that forks workers, if there is none; it leaves Ctrl-C to this process.

    Before Python 3.14 it does not look for modules where this process does, but for this.
    """
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT), before)))
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before
