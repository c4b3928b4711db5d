"""Runs a script of bench/ in the interpreter that has planpress's dependencies."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.measure import Failed

ROOT = Path(__file__).resolve().parent.parent


def interpreter() -> str:
    """Return `.venv`'s Python, or this one if there is no `.venv`."""
    own = ROOT / ".venv" / "bin" / "python"
    return str(own) if own.exists() else sys.executable


def inside(script: str, *options: str) -> dict[str, Any]:
    """Return what the script prints as JSON, in its last line; raise Failed if it fails."""
    command = [interpreter(), str(ROOT / "bench" / script), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"bench/{script} failed:\n{done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
