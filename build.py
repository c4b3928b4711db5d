"""Launcher: makes the environment when it is missing, then hands over to planpress.cli."""

import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "planpress.lock"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_fresh() -> bool:
    """Whether `.venv` was made, to its end, from the lock as it is now."""
    return STAMP.is_file() and STAMP.read_bytes() == LOCK.read_bytes()


def has_dependencies() -> bool:
    """Whether the running interpreter already has the versions that the lock asks for.

    Looks at the names of what is installed: importlib.metadata takes too long to import.
    """
    wanted: dict[str, set[str]] = {}
    for name, version in re.findall(r"(?m)^([a-z0-9-]+)==([^ ;\\]+)", LOCK.read_text("utf-8")):
        wanted.setdefault(name, set()).add(version)
    found: set[tuple[str, str]] = set()
    for folder in (Path(path) for path in sys.path if Path(path).is_dir()):
        for installed in folder.glob("*.dist-info"):
            name, _, version = installed.name.removesuffix(".dist-info").rpartition("-")
            found.add((re.sub("[-_.]+", "-", name).lower(), version))
    return all(any((name, v) in found for v in wanted[name]) for name in wanted)


def make_environment() -> None:
    """Make `.venv` from the lock; it counts only when everything is in it."""
    import shutil
    import subprocess

    print("planpress: first run or a new lock: installing into .venv …", file=sys.stderr)
    shutil.rmtree(VENV, ignore_errors=True)
    pip = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    try:
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        subprocess.run([*pip, "--require-hashes", "-r", str(LOCK)], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SystemExit(
            f"planpress: could not make {VENV}: {error}\n"
            "Check the network and that Python's venv module is installed, then run this again."
        ) from None
    STAMP.write_bytes(LOCK.read_bytes())


def main() -> int:
    """Run planpress in an interpreter that has its dependencies."""
    if sys.version_info < (3, 11):
        raise SystemExit("planpress needs Python 3.11 or later.")
    inside = Path(sys.prefix).resolve() == VENV.resolve()
    if not (os.environ.get("PLANPRESS_NO_VENV") or (inside and is_fresh()) or has_dependencies()):
        if inside:
            raise SystemExit("planpress: .venv does not fit the lock; run this with python3.")
        if not is_fresh():
            make_environment()
        command = [str(PYTHON), str(ROOT / "build.py"), *sys.argv[1:]]
        if os.name == "nt":
            import subprocess

            return subprocess.call(command)
        os.execv(PYTHON, command)
    from planpress.cli import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
