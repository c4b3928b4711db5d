"""What the Nu HTML checker says of a folder."""

import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

NOT_FAULTS = (
    # vnu takes each file for an origin of its own; a browser decides in test_traffic.py.
    r"Resource violates Content Security Policy \(meta tag\): external \w+ “[^”]*assets/",
    r"Resource violates Content Security Policy \(meta tag\): external script “index\.js”",
    # Its CSS checker does not know container queries (CSS Containment 3, in every browser).
    r"CSS: “container-type”: Property “container-type” doesn't exist\.",
    r"CSS: Unrecognized at-rule “@container”",
)


def faults(command: Sequence[str], folder: Path) -> list[str]:
    """Return errors and warnings about all HTML, CSS and SVG files of a folder, in one run."""
    files = sorted(
        str(file.relative_to(folder))
        for file in folder.rglob("*")
        if file.suffix in {".html", ".css", ".svg"}
    )
    options = ["--format", "json", "--stdout", "--exit-zero-always"]
    options += ["--also-check-css", "--also-check-svg"]
    done = subprocess.run(
        [*command, *options, *files], cwd=folder, capture_output=True, text=True, check=True
    )
    return [
        f"{message['url'].partition(folder.name + '/')[2]}:{message.get('lastLine', 0)}: "
        f"{message['message']} ({message.get('extract', '').strip()})"
        for message in json.loads(done.stdout)["messages"]
        if not any(re.match(known, message["message"]) for known in NOT_FAULTS)
    ]
