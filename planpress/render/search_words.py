"""What there is to find in texts of records: their headings, and how they begin."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from planpress.facts.cells import Cells
from planpress.facts.noting import noting
from planpress.model.sections import Section, sections
from planpress.model.site import Site
from planpress.render.register import Entry

Texts = Mapping[str, tuple[str, str]]
"""By language how the text of a record begins, and the words of its headings."""

LENGTH = 160
"""Signs of a text that are shown of what was found."""

_OF_RECORDS = frozenset(
    ("indicator", "priority", "tactic", "initiative", "review", "report", "update", "page")
)
"""Templates of pages that are about one record, all words of which may be shown."""

_BLOCKS = re.compile(r"\n\s*\n")
_MARK = re.compile(r"[][*_`{}<>\\|#+^-]|\d\.")
"""Without one of these signs a text has no mark of Markdown."""
_LEFT_OUT = re.compile(
    r"\{\{.*?\}\}|\{:?[^{}\n]*\}|\[\^[^\]]*\]:?|<[^<>]*>"
    r"|^\*\[.*$|^[ >]*(?:[-*+]|\d+\.)[ \t]+|^[>|: -]+$",
    re.MULTILINE,
)
"""Shortcodes, attributes, footnotes, tags, abbreviations, signs of lists and of tables."""
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_SIGN = re.compile(r"(?<!\w)[*_`]+|[*_`]+(?!\w)|\\(?=[^\w\s])|\|")


def template_of(page: Entry) -> str:
    """Return the name of a page's template: what kind of page it is."""
    return page.template.removeprefix("pages/").removesuffix(".html")


def searched(pages: Iterable[Entry]) -> Iterator[tuple[Entry, str]]:
    """Yield the pages that readers may find, each with the key of the record that it is about."""
    for page in pages:
        if page.listed and not page.for_staff and page.path != "search/":
            of_record = page.records and template_of(page) in _OF_RECORDS
            yield page, page.records[0] if of_record else ""


def texts_of_records(site: Site, cells: Cells, keys: Iterable[str]) -> Mapping[str, Texts]:
    """Return what there is to find in the bodies of records, by their keys; empty ones are out.

    Only bodies that have changed are read: another sentence is mostly nothing new to find.
    """
    found = {}
    for key in keys:
        name = f"searched {key}"
        texts = cells.kept(name, b"")
        if texts is None:
            with noting() as facts:
                body = site.project.records[key].body.texts
            texts = {code: _told(sections(text)) for code, text in body.items()}
            cells.keep(name, b"", facts, texts)
        if texts:
            found[key] = texts
    return found


def _told(parts: Sequence[Section]) -> tuple[str, str]:
    return opening(parts), " ".join(heading_words(parts))


def heading_words(parts: Iterable[Section]) -> Iterator[str]:
    """Yield the words of the headings of a Markdown text."""
    return (plainly(part.heading) for part in parts if part.heading)


def opening(parts: Iterable[Section]) -> str:
    """Return how a Markdown text begins, in plain words; without its headings."""
    for part in parts:
        for block in _BLOCKS.split(part.parted[1]):
            words = plainly(block)
            if words:
                return shortened(words)
    return ""


def plainly(text: str) -> str:
    """Return a piece of Markdown without its marks, on one line."""
    if _MARK.search(text):
        text = _SIGN.sub("", _LINK.sub(r"\1", _LEFT_OUT.sub("", text)))
    return " ".join(text.split())


def shortened(text: str, length: int = LENGTH) -> str:
    """Return a text cut at a word where it has more signs than `length`."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[:length].rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:.–—-") + "…"
