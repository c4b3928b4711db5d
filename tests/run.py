"""The whole test suite: `python3 build.py test`. Arguments are given to pytest.

Installs what the tests need (tests/requirements.lock) beside the site's own dependencies, then runs
ruff, mypy, the import contract and pytest. All run, whatever the first ones say.
"""

import os
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "tests" / "requirements.lock"
TOOLS = Path(sys.executable).parent


def missing() -> bool:
    """Whether a version that the lock asks for is not installed."""
    wanted: dict[str, set[str]] = {}
    text = LOCK.read_text("utf-8")
    for name, version, marker in re.findall(r"(?m)^([a-z0-9-]+)==([^ ;\\]+)( ; .*win32)?", text):
        if not marker:
            wanted.setdefault(name, set()).add(version)
    try:
        return any(metadata.version(name) not in versions for name, versions in wanted.items())
    except metadata.PackageNotFoundError:
        return True


def install() -> int:
    """Install the locked test dependencies into the interpreter that runs."""
    print("planpress: installing what the tests need …", file=sys.stderr, flush=True)
    pip = [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    return subprocess.call([*pip, "--require-hashes", "-r", str(LOCK)])


def main(arguments: list[str]) -> int:
    """Return 0 if everything passed."""
    os.chdir(ROOT)
    if missing() and (install() or missing()):
        print("planpress: the test dependencies could not be installed.", file=sys.stderr)
        return 1
    steps = {
        "format": [str(TOOLS / "ruff"), "format", "--check", "--quiet", "."],
        "lint": [str(TOOLS / "ruff"), "check", "--quiet", "."],
        "types": [sys.executable, "-m", "mypy", "--no-error-summary"],
        "imports": [str(TOOLS / "lint-imports")],
        "tests": [sys.executable, "-m", "pytest", "-n", "2", "--dist", "worksteal", *arguments],
    }
    results = {}
    for name, command in steps.items():
        print(f"== {name}", flush=True)
        results[name] = subprocess.call(command) == 0
    print("== " + ", ".join(f"{name} {'ok' if ok else 'FAILED'}" for name, ok in results.items()))
    return 0 if all(results.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
