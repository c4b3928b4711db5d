"""Installs the generators that are compared, each in a folder of its own outside the repository."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from bench.measure import Failed
from bench.peers.peer import Peer

USUAL = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "planpress-bench"
LIMIT = 600
"""Seconds that an installation may take."""


def installed(peer: Peer, tools: Path) -> Path:
    """Return the folder that a tool is installed in, installing it there first if need be.

    Raises Failed with the installer's last line.
    """
    if not peer.packages:
        return tools
    pins = "\n".join((*peer.packages, sys.version))
    named = f"{peer.name.lower()}-{hashlib.sha256(pins.encode()).hexdigest()[:8]}"
    folder = tools / "".join(c if c.isalnum() else "-" for c in named)
    done = folder / "installed.txt"
    if not done.exists():
        print(f"bench: installing {peer.version}", file=sys.stderr, flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for step in _steps(peer, folder):
            _run(step)
        done.write_text("\n".join(peer.packages) + "\n", "utf-8")
    return folder


def _steps(peer: Peer, folder: Path) -> list[list[str]]:
    if peer.node:
        install = ["npm", "install", "--prefix", str(folder), "--no-fund", "--no-audit"]
        return [[*install, *(package.replace("==", "@") for package in peer.packages)]]
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--disable-pip-version-check"]
    return [[sys.executable, "-m", "venv", str(folder)], [*pip, "--quiet", *peer.packages]]


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Failed(f"could not be installed: {error}") from None
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["it says nothing"]
        raise Failed(f"could not be installed: {last[0]}")
