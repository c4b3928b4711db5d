"""The words of a text by which it is found: its headings, and how it begins."""

import re
from collections.abc import Iterator

from planpress.model.sections import sections

LENGTH = 160
"""Signs of a text that are shown of what was found."""

_LEFT_OUT = re.compile(
    r"\{\{.*?\}\}|\{:?[^{}\n]*\}|\[\^[^\]]*\]:?|<[^<>]*>"
    r"|^\*\[.*$|^[ >]*(?:[-*+]|\d+\.)[ \t]+|^[>|: -]+$",
    re.MULTILINE,
)
"""Shortcodes, attributes, footnotes, tags, abbreviations, signs of lists and of tables."""
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_SIGN = re.compile(r"(?<!\w)[*_`]+|[*_`]+(?!\w)|\\(?=[^\w\s])|\|")


def heading_words(text: str) -> Iterator[str]:
    """Yield the words of the headings of a Markdown text."""
    return (plainly(part.heading) for part in sections(text) if part.heading)


def opening(text: str) -> str:
    """Return how a Markdown text begins, in plain words; without its headings."""
    for part in sections(text):
        words = plainly(part.parted[1])
        if words:
            return shortened(words)
    return ""


def plainly(text: str) -> str:
    """Return a piece of Markdown without its marks, on one line."""
    return " ".join(_SIGN.sub("", _LINK.sub(r"\1", _LEFT_OUT.sub("", text))).split())


def shortened(text: str, length: int = LENGTH) -> str:
    """Return a text cut at a word where it has more signs than `length`."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[:length].rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:.–—-") + "…"
