"""A site that was audited: where every file says what it said, the same is found."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from planpress.audit.known import Known
from planpress.audit.opened import opened
from planpress.model.document import Document
from planpress.model.problem import Problem
from planpress.store import Store

if TYPE_CHECKING:
    from planpress.audit.opened import File
    from planpress.audit.parts import Parts
    from planpress.audit.said import Said
    from planpress.audit.texts import Texts
    from planpress.model.period import Form, Period
    from planpress.model.series import Codes

Marks = Mapping[str, tuple[str, str]]
"""The documents of a site in their order: path to what it was made from and its fingerprint."""


class Basis(NamedTuple):
    """What is taken from the files for machines to read the others by.

    `forms` are those in which tables write periods, by measure; `hidden` the rows that are not
    shown, and `periods` all of which there are rows: of interest only where some are hidden.
    """

    forms: "Mapping[str, Form | None]"
    hidden: "Mapping[str, Mapping[Codes, set[Period]]]"
    periods: "Sequence[Period]"


class Before(NamedTuple):
    """A site, what its files were read by, and what the audit found."""

    marks: Marks
    basis: Basis
    problems: tuple[Problem, ...]


class Differing(NamedTuple):
    """The documents in which a site differs from one before; those of that one are not there."""

    then: Sequence[Document]
    now: Sequence[Document]
    added: Sequence[Document]
    gone: Sequence[Document]

    @property
    def number(self) -> int:
        """How many differ."""
        return len(self.now) + len(self.added) + len(self.gone)


def marks_of(documents: Iterable[Document]) -> Marks:
    """Return what tells documents apart."""
    return {one.path: (one.made_from, one.fingerprint) for one in documents}


def differing(before: Marks, documents: Sequence[Document]) -> Differing | None:
    """Return how a site differs; None where its documents stand in another order."""
    now, marks = {document.path: document for document in documents}, marks_of(documents)
    both = [path for path in before if path in now]
    if len(now) < len(documents) or both != [path for path in now if path in before]:
        return None
    other = [path for path in both if before[path] != marks[path]]
    return Differing(
        then=[_gone(path, before) for path in other],
        now=[now[path] for path in other],
        added=[one for path, one in now.items() if path not in before],
        gone=[_gone(path, before) for path in before if path not in now],
    )


def _gone(path: str, before: Marks) -> Document:
    made_from, fingerprint = before[path]
    return Document.kept(path, fingerprint, 0, _unread, made_from)


def _unread() -> bytes:
    raise LookupError


def says_the_same(found: Differing, basis: Basis, known: Known, store: Store) -> bool:
    """Whether all files together say what they said, as far as that has been kept.

    Then whatever follows from it is the same, too: the rows, what can be worked out from them, and
    by which words texts are read.
    """
    heard = _Heard(basis, known, store)
    try:
        return all(
            not said(found.added) and not said(found.gone) and said(found.then) == said(found.now)
            for said in (heard.by_machines, heard.in_words)
        )
    except LookupError:  # it has been forgotten what a document said
        return False


_Seals = list[tuple[str, tuple[tuple[tuple[str, ...], str], ...]]]
"""Of each document that says something, what it is about and what stands for that, in order."""


class _Heard:
    """What some documents say, if files are read by the same as before."""

    def __init__(self, basis: Basis, known: Known, store: Store) -> None:
        self.basis = basis
        self.known = known
        self.store = store

    def by_machines(self, documents: Sequence[Document]) -> _Seals:
        files = tuple(opened(documents, self.store))
        return _seals((one.file.path, one.parts) for one in self._said(files))

    def in_words(self, documents: Sequence[Document]) -> _Seals:
        if not (self.basis.hidden and documents):
            return []
        files = tuple(opened(documents, self.store))
        return _seals(self._texts.of(files, self._said(files)))

    def _said(self, files: "Sequence[File]") -> "list[Said]":
        if not any(file.is_table or file.is_structure for file in files):
            return []
        from planpress.audit.said import structures, tables  # noqa: PLC0415 (not for pages alone)

        said = tables(files, self.known, self.store)
        return said + structures(files, self.known, self.basis.forms, self.store)

    @cached_property
    def _texts(self) -> "Texts":
        from planpress.audit.texts import Texts  # noqa: PLC0415 (only for hidden rows)

        return Texts(self.basis, self.known, self.store)


def _seals(said: "Iterable[tuple[str, Parts]]") -> _Seals:
    return [
        (path, tuple((about, seal) for about, (seal, _) in parts.items()))
        for path, parts in said
        if parts
    ]
