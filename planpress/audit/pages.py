"""The texts and tables of HTML pages and of pictures."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from planpress.audit.claim import Block
from planpress.audit.letters import LINK
from planpress.model.document import Document

_BLOCKS = frozenset(
    [
        "p",
        "li",
        "dd",
        "dt",
        "figcaption",
        "caption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "summary",
        "td",
        "th",
        "title",
        "desc",
        "label",
        "option",
        "div",
        "section",
        "blockquote",
        "pre",
        "legend",
        "text",
        "entry",
        "item",
        "description",
        "content",
        "subtitle",
    ]
)
_WITHIN = frozenset(["a", "b", "i", "em", "strong", "small", "sub", "sup", "abbr", "time"])
"""Elements that can stand within a word."""
_SILENT = frozenset({"script", "style", "text"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_SAID = ("alt", "aria-label", "title", "content", "placeholder", "value", "summary")
_REMARKABLE = _BLOCKS | _HEADINGS | {"table", "svg"}
_MARKED = etree.XPath(
    f"//*[{' or '.join(f'@{name}' for name in _SAID)} or @*[starts-with(name(), 'data-')]]"
)
"""Elements with an attribute that says something."""
_MOVED = re.compile(r"translate\(\s*[-\d.]+[ ,]+([-\d.]+)")


class Grid(NamedTuple):
    """A table: what is written above it, its headers, and its rows with the links in them."""

    path: str
    about: frozenset[str]
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], frozenset[str]], ...]


Named = Callable[[str], frozenset[str]]
"""Which indicators a text names."""

Suspect = Callable[[str], bool]
"""Whether a text can tell a number about what is hidden."""


def found_in_page(
    document: Document, about: frozenset[str], named: Named, suspect: Suspect | None
) -> Iterator[Block | Grid]:
    """Yield the tables and the suspect runs of text of an HTML page or a picture.

    Where no text of it can be suspect (`suspect` is None), these are the tables alone.

    `about` are the indicators the whole page is about; a part of another page is about those that
    it, or else its heading, names or links to.
    """
    root = _root(document)
    if root is None:
        return
    if suspect is None:
        yield from (_grid(table, document.path, about) for table in root.iter("table"))
        return
    below: frozenset[str] = about
    for element, tag in _remarkable(root):
        if tag in _HEADINGS:
            below = about or _about(element, named) or below
        elif tag == "table":
            yield _grid(element, document.path, about or _near(element, named) or below)
        elif tag == "svg":
            yield from _picture(element, document.path, about or below)
        if tag not in _SILENT:
            for text, what, around in _said(element, tag):
                if suspect(f"{text} {around}"):
                    here = about or _about(element, named) or below
                    yield Block(text, document.path, what, here, around=around)


def _root(document: Document) -> etree._Element | None:
    if not document.content.strip():
        return None
    return etree.fromstring(document.content, etree.HTMLParser(encoding="utf-8", huge_tree=True))


def _remarkable(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield the elements that say something, or stand for what is below them, with their names."""
    found = _MARKED(root)
    marked = set(found) if isinstance(found, list) else set()
    for element in root.iter(etree.Element):
        tag = _name(element)
        if tag in _REMARKABLE or element in marked:
            yield element, tag


def _said(element: etree._Element, tag: str) -> Iterator[tuple[str, str, str]]:
    """Yield the texts of an element: its attributes, with what they stand beside, and its own."""
    for name, value in element.items():
        key, text = str(name), str(value)
        said = key in _SAID or key.startswith("data-")
        if said and any(sign.isdigit() for sign in text):
            yield text, f"{key} of <{tag}>", _own_text(element)
    if tag in _BLOCKS:
        yield _own_text(element), f"<{tag}>", ""


def _name(element: etree._Element | None) -> str:
    return "" if element is None else _tag(element.tag)


@lru_cache(maxsize=2**10)
def _tag(tag: object) -> str:
    return str(tag).rpartition("}")[2].lower()


def _own_text(element: etree._Element) -> str:
    """Return the text of an element outside of the blocks inside of it."""
    parts: list[str] = []

    def collect(one: etree._Element) -> None:
        parts.append(one.text or "")
        for child in one:
            name = _name(child)
            if name in _BLOCKS or name in ("svg", "table", "script", "style"):
                parts.append(" ")
            elif isinstance(child.tag, str):
                apart = "" if name in _WITHIN else " "
                parts.append(apart)
                collect(child)
                parts.append(apart)
            parts.append(child.tail or "")

    collect(element)
    return "".join(parts).strip()


def _about(element: etree._Element, named: Named) -> frozenset[str]:
    linked = {name for link in element.iter("a") for name in LINK.findall(link.get("href", ""))}
    return frozenset(linked) or named("".join(str(text) for text in element.itertext()))


def _near(element: etree._Element, named: Named) -> frozenset[str]:
    caption = element.find("caption")
    return _about(caption, named) if caption is not None else frozenset()


def _grid(table: etree._Element, path: str, about: frozenset[str]) -> Grid:
    caption = table.find("caption")
    above = "" if caption is None else _text(caption)
    lines = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    head = [
        row for row in lines if row.getparent() is not None and _name(row.getparent()) == "thead"
    ]
    if not head and lines and all(_name(cell) == "th" for cell in lines[0]):
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
        if _name(cell) in ("td", "th"):
            span = str(cell.get("colspan", "1"))
            found += [_text(cell)] * (int(span) if span.isdigit() else 1)
    return tuple(found)


def _text(element: etree._Element) -> str:
    said = [str(one.get(name)) for one in element.iter() for name in _SAID if one.get(name)]
    return " ".join([*(str(text) for text in element.itertext()), *said]).strip()


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
