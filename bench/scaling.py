"""`python3 -m bench scale`: whether a page costs the same in a small plan and in a large one."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.generate import generate
from bench.inside import inside
from bench.measure import Cost, cost, middle
from bench.peers import ours
from bench.prose import Corpus
from bench.scale_table import judged

Write = Callable[[Path, int], None]


def words(folder: Path, records: int) -> None:
    """Write a plan of pages of words."""
    ours.write(Corpus(records), folder)


WRITERS: dict[str, Write] = {"words": words, "mixed": generate}
SMALLEST = {"words": 1, "mixed": 16}
"""The plan that stands for what every build costs, however small the plan is."""


def size(kind: str, records: int, repeats: int, *, staged: bool) -> dict[str, Any]:
    """Return what cold builds of one plan cost, and the stages of one more if asked."""
    with tempfile.TemporaryDirectory(prefix="planpress-bench-") as made:
        project = Path(made) / "plan"
        WRITERS[kind](project, records)
        costs: dict[str, list[Cost]] = {"cold": [], "unchanged": []}
        for at in range(repeats):
            said = f"bench: {at + 1} of {repeats}: {kind}, {records:,} records"
            print(said, file=sys.stderr, flush=True)
            for what, spent in costs.items():
                if what == "cold":
                    forget(project)
                spent.append(cost(ours.command(project, project), project))
        found = {
            "records": records,
            "pages": sum(1 for _ in (project / "site").rglob("*.html")),
            "runs": {what: asdict(middle(spent)) for what, spent in costs.items()},
        }
        if staged:
            forget(project)
            found["stages"] = stages(project)
        return found


def forget(project: Path) -> None:
    """Remove the site, and all that was kept of earlier builds."""
    for folder in ("site", ".cache"):
        shutil.rmtree(project / folder, ignore_errors=True)


def stages(project: Path) -> dict[str, float]:
    """Return the CPU seconds of each stage of a cold build."""
    options = ("--project", str(project), "--output", str(project / "site"))
    found: dict[str, float] = inside("stages.py", *options)["stages"]
    return found


def series(kind: str, sizes: Sequence[int], repeats: int) -> dict[str, Any]:
    """Return one kind of plan in all sizes, the smallest plan first, and the targets."""
    sizes = [SMALLEST[kind], *sorted(sizes)]
    ends = (sizes[1], sizes[-1])
    found = [size(kind, records, repeats, staged=records in ends) for records in sizes]
    return {"kind": kind, "repeats": repeats, "sizes": found, "targets": judged(kind, found)}


def options(parser: argparse.ArgumentParser) -> None:
    """Add what can be asked about sizes."""
    usual = [250, 500, 1000, 2000, 4000, 8000]
    parser.add_argument("--words", type=int, nargs="*", default=usual, help="plans of pages alone")
    usual = [250, 500, 1000]
    parser.add_argument("--mixed", type=int, nargs="*", default=usual, help="plans of every kind")


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    """Return the kinds of plan that were asked for."""
    kinds = {"words": asked.words, "mixed": asked.mixed}
    return {
        "series": [series(kind, sizes, asked.repeats) for kind, sizes in kinds.items() if sizes]
    }
