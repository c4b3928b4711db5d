"""Whole processes, measured from outside: CPU seconds, wall time and peak memory."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

MIB = 2**20 if sys.platform == "darwin" else 2**10
"""How many units of ru_maxrss make a MiB."""


@dataclass(frozen=True)
class Cost:
    """What a process and all that it started cost; `peak` is its largest resident set in MiB."""

    cpu: float
    wall: float
    peak: float


class Failed(Exception):  # noqa: N818  # it says what happened
    """A measured command did not end with exit code 0."""


def cost(
    command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None
) -> Cost:
    """Run a command in a folder and return what it cost: user and system time, and peak memory.

    Raises Failed with the last lines of what the command said.
    """
    log = folder / "bench.log"
    began = time.perf_counter()
    with log.open("wb") as said:
        process = subprocess.Popen(
            command, cwd=folder, stdout=said, stderr=said, env=as_usual(environment)
        )
        _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        last = "\n".join(log.read_text("utf-8", "replace").splitlines()[-10:])
        raise Failed(f"exit code {process.returncode} from {' '.join(command)}\n{last}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / MIB)


def middle(costs: Iterable[Cost]) -> Cost:
    """Return the median of each figure."""
    found = list(costs)
    return Cost(
        median(one.cpu for one in found),
        median(one.wall for one in found),
        median(one.peak for one in found),
    )


def as_usual(environment: Mapping[str, str] | None) -> dict[str, str]:
    """Return an environment in which Python keeps its bytecode, as it does for everybody."""
    found = dict(os.environ if environment is None else environment)
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    return found
