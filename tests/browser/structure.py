"""What must stand in the HTML of every page, read without a browser."""

import json
from collections import Counter
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any

from browser.published import Published
from lxml import html


def faults(site: Published, page: str) -> list[str]:
    """Return what is wrong in the structure of one page of a site."""
    document = html.document_fromstring((site.folder / page).read_bytes())
    found = [
        *_language(document, site.language(page)),
        *_headings(document),
        *_names(document),
        *_links(document),
        *_references(document),
        *_tables(document),
        *_skip_link(document),
        *_inline(document),
        *_switch(document, site, page),
        *_addresses(document, site, page),
    ]
    return [f"{page}: {what}" for what in found]


def repeated_titles(site: Published) -> list[str]:
    """Return the titles that two pages of one language share."""
    seen: dict[tuple[str, str], str] = {}
    found = []
    for page in site.pages:
        document = html.document_fromstring((site.folder / page).read_bytes())
        key = (site.language(page), (document.findtext(".//title") or "").strip())
        if key in seen:
            found.append(f"{page} has the title of {seen[key]}: {key[1]}")
        seen[key] = page
    return found


def _language(document: Any, language: str) -> Iterator[str]:
    if document.get("lang") != language:
        yield f"lang is {document.get('lang')}, not {language}"
    if not (document.findtext(".//title") or "").strip():
        yield "no title"
    for element in document.iter("main", "header", "footer"):
        if not element.text_content().strip():
            yield f"an empty {element.tag}"
    for name in ("main", "body/header", "body/footer"):
        if len(document.findall(f".//{name}")) != 1 and len(document.findall(f"./{name}")) != 1:
            yield f"not one {name}"


def _headings(document: Any) -> Iterator[str]:
    headings = list(document.iter("h1", "h2", "h3", "h4", "h5", "h6"))
    first = [heading for heading in headings if heading.tag == "h1"]
    if len(first) != 1:
        yield f"{len(first)} h1"
    before = 0
    for heading in headings:
        level = int(heading.tag[1])
        if level > before + 1:
            yield f"h{before} is followed by {heading.tag} “{heading.text_content().strip()}”"
        if not heading.text_content().strip():
            yield f"an empty {heading.tag}"
        before = level


def _names(document: Any) -> Iterator[str]:
    for image in document.iter("img"):
        if image.get("alt") is None:
            yield f"an img without alt: {image.get('src')}"
    for svg in document.iter("svg"):
        if svg.get("role") == "img":
            if not _named(document, svg):
                yield f"a picture without a name: viewBox {svg.get('viewbox')}"
        elif not svg.xpath("ancestor-or-self::*[@aria-hidden='true']"):
            yield f"an svg that is neither role=img nor hidden: {svg.get('class')}"
    for element in document.iter("nav", "aside"):
        if not (element.get("aria-labelledby") or element.get("aria-label")):
            yield f"a {element.tag} without a name"


def _links(document: Any) -> Iterator[str]:
    for link in document.iter("a", "button", "summary"):
        named = link.text_content().strip() or link.get("aria-label") or link.get("aria-labelledby")
        if not named:
            yield f"a {link.tag} without words: {link.get('href')}"


def _named(document: Any, svg: Any) -> bool:
    if (svg.get("aria-label") or "").strip():
        return True
    ids = (svg.get("aria-labelledby") or "").split()
    texts = [document.get_element_by_id(name, None) for name in ids]
    return bool(ids) and all(text is not None and text.text_content().strip() for text in texts)


def _references(document: Any) -> Iterator[str]:
    ids = Counter(document.xpath("//@id"))
    yield from (f"the id “{name}” stands {times} times" for name, times in ids.items() if times > 1)
    for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"):
        for value in document.xpath(f"//@{name}"):
            yield from (
                f"{name} names no element: {one}" for one in value.split() if one not in ids
            )


def _tables(document: Any) -> Iterator[str]:
    for table in document.iter("table"):
        caption = table.find("caption")
        words = caption.text_content().strip() if caption is not None else ""
        if not words:
            yield f"a table without a caption: {_short(table)}"
        if not table.findall(".//thead//th"):
            yield f"a table without column headers: {words}"
        yield from (
            f"a header without scope in “{words}”: {header.text_content().strip()}"
            for header in table.iter("th")
            if header.get("scope") not in {"col", "row", "colgroup", "rowgroup"}
        )
        around = table.xpath("ancestor::*[@tabindex='0'][@role][@aria-labelledby or @aria-label]")
        if not around:
            yield f"a table outside a named, focusable scrolling region: {words}"


def _short(element: Any) -> str:
    return " ".join(element.text_content().split())[:60]


def _skip_link(document: Any) -> Iterator[str]:
    links = document.findall(".//a[@href]")
    if not links or links[0].get("href") != "#main":
        yield "the first link does not skip to #main"
    main = document.get_element_by_id("main", None)
    if main is None or main.tag != "main":
        yield "no main with the id “main”"


def _inline(document: Any) -> Iterator[str]:
    yield from (f"an inline style: {style}" for style in document.xpath("//@style"))
    yield from ("a style element" for _ in document.iter("style"))
    yield from (
        "an inline script" for _ in document.xpath("//script[not(@src or contains(@type, 'json'))]")
    )
    yield from _data_blocks(document)
    yield from (
        f"an event handler: {name}" for name in document.xpath("//@*[starts-with(name(), 'on')]/..")
    )
    if not document.xpath("//meta[@http-equiv='Content-Security-Policy']"):
        yield "no content security policy"


def _data_blocks(document: Any) -> Iterator[str]:
    """Yield the data blocks that no search engine could read."""
    for block in document.xpath("//script[@type='application/ld+json']"):
        try:
            said = json.loads(block.text or "")
        except json.JSONDecodeError as fault:
            yield f"a data block that is no JSON: {fault}"
        else:
            if not isinstance(said, dict) or said.get("@context") != "https://schema.org":
                yield "a data block that does not speak schema.org"


def _switch(document: Any, site: Published, page: str) -> Iterator[str]:
    """The link to each other language leads to the same page there."""
    links = {
        link.get("hreflang"): link.get("href", "")
        for link in document.xpath("//header//a[@hreflang]")
    }
    for language in site.languages:
        if language == site.language(page):
            continue
        wanted = site.translated(page, language)
        if language not in links:
            yield f"no link to the page in {language}"
        elif _target(site, page, links[language]) != wanted:
            yield f"the link to {language} leads to {links[language]}, not to {wanted}"
        elif wanted not in site.pages:
            yield f"there is no page {wanted}"


def _target(site: Published, page: str, link: str) -> str:
    if link.startswith(site.url):
        link = link.removeprefix(site.url)
    else:
        link = normpath(join(dirname(page), link))
    return "index.html" if link == "" else link + "index.html" if link.endswith("/") else link


def _addresses(document: Any, site: Published, page: str) -> Iterator[str]:
    """The one address of the page, and that of the same page in every language."""
    canonical = document.xpath("//link[@rel='canonical']/@href")
    alternates = {
        link.get("hreflang"): link.get("href")
        for link in document.xpath("//link[@rel='alternate'][@hreflang]")
    }
    if page.endswith(("404.html", "translations/index.html")):
        if canonical or alternates:
            yield "a page that is shown anywhere, or to staff only, has no address of its own"
        if document.xpath("//meta[@name='robots']/@content") != ["noindex"]:
            yield "a page for no reader may be indexed"
        return
    if canonical != [site.address(page)]:
        yield f"canonical is {canonical}, not {site.address(page)}"
    wanted = {code: site.address(site.translated(page, code)) for code in site.languages}
    wanted["x-default"] = wanted[site.languages[0]]
    if alternates != wanted:
        yield f"alternates are {alternates}, not {wanted}"
    if not document.xpath("//meta[@name='description']/@content"):
        yield "no description"
