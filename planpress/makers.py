"""What makes every result: this program, its interpreter and its libraries, as one digest."""

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache

HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 (pathlib takes longer)
_AT_ONCE = 1 << 15
_READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)


@cache
def makers() -> str:
    """Return a digest of all files of this package, and of the names and versions of its libraries.

    A key with it in it never finds what other code has kept.
    """
    total = hashlib.sha256(f"{sys.version}\0{sys.platform}\0".encode())
    total.update("\0".join(sorted(_libraries())).encode())
    total.update(contents_of(HERE).encode())
    return total.hexdigest()


def contents_of(folder: str) -> str:
    """Return a digest of all files in a folder, by path and content; a missing one has none.

    What Python and editors keep for themselves is left out, and no time of a file counts.
    """
    return told_apart(digests_of(folder))


def told_apart(files: Mapping[str, str]) -> str:
    """Return a digest of all files of a folder, of which each has a digest of its own."""
    listed = "".join(f"{path}\0{found}\0" for path, found in files.items())
    return hashlib.sha256(listed.encode("utf-8", "surrogateescape")).hexdigest()


def digests_of(folder: str) -> dict[str, str]:
    """Return the SHA-256 of every file in a folder, by its path and in a fixed order.

    A folder has none, and what cannot be read has the number of the system's error.
    """
    return {path: _digest(place) if place else "" for path, place in _files(folder, "")}


def _files(folder: str, under: str) -> Iterator[tuple[str, str]]:
    """Yield the path and the place of every file; of a folder the path alone."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name == "__pycache__":
            continue
        path = under + entry.name
        if entry.is_dir():
            yield path + "/", ""
            yield from _files(entry.path, path + "/")
        else:
            yield path, entry.path


def _digest(place: str) -> str:
    try:
        handle = os.open(place, _READING)
        try:
            found = hashlib.sha256(content := os.read(handle, _AT_ONCE))
            while len(content) == _AT_ONCE:
                found.update(content := os.read(handle, _AT_ONCE))
            return found.hexdigest()
        finally:
            os.close(handle)
    except OSError as error:
        return f"error {error.errno}"


def _libraries() -> set[str]:
    """Return what is installed, by the names of its folders: importlib.metadata is slow."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            found.update(name for name in os.listdir(folder or ".") if name.endswith(".dist-info"))  # noqa: PTH208
        except OSError:
            continue
    return found
