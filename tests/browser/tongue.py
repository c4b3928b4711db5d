"""Words that were left in the plan's first language on a page that promises another."""

import re
from collections.abc import Iterator
from typing import Any

from browser.published import Published
from lxml import html

FUNCTION_WORDS = re.compile(
    r"\b(a|and|are|as|at|be|by|for|from|has|have|in|is|it|its|not|of|on|or|our|out|so|that|the|there"
    r"|they|this|to|was|we|were|what|which|who|with)\b"
)
"""Two of these make a sentence of English; names and titles have one at most."""


def untranslated(site: Published, page: str) -> list[str]:
    """Return English that a page shows word for word as its English page does, and not as English.

    What is marked with `lang` may be English.
    """
    if site.language(page) == "en":
        return []
    said = set(_texts(site, page))
    both = said & set(_texts(site, site.translated(page, "en")))
    return [f"{page}: not translated, nor marked as English: {text}" for text in sorted(both)]


def _texts(site: Published, page: str) -> Iterator[str]:
    document = html.document_fromstring((site.folder / page).read_bytes())
    for element in document.iter():
        if not isinstance(element.tag, str):
            continue
        values = [element.get("aria-label"), element.get("alt"), element.get("content")]
        for text in (element.text, *values):
            yield from _english(text, element, document)
        yield from _english(element.tail, element.getparent(), document)


def _english(text: str | None, element: Any, document: Any) -> Iterator[str]:
    if not text or not re.search(r"\S\s", text.strip()):  # the path of a file is no sentence
        return
    if len(set(FUNCTION_WORDS.findall(text.lower()))) < 2:
        return
    marked = element.xpath("ancestor-or-self::*[@lang]/@lang")
    if not marked or marked[-1] == document.get("lang"):
        yield " ".join(text.split())
