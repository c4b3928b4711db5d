"""Launcher: makes the environment when it is missing, then hands over to planpress.cli."""

# ruff: noqa: PTH120, PTH123, PTH208 - pathlib takes longer than all the rest, before every build

import os
import sys

ROOT = os.path.dirname(os.path.realpath(__file__))
LOCK = f"{ROOT}/requirements.lock"
VENV = f"{ROOT}/.venv"
STAMP = f"{VENV}/planpress.lock"
PYTHON = f"{VENV}/{'Scripts/python.exe' if os.name == 'nt' else 'bin/python'}"


def is_fresh() -> bool:
    """Whether `.venv` was made, to its end, from the lock as it is now."""
    try:
        with open(STAMP, "rb") as stamp, open(LOCK, "rb") as lock:
            return stamp.read() == lock.read()
    except OSError:
        return False


def has_dependencies() -> bool:
    """Whether the running interpreter already has the versions that the lock asks for.

    Looks at the names of what is installed: importlib.metadata takes too long to import.
    """
    wanted: dict[str, set[str]] = {}
    with open(LOCK, encoding="utf-8") as lock:
        for line in lock:
            name, pinned, rest = line.partition("==")
            if pinned and not name.startswith((" ", "#")):
                wanted.setdefault(name, set()).add(rest.replace(";", " ").split()[0])
    found: set[tuple[str, str]] = set()
    for folder in filter(os.path.isdir, sys.path):
        for installed in os.listdir(folder):
            if installed.endswith(".dist-info"):
                name, _, version = installed.removesuffix(".dist-info").rpartition("-")
                found.add((name.lower().replace("_", "-").replace(".", "-"), version))
    return all(any((name, v) in found for v in wanted[name]) for name in wanted)


def make_environment() -> None:
    """Make `.venv` from the lock; it counts only when everything is in it."""
    import shutil
    import subprocess

    print("planpress: first run or a new lock: installing into .venv …", file=sys.stderr)
    shutil.rmtree(VENV, ignore_errors=True)
    pip = [PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    try:
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        subprocess.run([*pip, "--require-hashes", "-r", LOCK], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SystemExit(
            f"planpress: could not make {VENV}: {error}\n"
            "Check the network and that Python's venv module is installed, then run this again."
        ) from None
    shutil.copyfile(LOCK, STAMP)


def main() -> int:
    """Run planpress in an interpreter that has its dependencies."""
    if sys.version_info < (3, 11):
        raise SystemExit("planpress needs Python 3.11 or later.")
    inside = os.path.realpath(sys.prefix) == os.path.realpath(VENV)
    if not (os.environ.get("PLANPRESS_NO_VENV") or (inside and is_fresh()) or has_dependencies()):
        if inside:
            raise SystemExit("planpress: .venv does not fit the lock; run this with python3.")
        if not is_fresh():
            make_environment()
        command = [PYTHON, f"{ROOT}/build.py", *sys.argv[1:]]
        if os.name == "nt":
            import subprocess

            return subprocess.call(command)
        os.execv(PYTHON, command)
    from planpress.cli import main as run

    return run(sys.argv[1:])


def leave(code: int) -> None:
    """End at once, unless a thread is at work or somebody looks on: taking a plan apart is slow."""
    threads = sys.modules.get("threading")
    if (not threads or threads.active_count() == 1) and not (sys.getprofile() or sys.gettrace()):
        try:
            for stream in filter(None, (sys.stdout, sys.stderr)):
                stream.flush()
            os._exit(code)
        except OSError:
            pass  # Python says it at an ordinary end
    sys.exit(code)


if __name__ == "__main__":
    leave(main())
