"""Whether a page may tell something about what is hidden: asked of all, before any is read."""

import re
from collections.abc import Iterator
from html import unescape

from planpress.audit.names import folded
from planpress.audit.vocabulary import Telling

_TAG = re.compile(r"<[^>]*>")
_STRETCH = 8000
"""So many letters are looked through at a time: most pages that are suspicious are so early."""


def suspicious(page: str, telling: Telling) -> bool:
    """Tell whether a page names a measure with hidden rows, and people or periods of one."""
    measures, people = telling.measures, telling.people
    measured = named = False
    longest = max((one.count(" ") for one in (*measures.names, *people.names)), default=0)
    for plain in _stretches(page, longest):
        measured = measured or measures.within(plain)
        named = named or people.within(plain)
        if measured and named:
            return True
    return measured and people.within(folded(_TAG.sub(" ", unescape(page))))


def _stretches(page: str, shared: int) -> Iterator[str]:
    """Yield a page, folded, in stretches that begin with the last words of the one before.

    A name with up to as many spaces as words are `shared` stands whole in one of them.
    """
    start, last = 0, ""
    while start < len(page):
        end = page.find(" ", start + _STRETCH)
        end = len(page) if end < 0 else end
        plain = f"{last} {folded(unescape(page[start:end]))}".strip()
        yield plain
        start, last = end, " ".join(plain.rsplit(" ", shared)[-shared:]) if shared else ""
