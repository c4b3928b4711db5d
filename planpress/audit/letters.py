"""The texts of feeds, calendars and documents to print."""

import re
import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from planpress.audit.claim import Block
from planpress.model.document import Document

if TYPE_CHECKING:
    from lxml import etree

LINK = re.compile(r"indicators/([^/]+)/")
"""A link to the page of an indicator."""

_TAG = re.compile(r"<[^>]*>")
_PDF_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_PDF_TEXT = re.compile(rb"\(((?:[^()\\]|\\.)*)\)")


def entries_of(document: Document) -> "Sequence[etree._Element] | None":
    """Return the entries of a feed, or else all of it; None where it is no XML."""
    from lxml import etree  # noqa: PLC0415 (only for files that are new)

    try:
        root = etree.fromstring(document.content, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return None
    return [one for one in root.iter(etree.Element) if _name(one) in ("entry", "item")] or [root]


def found_in_entry(entry: "etree._Element", path: str) -> Iterator[Block]:
    """Yield the texts of an entry of a feed, each together with what the entry is about."""
    links = " ".join(str(value) for one in entry.iter() for value in one.attrib.values())
    around = _plain(" ".join(str(text) for text in entry.itertext()) + " " + links)
    for one in entry.iter("*"):
        text = _TAG.sub(" ", one.text or "").strip()
        if text:
            yield Block(text, path, f"<{_name(one)}>", around=around)


def found_in_calendar(document: Document) -> Iterator[Block]:
    """Yield the texts of a calendar, each event's together with its title."""
    lines = re.sub(r"\r?\n[ \t]", "", document.content.decode("utf-8", "replace"))
    for event in re.split(r"BEGIN:V", lines):
        whole = _plain(event)
        for line in event.splitlines():
            name, _, text = line.partition(":")
            if text and not name.startswith(("DT", "UID", "LAST", "END", "SEQ", "TRIGGER")):
                text = re.sub(r"\\n", "\n", text).replace("\\", "")
                yield Block(text, document.path, name.partition(";")[0], around=whole)


def found_in_pdf(document: Document) -> Block | None:
    """Return the text of a PDF whose letters are written as such; None where none can be read."""
    found = []
    for stream in _PDF_STREAM.findall(document.content):
        try:
            drawn = zlib.decompress(stream)
        except zlib.error:
            drawn = stream
        if b"BT" in drawn:
            lines = (_PDF_TEXT.findall(line) for line in drawn.split(b"ET"))
            found += [b"".join(letters).decode("latin-1") for letters in lines]
    text = "\n".join(found)
    return Block(text, document.path, "text") if re.search(r"\w{3}", text) else None


def _plain(text: str) -> str:
    links = " ".join(name.replace("-", " ") for name in LINK.findall(text))
    return f"{_TAG.sub(' ', text)} {' '.join(LINK.findall(text))} {links}"


def _name(element: "etree._Element") -> str:
    return str(element.tag).rpartition("}")[2].lower()
