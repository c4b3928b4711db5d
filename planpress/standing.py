"""How everything in the output stands: whether it is still as it was when we published it."""

import os
from collections.abc import Mapping
from stat import S_ISDIR

Standing = tuple[int, int, int]
"""Size, time of the last change in nanoseconds, and rights; of a folder its rights alone."""


def scanned(folder: str) -> dict[str, os.stat_result]:
    """Return all that is in a folder by its path, and the folder itself, whose path is empty.

    The path of any other folder ends with a slash. Links are not followed; in a missing folder
    there is nothing. Raises OSError if it cannot be read.
    """
    try:
        found = {"": os.stat(folder)}  # noqa: PTH116 (pathlib takes longer, here and below)
    except FileNotFoundError:
        return {}
    waiting = [""]
    while waiting:
        under = waiting.pop()
        place = f"{folder}/{under}"
        try:
            names = os.listdir(place)  # noqa: PTH208
        except FileNotFoundError:
            continue
        for name in names:
            try:
                there = os.lstat(place + name)
            except FileNotFoundError:  # removed at this moment
                continue
            path = under + name
            if S_ISDIR(there.st_mode):
                path += "/"
                waiting.append(path)
            found[path] = there
    return found


def standing(found: Mapping[str, os.stat_result]) -> dict[str, Standing]:
    """Return how everything stands that was found; what is in a file is not read."""
    return {
        path: (0, 0, there.st_mode) if S_ISDIR(there.st_mode) else stands(there)
        for path, there in found.items()
    }


def stands(there: os.stat_result) -> Standing:
    """Return how a file stands."""
    return there.st_size, there.st_mtime_ns, there.st_mode
