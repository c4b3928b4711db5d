"""What makes every result: this program, its interpreter and its libraries, as one digest."""

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache

HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 (pathlib takes longer)
_AT_ONCE = 1 << 15


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
    total = hashlib.sha256()
    for path, place in _files(folder, ""):
        content = _content(place)
        total.update(f"{path}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        total.update(content)
    return total.hexdigest()


def _files(folder: str, under: str) -> Iterator[tuple[str, str]]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name == "__pycache__":
            continue
        path = f"{under}{entry.name}"
        if entry.is_dir():
            yield path + "/", ""
            yield from _files(entry.path, path + "/")
        else:
            yield path, entry.path


def _content(place: str) -> bytes:
    """Return what is in a file; nothing for a folder, or for what cannot be read."""
    if not place:
        return b""
    try:
        handle = os.open(place, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError as error:
        return f"cannot be read: {error.errno}".encode()
    try:
        content = os.read(handle, _AT_ONCE)
        if len(content) < _AT_ONCE:
            return content
        parts = [content]
        while content := os.read(handle, _AT_ONCE):
            parts.append(content)
        return b"".join(parts)
    except OSError as error:
        return f"cannot be read: {error.errno}".encode()
    finally:
        os.close(handle)


def _libraries() -> set[str]:
    """Return what is installed, by the names of its folders: importlib.metadata is slow."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            found.update(name for name in os.listdir(folder or ".") if name.endswith(".dist-info"))  # noqa: PTH208
        except OSError:
            continue
    return found
