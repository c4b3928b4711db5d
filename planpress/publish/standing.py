"""How the files of the output stand: whether they are still as they were when we published them."""

import os
from collections.abc import Mapping
from pathlib import Path

Standing = tuple[int, int, int]
"""Size, time of the last change in nanoseconds, and rights of a file."""


def standing(folder: Path) -> Mapping[str, Standing]:
    """Return how every file in a folder stands, by its path; links are not followed.

    A missing folder has none. What is meant is whether somebody else has touched a file: what is in
    it is not read.
    """
    found: dict[str, Standing] = {}
    waiting = [("", str(folder))]
    while waiting:
        under, place = waiting.pop()
        try:
            entries = os.scandir(place)
        except OSError:
            continue
        with entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{under}{entry.name}/", entry.path))
                elif entry.is_file(follow_symlinks=False):
                    now = entry.stat(follow_symlinks=False)
                    found[under + entry.name] = (now.st_size, now.st_mtime_ns, now.st_mode)
    return found
