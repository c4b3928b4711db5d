"""Files to text: encodings, line ends, and what staff can do when they are wrong."""

import os
import stat
from pathlib import Path

from planpress.model import problem
from planpress.model.place import Place
from planpress.model.problem import Problem

LARGEST = 100_000_000
"""The size in bytes above which a file of words or numbers is not read."""

_KINDS = {
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
    b"\0\0\xfe\xff": "UTF-32",
    b"PK\x03\x04": "an Excel or ZIP file",
    b"\xd0\xcf\x11\xe0": "an old or a protected Excel file",
    b"\x1f\x8b": "a compressed file",
    b"%PDF": "a PDF file",
}
_AGAIN = "Save it again as “CSV UTF-8” or, in an editor, with encoding UTF-8."
_PROBE = 4096


def read_text(file: Path, path: str) -> tuple[str | None, list[Problem]]:
    """Return the text of a UTF-8 file with or without BOM, its line ends made LF.

    `path` names the file in problems. The text is None where it cannot be read.
    """
    raw, problems = read_bytes(file, path)
    return text_of(raw, path) if raw is not None else (None, problems)


def text_of(raw: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """Return the text that the bytes of a file are; see `read_text`."""
    kind = _kind(raw)
    if kind:
        message = f"the file is {kind}, not UTF-8 text"
        return None, [_unreadable(Place(path, 1), message, _AGAIN)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", "replace")) + 1
        place = Place(path, before.count(b"\n") + 1, column)
        seen = raw[error.start : error.start + 1].decode("cp1252", "replace")
        message = f"the file is not UTF-8 text; here stands a byte that may be meant as “{seen}”"
        return None, [_unreadable(place, message, _AGAIN)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        return None, [_unreadable(Place(path, line), "the file has a zero byte in it", _AGAIN)]
    return text, []


def read_bytes(file: Path, path: str) -> tuple[bytes | None, list[Problem]]:
    """Return the bytes of a file that is not too large; None and the problem otherwise."""
    wrong = unfit(file, path)
    if wrong:
        return None, wrong
    try:
        return file.read_bytes(), []
    except OSError as error:
        return None, [_closed(path, error)]


def bytes_of(folder: Path | str, path: str) -> tuple[bytes | None, list[Problem]]:
    """Return the bytes of a file of a project as `read_bytes` does, in a fraction of the time."""
    file = f"{folder}/{path}"
    try:
        with open(file, "rb", buffering=0) as opened:  # noqa: PTH123 (Path is slow)
            found = os.fstat(opened.fileno())
            if stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST:
                return opened.readall(), []
    except OSError:
        pass  # told below
    return read_bytes(Path(file), path)


def unfit(file: Path, path: str) -> list[Problem]:
    """Return why a file is not to be opened: it is none, cannot be reached, or is too large."""
    try:
        found = file.stat()
    except OSError as error:
        return [_closed(path, error)]
    if not stat.S_ISREG(found.st_mode):
        hint = "Put a file with the words or numbers in its place."
        return [_unreadable(Place(path), "this is not a file", hint)]
    if found.st_size > LARGEST:
        size = -(-found.st_size // 1_000_000)
        message = f"the file has {size} MB; more than {LARGEST // 1_000_000} MB are not read"
        hint = "Look whether this is the right file; if it is, keep only the rows you publish."
        return [problem.error(Place(path), "too-large", message, hint)]
    return []


def _kind(raw: bytes) -> str:
    """Return what a file is that is not UTF-8 text, as far as its first bytes tell."""
    for mark, name in _KINDS.items():
        if raw.startswith(mark):
            return name
    probe = raw[:_PROBE]
    zeros = probe[::2].count(0), probe[1::2].count(0)
    half = len(probe) // 2
    if half > 3 and max(zeros) > half / 2 and min(zeros) < half / 10:  # a zero in every letter
        return "UTF-16"
    return ""


def _closed(path: str, error: OSError) -> Problem:
    hint = "Check that the file exists and that you may read it."
    return _unreadable(Place(path), f"cannot be read: {error.strerror}", hint)


def _unreadable(place: Place, message: str, hint: str) -> Problem:
    return problem.error(place, "unreadable", message, hint)
