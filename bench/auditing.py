"""How much CPU the privacy audit of a whole site takes: `.venv/bin/python -m bench.auditing`.

The site of examples/foothills, or of another project, is made in memory; then planpress.audit reads
all of it, as it does before a site is published. Needs the interpreter that has the dependencies.
"""

import argparse
import json
import shutil
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
FOOTHILLS = ROOT / "examples" / "foothills"
LIMIT = 5.0
"""CPU seconds for the Foothills plan."""


def audited(project: Path, repeats: int) -> dict[str, Any]:
    """Return the median CPU seconds of an audit, of how many files, and how much it found."""
    from planpress.audit.site import audit  # noqa: PLC0415 (bench/__main__ needs none of it)

    with tempfile.TemporaryDirectory(prefix="planpress-bench-") as made:
        copy = Path(made) / project.name
        shutil.copytree(project, copy, ignore=shutil.ignore_patterns("site", ".cache", "golden"))
        documents, plan, languages = finished(copy)
        spent = []
        for _ in range(repeats):
            began = time.process_time()
            problems = audit(documents, plan, languages)
            spent.append(time.process_time() - began)
        kib = sum(len(document.content) for document in documents) // 1024
    return {
        "project": project.name,
        "documents": len(documents),
        "kib": kib,
        "hidden": hidden(project),
        "problems": len(problems),
        "cpu": round(median(spent), 2),
        "limit": LIMIT,
    }


def options_of(project: Path) -> Any:
    """Return the options of a build that uses nothing kept."""
    from planpress.options import Options  # noqa: PLC0415

    there = project / "site"
    return Options(project=project, output=there, today=date(2026, 11, 22), full=True)


def finished(project: Path) -> tuple[Any, ...]:
    """Build, and return what the audit is given: the documents, the plan and its languages."""
    from planpress import pipeline  # noqa: PLC0415

    given: list[tuple[Any, ...]] = []

    def noted(*arguments: Any) -> tuple[()]:
        given.append(arguments)
        return ()

    with patch.object(pipeline, "audited", noted):
        outcome = pipeline.build(options_of(project))
    if not given:
        raise SystemExit("\n".join(f"{p.place}: {p.message}" for p in outcome.problems if p.stops))
    return given[0][:3]


def hidden(project: Path) -> int:
    """Return how many rows may not be shown."""
    from planpress import pipeline  # noqa: PLC0415

    judged = pipeline.examine(options_of(project)).judged
    series = judged.series.values() if judged else ()
    return sum(row.hidden for one in series for row in one.observations)


def main() -> int:
    """Audit a site, and print the figures as JSON."""
    parser = argparse.ArgumentParser(prog="python3 -m bench.auditing", description=__doc__)
    parser.add_argument("--project", type=Path, default=FOOTHILLS)
    parser.add_argument("--repeats", type=int, default=3)
    asked = parser.parse_args()
    print(json.dumps(audited(asked.project.resolve(), asked.repeats)))
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
