"""Files to text: encodings, line ends, and what staff can do when they are wrong."""

from pathlib import Path

from planpress.model import problem
from planpress.model.place import Place
from planpress.model.problem import Problem

_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"PK\x03\x04": "an Excel or ZIP file"}


def read_text(file: Path, path: str) -> tuple[str | None, list[Problem]]:
    """Return the text of a UTF-8 file with or without BOM, its line ends made LF.

    `path` names the file in problems. The text is None where it cannot be read.
    """
    try:
        raw = file.read_bytes()
    except OSError as error:
        hint = "Check that the file exists and that you may read it."
        return None, [_unreadable(Place(path), f"cannot be read: {error.strerror}", hint)]
    for mark, name in _MARKS.items():
        if raw.startswith(mark):
            hint = "Save it again as “CSV UTF-8” or, in an editor, with encoding UTF-8."
            return None, [_unreadable(Place(path, 1), f"the file is {name}, not UTF-8 text", hint)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        place = Place(path, before.count(b"\n") + 1, len(before) - before.rfind(b"\n"))
        seen = raw[error.start : error.start + 1].decode("cp1252", "replace")
        message = f"the file is not UTF-8 text; here stands a byte that may be meant as “{seen}”"
        hint = "Save it again as “CSV UTF-8” or, in an editor, with encoding UTF-8."
        return None, [_unreadable(place, message, hint)]
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        hint = "Save it again as “CSV UTF-8” or, in an editor, with encoding UTF-8."
        return None, [_unreadable(Place(path, line), "the file has a zero byte in it", hint)]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def _unreadable(place: Place, message: str, hint: str) -> Problem:
    return problem.error(place, "unreadable", message, hint)
