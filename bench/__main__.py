"""The benchmark: `python3 -m bench`, at the top of the repository; `--help` says what can be asked.

Needs Python alone: the measured builds are `python3 build.py …`, as a person would call them.
"""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.generate import generate
from bench.measure import Cost, Failed, cost, middle
from bench.table import markdown

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results"
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
    here = ["--project", str(project), "--output", str(project.parent / "site"), "--quiet"]
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


def inside(script: str, *options: str) -> dict[str, Any]:
    """Return what a script of bench/ prints in the interpreter that has the dependencies."""
    own = ROOT / ".venv" / "bin" / "python"
    command = [str(own) if own.exists() else sys.executable, str(ROOT / "bench" / script), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"bench/{script} failed:\n{done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def about(repeats: int) -> dict[str, Any]:
    """Return what the figures depend on."""
    text = (ROOT / "planpress" / "__init__.py").read_text("utf-8")
    version = re.search(r'__version__ = "(.+?)"', text)
    return {
        "planpress": version[1] if version else "",
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "date": datetime.now(UTC).astimezone().date().isoformat(),
        "repeats": repeats,
    }


def main() -> int:
    """Measure the plans that were asked for, print the tables, and save them if asked."""
    parser = argparse.ArgumentParser(prog="python3 -m bench", description=__doc__)
    parser.add_argument("--repeats", type=int, default=3, help="runs of which the median counts")
    parser.add_argument(
        "--records", type=int, nargs="*", default=[100, 1000], help="sizes of generated plans"
    )
    parser.add_argument(
        "--schools", type=int, default=150, help="of the million rows; 0 leaves them out"
    )
    parser.add_argument("--save", action="store_true", help="keep the result in bench/results/")
    asked = parser.parse_args()
    plans: dict[str, Callable[[Path], None]] = {"Jeffco": jeffco}
    plans |= {f"{records} records": made_up(records) for records in asked.records}
    result: dict[str, Any] = {"about": about(asked.repeats), "plans": []}
    try:
        subprocess.run([sys.executable, str(ROOT / "build.py"), "check"], check=True)
        result["assessing"] = inside("assessing.py")
        result["auditing"] = inside("auditing.py")
        if asked.schools:
            options = ("--json", "--schools", str(asked.schools))
            result["million"] = inside("million.py", *options)
        for name, write in plans.items():
            result["plans"].append(measured(name, write, asked.repeats))
    except (Failed, subprocess.CalledProcessError) as failed:
        print(f"bench: {failed}", file=sys.stderr)
        print(markdown(result))
        return 1
    print(markdown(result))
    if asked.save:
        where = result["about"]
        machine = re.sub(r"[^a-z0-9]+", "-", where["machine"].lower())
        RESULTS.mkdir(exist_ok=True)
        for ending, text in {
            "json": json.dumps(result, indent=1) + "\n",
            "md": f"# Benchmark\n\n{markdown(result)}",
        }.items():
            (RESULTS / f"{where['date']}-{machine}.{ending}").write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
