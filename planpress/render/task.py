"""A file that is to be made, or kept where all that it was made from is the same."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from planpress.facts.cells import Cells, made_of
from planpress.facts.noting import Fact, noting
from planpress.model.dataclass import dataclass
from planpress.model.document import Document
from planpress.spent import of

Loader = Callable[[str], Callable[[], bytes] | None]
"""Gives what reads a file of the site as it is published now; None where it is not as it was."""


class Task(NamedTuple):
    """A file at `path`, and what makes its bytes.

    `own` is what goes into it besides what it reads of the site, `made_from` the content file that
    a reader of a problem should open.
    """

    path: str
    make: Callable[[], bytes]
    own: object = ()
    made_from: str = ""


class _Result(NamedTuple):
    fingerprint: str
    size: int


@dataclass(frozen=True)
class Desk:
    """Where files are made: what the build before has made, and how to get at it."""

    cells: Cells
    load: Loader

    def done(self, task: Task) -> Document:
        """Return the file of a task; raises what its `make` raises."""
        own = made_of(task.own)
        kept = self.kept(task.path, own, task.made_from)
        if kept:
            return kept
        with of(f"file {task.path}"), noting() as facts:
            content = task.make()
        return self.made(Document(task.path, content, task.made_from), own, facts)

    def kept(self, path: str, own: bytes | None, made_from: str) -> Document | None:
        """Return a file if it was made before and would be the same again.

        `own` is the mark of what goes into it besides what it reads of the site; None if there is
        no telling.
        """
        load = self.load(path) if own is not None else None
        if own is None or load is None:
            return None
        found = self.cells.kept(path, own)
        if not isinstance(found, _Result):
            return None
        return Document.kept(path, found.fingerprint, found.size, load, made_from)

    def made(self, document: Document, own: bytes | None, facts: Collection[Fact]) -> Document:
        """Return a file that was made, and remember from which facts."""
        if own is not None:
            self.cells.keep(document.path, own, facts, _Result(document.fingerprint, document.size))
        return document
