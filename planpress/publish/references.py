"""What a finished document refers to, and what can be referred to in it."""

import re
from collections.abc import Iterable

from planpress.model.dataclass import dataclass
from planpress.model.document import Document
from planpress.publish.markup import markup

KINDS = frozenset(("html", "htm", "svg", "xml", "css"))
"""The endings of the documents that refer to others."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_URL = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')"""
)
_CANDIDATES = re.compile(r",\s+|,$")
_REFRESHED = re.compile(r"\s*\d+\s*[;,]\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class References:
    """The ids of a document in order, its links once each, and why it could not be read."""

    ids: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    fault: str = ""


def ending_of(path: str) -> str:
    """Return which kind of document a path is, in small letters."""
    return path.rpartition(".")[2].lower()


def references(document: Document) -> References | None:
    """Return what an HTML, CSS, SVG or XML document refers to; None for any other kind."""
    ending = ending_of(document.path)
    if ending in {"html", "htm"}:
        return _in_html(document.content)
    if ending in {"svg", "xml"}:
        return _in_xml(document.content)
    if ending == "css":
        # In a style sheet `url(#a)` is about the page that uses it.
        links = _in_style([document.content.decode(errors="replace")])
        return References((), tuple(link for link in links if not link.startswith("#")))
    return None


def _in_html(content: bytes) -> References:
    found = markup(content)
    if found is None:
        from planpress.publish.tree import tree_of_page  # noqa: PLC0415 (most pages need no parser)

        found = tree_of_page(content)
    links = [*found.links, *_in_style(found.styles)]
    for candidates in found.sets:
        links += [part.split()[0] for part in _CANDIDATES.split(candidates) if part.strip()]
    for content_of_meta in found.refreshes:
        refreshed = _REFRESHED.match(content_of_meta)
        if refreshed:
            links.append(refreshed[1])
    return References(found.ids, _once(links))


def _in_xml(content: bytes) -> References:
    from planpress.publish.tree import tree_of_xml  # noqa: PLC0415 (pages need no parser)

    found, locations = tree_of_xml(content)
    if found is None:
        return References(fault=locations[0])
    links = [*found.links, *_in_style(found.styles), *locations]
    return References(found.ids, _once(links))


def _in_style(styles: Iterable[str]) -> list[str]:
    return [
        "".join(found)
        for style in styles
        for found in _URL.findall(_COMMENT.sub("", style))
        if any(found)
    ]


def _once(links: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.strip() for link in links))
