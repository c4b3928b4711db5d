"""Which modules a command imports, in all the Python processes that it starts."""

import os
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench.measure import cost

HEAVY = ("pandas", "jinja2", "markdown", "altair", "vl_convert")
"""What a build that finds its work done must not import."""
OTHERS = ("numpy", "lxml", "babel", "pydantic", "highspy", "nh3", "multiprocessing")
_LINE = re.compile(r"(?m)^import time: +\d+ \| +\d+ \| +([\w.]+)$")


def imported(command: Sequence[str], folder: Path) -> Counter[str]:
    """Run a command, and return how many processes imported each module.

    Python itself says so for PYTHONPROFILEIMPORTTIME, in the processes that it starts too.
    """
    cost(command, folder, {**os.environ, "PYTHONPROFILEIMPORTTIME": "1"})
    return Counter(_LINE.findall((folder / "bench.log").read_text("utf-8", "replace")))


def heavy(modules: Counter[str], names: Sequence[str] = HEAVY) -> list[str]:
    """Return which of the named packages are among the modules."""
    return [name for name in names if modules[name]]
