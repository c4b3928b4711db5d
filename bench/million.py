"""What a million rows cost to read, check, protect and assess: `python3 -m bench.million`.

A made-up district (bench/district.py) of 150 schools, 20 student groups, 10 years and 33 measures
is written to a temporary folder, and one of half and one of twice as many schools. Each is examined
as `build.py check` does it, in a process of its own; its CPU seconds are user and system time from
the start of Python on, its memory the largest resident set. Needs the interpreter that has the
dependencies, such as .venv/bin/python.
"""

import time

_AT_START = time.process_time()

import argparse  # noqa: E402
import json  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
from datetime import date  # noqa: E402
from itertools import pairwise  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from bench.district import Size, write  # noqa: E402
from bench.measure import Failed, cost  # noqa: E402
from bench.stages import STAGES, wrap  # noqa: E402
from bench.table import million  # noqa: E402

LIMITS = {"cpu": 15.0, "peak": 1536.0, "doubled": 2.2}
"""CPU seconds and MiB for the whole size; how many times as much twice the rows may cost."""


def examine(project: Path) -> dict[str, Any]:
    """Examine a project in this process; return CPU seconds by stage, and what was found."""
    spent = {"start of Python": _AT_START}
    began = time.process_time()
    from planpress import pipeline  # noqa: PLC0415

    spent["imports"] = time.process_time() - began
    spent |= dict.fromkeys(STAGES, 0.0)
    wrap(pipeline, spent)
    nowhere = project.parent / "site"
    from planpress.options import Options  # noqa: PLC0415

    options = Options(project=project, output=nowhere, today=date(2026, 11, 22))
    found = pipeline.examine(options)
    spent["the rest"] = time.process_time() - sum(spent.values())
    published = found.judged.series.values() if found.judged else ()
    return {
        "stages": {stage: round(cpu, 3) for stage, cpu in spent.items() if cpu},
        "rows": sum(len(series.observations) for series in published),
        "hidden": sum(row.hidden for series in published for row in series.observations),
        "problems": len(found.problems),
        "errors": [f"{p.place}: {p.message}" for p in found.problems if p.stops][:10],
    }


def measured(size: Size, seed: int) -> dict[str, Any]:
    """Write a district and examine it in a fresh process; raise Failed if that fails."""
    with tempfile.TemporaryDirectory(prefix="planpress-bench-") as made:
        project = Path(made) / "plan"
        write(project, size, seed)
        print(f"bench: {size.rows:,} rows written", file=sys.stderr, flush=True)
        used = cost([sys.executable, __file__, "--examine", str(project)], Path(made))
        said = (Path(made) / "bench.log").read_text("utf-8")
    found: dict[str, Any] = json.loads(said.splitlines()[-1])
    if found["errors"] or found["rows"] != size.rows:
        raise Failed(f"{found['rows']} of {size.rows} rows came out: {found['errors']}")
    return {"schools": size.schools, "cpu": round(used.cpu, 2), "peak": round(used.peak), **found}


def compared(sizes: list[dict[str, Any]], whole: int) -> dict[str, Any]:
    """Return what the sizes cost, how much twice the rows cost, and whether the limits hold."""
    doubled = [
        {what: round(two[what] / one[what], 2) for what in ("rows", "cpu", "peak")}
        for one, two in pairwise(sizes)
    ]
    whole_size = next(one for one in sizes if one["schools"] == whole)
    held = {
        "cpu": whole_size["cpu"] <= LIMITS["cpu"],
        "peak": whole_size["peak"] <= LIMITS["peak"],
        "doubled": all(one["cpu"] <= LIMITS["doubled"] for one in doubled),
    }
    return {"schools": whole, "limits": LIMITS, "held": held, "sizes": sizes, "doubled": doubled}


def main() -> int:
    """Measure the sizes, and print the figures and whether the limits hold."""
    parser = argparse.ArgumentParser(prog="python3 -m bench.million", description=__doc__)
    usual = Size()
    for name in ("schools", "years", "indicators"):
        parser.add_argument(f"--{name}", type=int, default=getattr(usual, name))
    parser.add_argument("--levels", action="store_true", help="schools make up levels as well")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--alone", action="store_true", help="without half and twice the size")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--write", type=Path, help="only write the district to this folder")
    parser.add_argument("--examine", type=Path, help="only examine the project in this folder")
    asked = parser.parse_args()
    if asked.examine:
        print(json.dumps(examine(asked.examine)))
        return 0
    schools = [asked.schools]
    if not asked.alone:
        schools = [asked.schools // 2, asked.schools, 2 * asked.schools]
    sizes = [Size(many, asked.years, asked.indicators, asked.levels) for many in schools]
    if asked.write:
        write(asked.write, sizes[len(sizes) // 2], asked.seed)
        return 0
    try:
        found = compared([measured(size, asked.seed) for size in sizes], asked.schools)
    except Failed as failed:
        print(f"bench: {failed}", file=sys.stderr)
        return 1
    print(json.dumps(found) if asked.json else "\n".join(million(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
