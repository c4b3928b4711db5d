"""The work that is shared out, and in which batches; what is small is done here and now."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, zip_longest
from math import ceil
from typing import TYPE_CHECKING, Any, TypeVar

from planpress.spent import SPENT

if TYPE_CHECKING:
    from planpress.workers.labour import Done
    from planpress.workers.workforce import Workforce

T = TypeVar("T")
R = TypeVar("R")

WORTH = 1.0
"""Seconds of work below which none is shared out: starting processes takes half of that."""

_WORTH_AGAIN = 0.2
_BATCH = 0.1
_ROUNDS = 4
"""How many batches each worker gets at least, so that none waits long for the last one."""


class Lost(Exception):  # noqa: N818 (it says what has happened)
    """Worker processes of this machine were killed, or could not be started."""


class NoCluster(Exception):  # noqa: N818 (it says what there is not)
    """The cluster that was asked for cannot do the work; the message says why and what to do."""


def processors() -> int:
    """Return how many processors this process may use."""
    if sys.version_info >= (3, 13):
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _say(text: str) -> None:
    sys.stderr.write(text)


class Workers:
    """So many processes of this machine, or those of a cluster; each is started once, when needed.

    `executor` is an address such as `dask://scheduler:8786`; empty for this machine. `note` is told
    when work that was shared out has to be done here.
    """

    def __init__(self, jobs: int = 1, executor: str = "") -> None:
        self.jobs = jobs
        self.address = executor
        self.worth = WORTH
        self.note: Callable[[str], None] = lambda line: _say(f"planpress: {line}\n")
        self._force: Workforce | None = None
        self._told = False

    @property
    def alone(self) -> bool:
        """Whether all work is done in this process."""
        return self.jobs < 2 and not self.address

    def worthwhile(self, tasks: int, cost: float) -> bool:
        """Return whether so many tasks, of `cost` seconds each, would be shared out."""
        least = min(self.worth, _WORTH_AGAIN) if self._force else self.worth
        return not self.alone and tasks > 1 and tasks * cost >= least

    def share(
        self,
        run: Callable[..., R],
        tasks: Sequence[T],
        common: Any = None,
        *,
        cost: float = _BATCH,
    ) -> Iterator[R]:
        """Yield `run(task)` of every task, or `run(common, task)`, in the order of the tasks.

        `run` must be a function of a module; tasks, results and `common` must be picklable, and
        `common` is sent once to each worker and must not be changed. `cost` is about how many
        seconds a task takes: small work is done in this process, and small tasks go in batches.
        An exception of `run` comes as it is, in its place. The work begins at once, whether or not
        results are asked for; where a worker is killed, this process does its work.

        Raises:
            NoCluster: the cluster cannot be reached, or is not what this process is.
        """
        here = run if common is None else partial(run, common)
        if not self.worthwhile(len(tasks), cost):
            return map(here, tasks)
        size = max(1, min(ceil(_BATCH / cost), len(tasks) // (self._hired().hands * _ROUNDS)))
        batches = [tasks[start : start + size] for start in range(0, len(tasks), size)]
        given = self._given(run, batches, common)
        return chain.from_iterable(self._gathered(here, batches, given))

    def close(self) -> None:
        """End what was started, whatever it is at; more may be shared later."""
        force, self._force = self._force, None
        if force:
            force.close()

    def _given(
        self, run: Callable[..., R], batches: list[Sequence[T]], common: Any
    ) -> "list[Callable[[], Done[R]]]":
        """Hand the batches out; none, if workers cannot be started."""
        for _ in range(2):  # a second time where a worker has gone since it was last needed
            try:
                return self._hired().give(run, batches, common)
            except Lost:
                self.close()
        return []

    def _gathered(
        self,
        here: Callable[[T], R],
        batches: list[Sequence[T]],
        given: "list[Callable[[], Done[R]]]",
    ) -> Iterator[Iterable[R]]:
        for batch, result in zip_longest(batches, given):
            try:
                done = result() if result else None
            except Lost:
                self.close()
                done = None
            if done is None:
                self._tell()
                yield map(here, batch)
                continue
            SPENT.add(done.seconds, done.records, done.worker)
            yield done.results
            if done.failed:
                raise done.failed

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            self.note("A worker process was lost; its work is done by this one, more slowly.")

    def _hired(self) -> "Workforce":
        if self._force is None:
            from planpress.workers.workforce import hired  # noqa: PLC0415 (not needed for small work)

            self._force = hired(self.jobs, self.address)
        return self._force
