"""The CPU time that a run costs, by stage and by record; measured only when it is asked for."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from time import process_time

MOST = 15
"""How many records are listed."""

_UNSEEN: AbstractContextManager[None] = nullcontext()


class Spent:
    """CPU seconds of this process and of its workers; of a record, without those within it."""

    def __init__(self) -> None:
        self.on = False
        self.stages: dict[str, list[float]] = {}
        self.records: dict[str, float] = {}
        self.workers: set[str] = set()
        self._stage = ""
        self._since = 0.0
        self._within: list[float] = []

    def watch(self) -> None:
        """Begin: what this process has spent so far is the time of its start."""
        self.__init__()  # type: ignore[misc]
        self.on = True
        self._stage = "starting"

    def stage(self, name: str) -> None:
        """Say what is done from now on."""
        if self.on:
            now = process_time()
            self._row(self._stage)[0] += now - self._since
            self._stage, self._since = name, now

    def of(self, record: str) -> AbstractContextManager[None]:
        """Book what is done within this context on a record, such as `page es/indicators/x`."""
        return self._booked(record) if self.on else _UNSEEN

    def add(self, seconds: float, records: Mapping[str, float], worker: str = "") -> None:
        """Book what a worker has spent, on the stage that asked for it and on its records."""
        if self.on:
            self.workers.add(worker)
            self._row(self._stage)[1] += seconds
            for record, there in records.items():
                self._book(record, there)

    def taken(self) -> tuple[float, dict[str, float]]:
        """Return the seconds and the records since this was last asked: what a worker reports."""
        now = process_time()
        seconds, self._since = now - self._since, now
        records, self.records = self.records, {}
        return seconds, records

    def table(self) -> str:
        """Return seconds by stage, here and in workers, and the most costly records."""
        self.stage(self._stage)
        there = f"{len(self.workers)} worker{'' if len(self.workers) == 1 else 's'}"
        shown = [f"{'CPU seconds':<44}{'here':>9}{there:>11}"]
        rows = [*self.stages.items(), ("in all", [sum(s) for s in zip(*self.stages.values())])]  # noqa: B905 (pairs all)
        shown += [f"{name:<44}{here:>9.3f}{away:>11.3f}" for name, (here, away) in rows]
        if self.records:
            shown += ["", f"The most costly of {len(self.records)} records"]
            most = sorted(self.records.items(), key=lambda found: (-found[1], found[0]))[:MOST]
            shown += [f"{seconds:>9.3f}  {record}" for record, seconds in most]
        return "\n".join(shown)

    def _book(self, record: str, seconds: float) -> None:
        self.records[record] = self.records.get(record, 0.0) + seconds

    def _row(self, stage: str) -> list[float]:
        return self.stages.setdefault(stage, [0.0, 0.0])

    @contextmanager
    def _booked(self, record: str) -> Iterator[None]:
        began = process_time()
        self._within.append(0.0)
        try:
            yield
        finally:
            whole = process_time() - began
            self._book(record, whole - self._within.pop())
            if self._within:
                self._within[-1] += whole


SPENT = Spent()
"""That of this process: what costs is found deep down, and it changes nothing."""

of = SPENT.of
