"""Keeps results in bench/results/, with the day, the machine and what was measured."""

import json
import os
import platform
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.inside import ROOT

RESULTS = ROOT / "bench" / "results"


def about(repeats: int) -> dict[str, Any]:
    """Return what the figures depend on; `commit` ends with `+` if files differ from it."""
    text = (ROOT / "planpress" / "__init__.py").read_text("utf-8")
    version = re.search(r'__version__ = "(.+?)"', text)
    return {
        "planpress": version[1] if version else "",
        "commit": _git("rev-parse", "--short", "HEAD") + ("+" if _git("status", "-s") else ""),
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "date": datetime.now(UTC).astimezone().date().isoformat(),
        "repeats": repeats,
    }


def _git(*words: str) -> str:
    try:
        done = subprocess.run(
            ["git", *words], cwd=ROOT, capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return done.stdout.strip()


def heading(name: str, where: dict[str, Any]) -> str:
    """Return the first lines of a result in Markdown."""
    version = " ".join(filter(None, (where["planpress"], where["commit"])))
    said = f"planpress {version}, Python {where['python']}, {where['machine']}, {where['date']}."
    return f"# Benchmark: {name}\n\n{said}\n\n"


def save(name: str, result: dict[str, Any], said: str, folder: Path = RESULTS) -> Path:
    """Write a result as JSON and as Markdown; return the latter's path."""
    where = result["about"]
    machine = re.sub(r"[^a-z0-9]+", "-", where["machine"].lower())
    folder.mkdir(exist_ok=True)
    file = folder / f"{where['date']}-{machine}-{name}.md"
    file.write_text(said, "utf-8")
    file.with_suffix(".json").write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    return file
