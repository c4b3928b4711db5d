"""Links of one name lead to one place, or their surroundings tell them apart (WCAG 2.4.4)."""

from posixpath import dirname, join, normpath
from typing import Any

from browser.published import Published
from lxml import html

_AROUND = "ancestor::*[self::li or self::p or self::td or self::th or self::dd or self::figure][1]"
_REGION = "ancestor::*[self::nav or self::section or self::header or self::footer][1]"
_EMPTY = {"here", "click here", "more", "read more", "link", "aquí", "más", "leer más", "enlace"}


def ambiguous(site: Published, page: str) -> list[str]:
    """Return names of links that say nothing, or that stand for two places in one context."""
    document = html.document_fromstring((site.folder / page).read_bytes())
    found = []
    places: dict[tuple[str, str], str] = {}
    for link in document.xpath("//a[@href]"):
        name = _words(link.get("aria-label") or link.text_content())
        if name.lower().strip(" .…→›") in _EMPTY:
            found.append(f"a link that only says “{name}”: {link.get('href')}")
        place = _place(page, link.get("href"))
        other = places.setdefault((name, _context(document, link)), place)
        if other != place:
            found.append(f"“{name}” leads to {other} and to {place}, and nothing tells them apart")
    return [f"{page}: {what}" for what in found]


def _words(text: str) -> str:
    return " ".join(text.split())


def _place(page: str, href: str) -> str:
    if "://" in href or href.startswith(("mailto:", "tel:")):
        return href.partition("?")[0].replace("tel:+1", "tel:").replace("-", "")
    return page + href if href.startswith("#") else normpath(join(dirname(page), href))


def _context(document: Any, link: Any) -> str:
    """Return the words of the sentence, cell or item of a link, and the name of its region."""
    around = next(iter(link.xpath(_AROUND)), None)
    region = next(iter(link.xpath(_REGION)), None)
    row = next(iter(link.xpath("ancestor::tr[1]")), None)
    parts = [_words(each.text_content()) for each in (around, row) if each is not None]
    heading = link.xpath("preceding::*[self::h1 or self::h2 or self::h3][1]")
    parts += [_words(each.text_content()) for each in heading]
    if region is not None:
        named = document.get_element_by_id(region.get("aria-labelledby") or "", None)
        parts.append(
            region.get("aria-label") or ("" if named is None else _words(named.text_content()))
        )
    return " | ".join(parts)
