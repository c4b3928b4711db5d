"""What the texts and tables of a file say about measures of which rows are hidden."""

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from planpress.audit.claim import Block, Claim
from planpress.audit.known import Known
from planpress.audit.letters import (
    entries_of,
    found_in_calendar,
    found_in_entry,
    found_in_pdf,
)
from planpress.audit.machine import about
from planpress.audit.names import folded
from planpress.audit.opened import PAGES
from planpress.audit.parts import About, Parts, parted
from planpress.audit.piecewise import Pieces, Reading
from planpress.audit.said import Said
from planpress.audit.suspicion import suspicious
from planpress.audit.vocabulary import Code, Telling, Vocabulary
from planpress.model.document import Document
from planpress.model.period import Period
from planpress.model.place import Place
from planpress.model.problem import Problem, notice
from planpress.store import Store

if TYPE_CHECKING:
    from lxml import etree

    from planpress.audit.pages import Page, Piece

UNREAD: About = ()
"""Under which it stands that a file could not be read."""

_LONG = 2000
"""From how many letters on what is around a text is looked at apart from it."""
_DIGIT = re.compile(r"\d")
_CLAUSE = re.compile(r"[;!?؛؟۔](?=\s|$)|\.(?=\s|$)|\n| \| | · ")
_NUMBER = re.compile(r"(?<![\w#])\d+(?:[.,]\d+)*(?!\w*-\w)")
_NAMED = re.compile(
    r"\b\d{4}-\d\d-\d\d(?:t[\d:.z+-]*)?|\b(?:19|20)\d\d(?:-\d\d)?\b|"
    r"\b(?:grades?|grados?|rule|regla)\s+\d+(?:\s*(?:to|and|a|y|-|,)\s*\d+)*"
)


class Clause(NamedTuple):
    """Some words with numbers in them, the people and the periods that they name."""

    said: str
    numbers: tuple[str, ...]
    people: frozenset[Code]
    periods: tuple[Period, ...]


class Passage(NamedTuple):
    """A run of text about measures of which rows are hidden."""

    about: About
    path: str
    what: str
    clauses: tuple[Clause, ...]


_Told = tuple[About, Claim | Passage | Problem]


class Reader:
    """Who reads texts: knows the words of the plan, and what a hidden row may be called by."""

    def __init__(self, known: Known, words: Vocabulary, telling: Telling, store: Store) -> None:
        self.known = known
        self.words = words
        self.telling = telling
        key = known.key("piece", known.every, words.key, words.every_period, telling.key)
        self.pieces = Pieces(key, words, store)
        # All texts of a file may stand in the same surroundings, which can be long.
        self.within = lru_cache(maxsize=4)(lambda text: telling.people.within(folded(text)))
        # What a page is suspected for is looked at once more as a block.
        self.suspect = lru_cache(maxsize=1)(self._suspect)
        self.measures = lru_cache(maxsize=2**8)(lambda text: words.measures_in(folded(text)))

    def said(self, said: Said) -> Parts:
        """Return what the texts of a file for machines say."""
        return parted(
            passage
            for block in said.blocks()
            if block.codes or self._block(block)
            for passage in self._passage(block)
        )

    def file(self, document: Document) -> Parts:
        """Return what any other file says: claims of its tables, and passages."""
        return parted(self._parts(document))

    def _parts(self, document: Document) -> Iterator[_Told]:
        if document.path.endswith(PAGES):
            yield from self._in_page(document)
            return
        if document.path.endswith(".xml"):
            yield from self._in_feed(document)
            return
        for found in self._found(document):
            if isinstance(found, Problem):
                yield UNREAD, found
            else:
                yield from self._passage(found)

    def _suspect(self, text: str) -> bool:
        return _DIGIT.search(text) is not None and self.telling.people.within(folded(text))

    def _found(self, document: Document) -> Iterator[Block | Problem]:
        path = document.path
        if path.endswith(".ics"):
            yield from filter(self._block, found_in_calendar(document))
        elif path.endswith(".pdf"):
            text = found_in_pdf(document)
            if text is None:
                yield _unread(document)
            elif self._block(text):
                yield text
        else:
            whole = document.content.decode("utf-8", "replace")
            block = Block(whole, path, "text", about(document, self.known.project))
            if self._block(block):
                yield block

    def _block(self, block: Block) -> bool:
        """Tell whether a text can tell a number about what is hidden."""
        text, around = block.text, block.around
        if len(around) < _LONG:
            return self.suspect(f"{text} {around}")
        if not _DIGIT.search(text) and not _DIGIT.search(around):
            return False
        return self.within(around) or any(map(self.telling.people.within, _folds(text, around)))

    def _named(self, block: Block) -> frozenset[str]:
        """Return the measures that a text is about."""
        text, around = block.text, block.around
        if block.about or len(around) < _LONG:
            return block.about or self.words.measures_in(folded(f"{text} {around}"))
        return self.measures(around).union(*map(self.words.measures_in, _folds(text, around)))

    def _in_page(self, document: Document) -> Iterator[_Told]:
        by_path = about(document, self.known.project)
        told_of = not by_path.isdisjoint(self.telling.hidden)
        if not told_of and not by_path:
            told_of = suspicious(document.content.decode("utf-8", "replace"), self.telling)
        if not told_of and not by_path:
            return
        from planpress.audit.pages import Page  # noqa: PLC0415 (lxml, only for new files)

        suspect = self.suspect if told_of else None
        page = Page(document.path, by_path, self.measures, suspect)
        pieces = (
            Reading(piece.written, repr(sorted(piece.below)), partial(self._of_piece, page, piece))
            for piece in page.pieces(document.content)
        )
        yield from self.pieces.told(document.path, pieces)

    def _of_piece(self, page: "Page", piece: "Piece") -> Iterator[_Told]:
        from planpress.audit.grids import claims_of_grid  # noqa: PLC0415 (lxml, for new files)
        from planpress.audit.pages import Grid  # noqa: PLC0415

        for found in page.found(piece):
            if isinstance(found, Grid):
                for one in claims_of_grid(found, self.words, self.known.project):
                    if isinstance(one, Claim):
                        yield (one.cell.indicator,), one
                    else:
                        yield from self._passage(one)
            elif self._block(found):
                yield from self._passage(found)

    def _in_feed(self, document: Document) -> Iterator[_Told]:
        entries = entries_of(document)
        if entries is None:
            block = Block(document.content.decode("utf-8", "replace"), document.path, "text")
            if self._block(block):
                yield from self._passage(block)
            return
        from lxml import etree  # noqa: PLC0415 (only for files that are new)

        pieces = (
            Reading(
                etree.tostring(entry, encoding="utf-8", with_tail=False),
                "",
                partial(self._of_entry, entry, document.path),
            )
            for entry in entries
        )
        yield from self.pieces.told(document.path, pieces)

    def _of_entry(self, entry: "etree._Element", path: str) -> Iterator[_Told]:
        for block in filter(self._block, found_in_entry(entry, path)):
            yield from self._passage(block)

    def _passage(self, block: Block) -> Iterator[tuple[About, Passage]]:
        """Yield what a text says of measures with hidden rows, if it says a number of any."""
        named = self._named(block) & self.telling.hidden
        if not named:
            return
        text = folded(block.text) if "\n" not in block.text else block.text
        beside = frozenset(block.codes)
        clauses = tuple(
            clause
            for written in _CLAUSE.split(text)
            if (clause := self._clause(written, beside, block.around))
        )
        if clauses:
            about_them = tuple(sorted(named))
            yield about_them, Passage(about_them, block.path, block.what, clauses)

    def _clause(self, written: str, beside: frozenset[Code], around: str) -> Clause | None:
        part, words = folded(written), self.words
        if not _NUMBER.search(part):
            return None
        rest = words.without_dates(_NAMED.sub(" ", words.without_names(part)))
        numbers = tuple(found[0] for found in _NUMBER.finditer(rest))
        if not numbers:
            return None
        people = {code for _, code in words.codes_in(part)}
        people |= beside or {code for _, code in words.codes_in(folded(around))}
        said = " ".join(written.split())[:160]
        return Clause(said, numbers, frozenset(people), tuple(words.periods_in(part)))


def _folds(text: str, around: str) -> tuple[str, str]:
    """Return a text, and where it meets what is around it."""
    end = text if len(text) < _LONG else text[-_LONG:].partition(" ")[2]
    return folded(text), folded(f"{end} {around[:_LONG].rpartition(' ')[0]}")


def _unread(document: Document) -> Problem:
    return notice(
        Place(document.made_from or document.path),
        "not-audited",
        "the letters of this PDF cannot be read, so nobody has checked what it tells",
        "Look yourself that it tells nothing about a result that the site hides.",
    )
