"""What a finished document refers to, and what can be referred to in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from planpress.model.document import Document

_IDS = etree.XPath("//@id | //a/@name", smart_strings=False)
_LINKS = etree.XPath(
    "//@href | //@src | //@poster | //object/@data | //@action | //@formaction"
    " | //@longdesc | //@*[name()='xlink:href']",
    smart_strings=False,
)
_SETS = etree.XPath("//@srcset | //@imagesrcset", smart_strings=False)
_STYLES = etree.XPath(
    "//@*[contains(., 'url(')] | //*[local-name()='style']/text()", smart_strings=False
)
_REFRESH = etree.XPath("//meta[@http-equiv]/@content", smart_strings=False)
_LOCATIONS = etree.XPath(
    "//*[local-name()='loc' or local-name()='link']/text()", smart_strings=False
)

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


def references(document: Document) -> References | None:
    """Return what an HTML, CSS, SVG or XML document refers to; None for any other kind."""
    ending = document.path.rpartition(".")[2].lower()
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
    # A parser of its own for each page: one that is shared keeps the log of every page.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        page = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return References()
    if page is None:
        return References()
    found = [*_texts(_LINKS(page)), *_in_style(_texts(_STYLES(page)))]
    for candidates in _texts(_SETS(page)):
        found += [part.split()[0] for part in _CANDIDATES.split(candidates) if part.strip()]
    for content_of_meta in _texts(_REFRESH(page)):
        refreshed = _REFRESHED.match(content_of_meta)
        if refreshed:
            found.append(refreshed[1])
    return References(tuple(_texts(_IDS(page))), _once(found))


def _in_xml(content: bytes) -> References:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        return References(fault=error.msg.rstrip(".") if error.msg else "it cannot be read")
    links = [*_texts(_LINKS(root)), *_in_style(_texts(_STYLES(root))), *_texts(_LOCATIONS(root))]
    return References(tuple(_texts(_IDS(root))), _once(links))


def _in_style(styles: Iterable[str]) -> list[str]:
    return [
        "".join(found)
        for style in styles
        for found in _URL.findall(_COMMENT.sub("", style))
        if any(found)
    ]


def _once(links: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.strip() for link in links))


def _texts(found: object) -> list[str]:
    return [str(text) for text in found] if isinstance(found, list) else []
