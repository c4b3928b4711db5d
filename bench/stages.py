"""One build in this process, and where its time went: printed as JSON.

Every function of a stage that planpress.pipeline calls is wrapped with a clock; the pipeline itself
is as it is. Run by bench/__main__.py in the interpreter that has the dependencies.
"""

import time

_AT_START = time.process_time()

import argparse  # noqa: E402
import json  # noqa: E402
import sys  # noqa: E402
from collections.abc import Callable  # noqa: E402
from datetime import date  # noqa: E402
from pathlib import Path  # noqa: E402
from types import FunctionType  # noqa: E402
from typing import Any  # noqa: E402

ELSEWHERE = {"pictures": "chart", "built": "recall", "world": "recall", "recording": "recall"}
"""Modules outside the packages of stages, and the stage that they are shown as."""
STAGES = (
    "recall",
    "read",
    "check",
    "protect",
    "assess",
    "chart",
    "render",
    "audit",
    "links",
    "publish",
)


def clocked(spent: dict[str, float], stage: str, run: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function, its CPU seconds added to what its stage has spent."""

    def timed(*arguments: Any, **named: Any) -> Any:
        began = time.process_time()
        try:
            return run(*arguments, **named)
        finally:
            spent[stage] += time.process_time() - began

    return timed


def wrap(pipeline: Any, spent: dict[str, float]) -> None:
    """Put a clock around every function of a stage that the pipeline has imported."""
    for name, thing in list(vars(pipeline).items()):
        if not isinstance(thing, FunctionType) or name == "waiting":
            continue
        package, _, rest = thing.__module__.partition(".")
        stage = rest.partition(".")[0]
        stage = ELSEWHERE.get(stage, stage)
        if package == "planpress" and stage in STAGES:
            shown = "links" if name == "broken_links" else stage
            setattr(pipeline, name, clocked(spent, shown, thing))


def main() -> int:
    """Build and print {"stages": {name: CPU seconds}, "cpu": their sum}."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--project", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    asked = parser.parse_args()
    spent = {"start of Python": _AT_START}

    began = time.process_time()
    from planpress import pipeline  # noqa: PLC0415

    spent["imports"] = time.process_time() - began
    spent |= dict.fromkeys(STAGES, 0.0)
    wrap(pipeline, spent)
    from planpress.options import Options  # noqa: PLC0415

    options = Options(project=asked.project, output=asked.output, today=date(2026, 11, 22))
    outcome = pipeline.build(options)
    if outcome.published is None:
        for problem in outcome.problems:
            print(f"{problem.place}: {problem.message}", file=sys.stderr)
        return 1
    whole = time.process_time()
    spent["the rest"] = whole - sum(spent.values())
    print(json.dumps({"stages": spent, "cpu": whole}))
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    sys.exit(main())
