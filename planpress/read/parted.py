"""A Markdown file in two: its front matter, and the words below it."""

import re
from typing import NamedTuple

from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.record import Record

_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
_END = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)


class Parted(NamedTuple):
    """The parts of the file at `path` as they are written; the words begin at `place`."""

    path: str
    front: str
    body: str
    place: Place


class Head(NamedTuple):
    """What front matter says: a record without body, digest and pages; None where it has errors."""

    record: Record | None
    problems: list[Problem]


def parted(path: str, text: str) -> tuple[Parted, list[Problem]]:
    """Split a file into front matter and body; `text` has LF line ends.

    Where one of the lines around the front matter is missing, there is none.
    """
    opening = _FENCE.match(text)
    if opening is None:
        message = "the file does not begin with front matter"
        hint = "Begin the file with a line ---, then the keys, then another line ---."
        problem = error(Place(path, 1), "front-matter", message, hint)
        return Parted(path, "", text, Place(path, 1)), [problem]
    closing = _END.search(text, opening.end())
    if closing is None:
        message = "the front matter is not closed"
        hint = "Put a line --- after the last key; the words of the page follow it."
        problem = error(Place(path, 1), "front-matter", message, hint)
        return Parted(path, "", "", Place(path, 1)), [problem]
    front, body = text[opening.end() : closing.start()], text[closing.end() :]
    skipped = len(body) - len(body.lstrip("\n"))
    line = text.count("\n", 0, closing.end()) + 1 + skipped
    return Parted(path, front, body.strip("\n"), Place(path, line, 1)), []
