"""How much CPU the privacy audit of a whole site takes: `.venv/bin/python -m bench.auditing`.

The site of examples/foothills, or of another project, is made in memory; then planpress.audit reads
all of it, as it does before a site is published. Needs the interpreter that has the dependencies.
"""

import argparse
import json
import sys
import time
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOOTHILLS = ROOT / "examples" / "foothills"
LIMIT = 5.0
"""CPU seconds for the Foothills plan."""


def audited(project: Path, repeats: int) -> dict[str, Any]:
    """Return the median CPU seconds of an audit, of how many files, and how much it found."""
    from planpress import pipeline  # noqa: PLC0415 (bench/__main__ needs none of it)
    from planpress.audit.site import audit  # noqa: PLC0415

    nowhere = project.parent / "site"
    options = pipeline.Options(project=project, output=nowhere, today=date(2026, 11, 22), full=True)
    found = pipeline.examine(options)
    plan, judged = found.reading.project, found.judged
    if plan is None or judged is None:
        raise SystemExit("\n".join(f"{p.place}: {p.message}" for p in found.problems if p.stops))
    site = pipeline.assemble(options, found, plan, judged)
    pages, _ = pipeline.render(site)
    assets = pipeline.read_assets(options.folders("assets"))
    documents = (*pages, *found.files, *assets)
    spent = []
    for _ in range(repeats):
        began = time.process_time()
        problems = audit(documents, plan, found.languages)
        spent.append(time.process_time() - began)
    return {
        "project": project.name,
        "documents": len(documents),
        "kib": sum(len(document.content) for document in documents) // 1024,
        "hidden": sum(row.hidden for one in judged.series.values() for row in one.observations),
        "problems": len(problems),
        "cpu": round(median(spent), 2),
        "limit": LIMIT,
    }


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
