"""`python3 -m bench plans`: the plan of this repository and generated ones, built three times."""

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.generate import generate
from bench.inside import ROOT, inside
from bench.measure import Cost, Failed, cost, middle

ONCE_FROM = 500
"""A plan with so many records is measured once only: it takes minutes."""


def jeffco(folder: Path) -> None:
    """Copy the plan of this repository, so that nothing that was kept from it is used."""
    for part in ("content", "data"):
        shutil.copytree(ROOT / part, folder / part)


def made_up(records: int) -> Callable[[Path], None]:
    """Return what writes a generated plan of so many records."""
    return lambda folder: generate(folder, records)


def build(project: Path, *options: str) -> list[str]:
    """Return the command that a person would type."""
    here = [
        "--project",
        str(project),
        "--output",
        str(project.parent / "site"),
        "--quiet",
        "--no-pdf",
    ]
    return [sys.executable, str(ROOT / "build.py"), *here, *options]


def change_one_number(project: Path) -> None:
    """Add a tenth to the last value of a data file that has one, as a data refresh would."""
    for file in sorted((project / "data").glob("*.csv")):
        lines = file.read_text("utf-8").splitlines()
        cells = lines[-1].split(",")
        if len(lines) > 1 and re.fullmatch(r"\d+(\.\d+)?", cells[1]):
            cells[1] = f"{float(cells[1]) + 0.1:.1f}"
            file.write_text("\n".join([*lines[:-1], ",".join(cells)]) + "\n", "utf-8")
            return
    raise Failed("no data file of the plan has a number")


def measured(name: str, write: Callable[[Path], None], repeats: int) -> dict[str, Any]:
    """Return all figures of one plan, in a temporary folder that is removed."""
    with tempfile.TemporaryDirectory(prefix="planpress-bench-") as made:
        top = Path(made)
        project = top / "plan"
        project.mkdir()
        write(project)
        records = len([f for f in (project / "content").rglob("*.md") if f.name.count(".") == 1])
        repeats = 1 if records >= ONCE_FROM else repeats
        print(f"bench: {name}: {records} records", file=sys.stderr, flush=True)
        runs: dict[str, list[Cost]] = {"full": [], "warm": [], "edit": []}
        for _ in range(repeats):
            shutil.rmtree(top / "site", ignore_errors=True)
            runs["full"].append(cost(build(project, "--full"), top))
        shutil.rmtree(top / "site")
        shutil.rmtree(project / ".cache", ignore_errors=True)
        first = stages(project)
        for _ in range(repeats):
            runs["warm"].append(cost(build(project), top))
        again = stages(project)
        for _ in range(repeats):
            change_one_number(project)
            runs["edit"].append(cost(build(project), top))
        return {
            "name": name,
            "records": records,
            "pages": len(list((top / "site").rglob("*.html"))),
            "runs": {
                run: {"runs": repeats, **asdict(middle(costs))} for run, costs in runs.items()
            },
            "stages": {"full": first, "warm": again},
        }


def stages(project: Path) -> dict[str, Any]:
    """Return what bench/stages.py says about a build; the first one finds nothing kept."""
    return inside("stages.py", "--project", str(project), "--output", str(project.parent / "site"))


def options(parser: argparse.ArgumentParser) -> None:
    """Add what can be asked about plans."""
    parser.add_argument(
        "--records", type=int, nargs="*", default=[100, 1000], help="sizes of generated plans"
    )


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    """Return the figures of Jeffco and of the sizes that were asked for."""
    plans: dict[str, Callable[[Path], None]] = {"Jeffco": jeffco}
    plans |= {f"{records} records": made_up(records) for records in asked.records}
    return {"plans": [measured(name, write, asked.repeats) for name, write in plans.items()]}
