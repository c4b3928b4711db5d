"""The texts and tables of HTML pages and of pictures."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

from planpress.audit.claim import Block
from planpress.audit.elements import (
    BLOCKS,
    Named,
    marked,
    measures_above,
    measures_of,
    tag_of,
    texts_of,
    whole_text,
)
from planpress.audit.letters import LINK

_SILENT = frozenset({"script", "style", "text"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_REMARKABLE = BLOCKS | _HEADINGS | {"table", "svg"}
_LARGE = 8000
"""From how many bytes on an element is cut."""
_RUN = 4000
"""Up to how many bytes elements are a piece of a page together."""
_SHORT = 1000
"""From how many bytes on a piece ends before a heading."""
_FRAMES = frozenset({"html", "body", "main", "article", "section"})
"""Elements that are never read whole."""
_UNCUT = frozenset({"table", "svg"})
"""Elements that are always read whole."""
_MOVED = re.compile(r"translate\(\s*[-\d.]+[ ,]+([-\d.]+)")


class Grid(NamedTuple):
    """A table: what is written above it, its headers, and its rows with the links in them."""

    path: str
    about: frozenset[str]
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], frozenset[str]], ...]


Suspect = Callable[[str], bool]
"""Whether a text can tell a number about what is hidden."""


class Piece(NamedTuple):
    """Elements of a page in its order, their markup, and what the heading above them is about.

    They stand for all that is in them if there is markup: what is found depends on nothing else.
    """

    elements: tuple[etree._Element, ...]
    written: bytes
    below: frozenset[str]

    def inside(self, *tags: str) -> Iterator[etree._Element]:
        """Yield what is read of it: all elements, or those with such names."""
        for element in self.elements:
            yield from element.iter(*(tags or (etree.Element,))) if self.written else (element,)


class Page(NamedTuple):
    """An HTML page or a picture, and how to read it.

    `about` are the indicators the whole page is about; a part of another page is about those that
    it, or else its heading, names or links to. Where no text can be suspect (`suspect` is None),
    tables alone are of interest.
    """

    path: str
    about: frozenset[str]
    named: Named
    suspect: Suspect | None

    def pieces(self, content: bytes) -> Iterator[Piece]:
        """Yield the page in pieces, in its order."""
        root = _root(content)
        if root is None:
            return
        below = self.about
        if self.suspect is None:
            for table in root.iter("table"):
                yield Piece((table,), b"", below)
            return
        for run, written in _runs(root):
            piece = Piece(run, written, below)
            yield piece
            for heading in piece.inside(*_HEADINGS):
                below = self._heard(heading, below)

    def found(self, piece: Piece) -> Iterator[Block | Grid]:
        """Yield the tables and the suspect runs of text of a piece."""
        below = piece.below
        for element in piece.inside():
            tag = tag_of(element)
            if tag in _HEADINGS:
                below = self._heard(element, below)
            if tag in _REMARKABLE or marked(element):
                yield from self._found(element, tag, below)

    def _heard(self, element: etree._Element, below: frozenset[str]) -> frozenset[str]:
        """Return what comes after the start of an element is about."""
        if self.about or element.tag not in _HEADINGS:
            return below
        return measures_of(element, self.named) or below

    def _found(
        self, element: etree._Element, tag: str, below: frozenset[str]
    ) -> Iterator[Block | Grid]:
        path, about, named = self.path, self.about, self.named
        if tag == "table":
            yield _grid(element, path, about or measures_above(element, named) or below)
        if self.suspect is None:
            return
        if tag == "svg":
            yield from _picture(element, path, about or below)
        if tag not in _SILENT:
            for text, what, around in texts_of(element, tag):
                if self.suspect(f"{text} {around}"):
                    here = about or measures_of(element, named) or below
                    yield Block(text, path, what, here, around=around)


def _root(content: bytes) -> etree._Element | None:
    if not content.strip():
        return None
    return etree.fromstring(content, etree.HTMLParser(encoding="utf-8", huge_tree=True))


def _runs(root: etree._Element) -> Iterator[tuple[tuple[etree._Element, ...], bytes]]:
    """Yield all elements in their order: small ones together, with markup, large ones alone."""
    run: list[etree._Element] = []
    written: list[bytes] = []
    size, left = 0, [root]
    while left:
        element = left.pop()
        tag, markup = tag_of(element), b""
        if tag not in _FRAMES:
            markup = _written(element)
        small = tag not in _FRAMES and (len(markup) < _LARGE or tag in _UNCUT)
        if run and (not small or size + len(markup) > _RUN or (tag in _HEADINGS and size > _SHORT)):
            yield tuple(run), b"".join(written)
            run, written, size = [], [], 0
        if small:
            run.append(element)
            written.append(markup)
            size += len(markup)
        else:
            yield (element,), b""
            left.extend(element.iterchildren(etree.Element, reversed=True))
    if run:
        yield tuple(run), b"".join(written)


def _written(element: etree._Element) -> bytes:
    return etree.tostring(element, encoding="utf-8", with_tail=False)


def _grid(table: etree._Element, path: str, about: frozenset[str]) -> Grid:
    caption = table.find("caption")
    above = "" if caption is None else whole_text(caption)
    lines = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    head = [
        row for row in lines if row.getparent() is not None and tag_of(row.getparent()) == "thead"
    ]
    if not head and lines and all(tag_of(cell) == "th" for cell in lines[0]):
        head = lines[:1]
    header = _cells(head[-1]) if head else ()
    rows = tuple(
        (
            _cells(row),
            frozenset(n for link in row.iter("a") for n in LINK.findall(link.get("href", ""))),
        )
        for row in lines
        if row not in head
    )
    return Grid(path, about, above, header, rows)


def _cells(row: etree._Element) -> tuple[str, ...]:
    found: list[str] = []
    for cell in row:
        if tag_of(cell) in ("td", "th"):
            span = str(cell.get("colspan", "1"))
            found += [whole_text(cell)] * (int(span) if span.isdigit() else 1)
    return tuple(found)


def _picture(svg: etree._Element, path: str, about: frozenset[str]) -> Iterator[Block]:
    """Yield the words of a picture that stand beside each other."""
    lines: dict[str, list[str]] = {}
    for text in svg.iter("text", "{http://www.w3.org/2000/svg}text"):
        parent = text.getparent()
        if parent is not None and "axis" in str(parent.get("class", "")):
            continue
        moved = _MOVED.search(str(text.get("transform", "")))
        at = moved[1] if moved else str(text.get("y", ""))
        lines.setdefault(at, []).append("".join(str(part) for part in text.itertext()))
    for words in lines.values():
        yield Block(" ".join(words), path, "words of a picture", about)
