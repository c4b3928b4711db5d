"""Markdown as most texts have it, written as HTML at once: what the library would make of it.

That is headings, paragraphs, lists of single lines, bold words and links. A text with anything else
in it, be it a sign that only might mean something, is left to the library.
"""

import re
from collections.abc import Callable

_SIGNS = re.compile(
    r"[\\`<>&_{}|\"'~\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f\u3000\ufeff]"
)
_PAIRS = ("--", "...", " \n", "![", "][", "[^", ":   ")
"""What means something to the library, or might, besides what is written here; odd blanks too."""
_LINE = r"(?:\*\*)?[“„«(¿¡]?[^\W\d_][^\n]*"
_PARAGRAPH = re.compile(rf"{_LINE}(?:\n{_LINE})*")
_LIST = re.compile(rf"[-*] {_LINE}(?:\n[-*] {_LINE})*")
_HEADING = re.compile(r"(#{1,6}) ([^#*\[\]\n]+)")
_INLINE = re.compile(
    r"\*\*([^\s*\[\]](?:[^*\[\]\n]*[^\s*\[\]])?)\*\*|\[([^*\[\]\n]+)\]\(([\w/:.#?=%+~-]+)\)",
)
_MARK = re.compile(r"[*\[\]]")


class _OtherError(Exception):
    """A text has more in it than is written here."""


def plain_html(source: str, slug: Callable[[str], str]) -> str | None:
    """Return a text as HTML with anchors at its headings; None where the library has to make it.

    `slug` makes an anchor of the words of a heading.
    """
    source = source.strip("\n")
    if source[-1:] == " " or _SIGNS.search(source) or any(pair in source for pair in _PAIRS):
        return None
    try:
        return "\n".join(_blocks(source.split("\n\n"), slug))
    except _OtherError:
        return None


def _blocks(blocks: list[str], slug: Callable[[str], str]) -> list[str]:
    anchors: set[str] = set()
    found: list[str] = []
    for block in blocks:
        if _PARAGRAPH.fullmatch(block):
            found.append(f"<p>{_inline(block)}</p>")
        elif _LIST.fullmatch(block) and found[-1:] != ["</ul>"]:
            items = (f"<li>{_inline(line[2:])}</li>" for line in block.split("\n"))
            found += ("<ul>", *items, "</ul>")
        else:
            found.append(_heading(block, slug, anchors))
    return found


def _heading(block: str, slug: Callable[[str], str], anchors: set[str]) -> str:
    """Return a heading that has an anchor of its own."""
    found = _HEADING.fullmatch(block)
    words = found[2].strip() if found else ""
    anchor = slug(" ".join(words.split()))
    if not found or anchor in anchors:
        raise _OtherError
    anchors.add(anchor)
    level = len(found[1])
    return f'<h{level} id="{anchor}">{words}</h{level}>'


def _inline(text: str) -> str:
    """Return a text with its bold words and links."""
    if not _MARK.search(text):
        return text
    if _MARK.search(_INLINE.sub("", text)):
        raise _OtherError
    return _INLINE.sub(_marked, text)


def _marked(found: re.Match[str]) -> str:
    bold, words, target = found.groups()
    return f"<strong>{bold}</strong>" if bold else f'<a href="{target}">{words}</a>'
