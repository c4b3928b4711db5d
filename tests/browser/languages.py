"""What robots, feeds and servers are told of a site's languages, and what is not asked."""

import re
from collections.abc import Iterator
from posixpath import dirname
from typing import Any

import icalendar
from browser.published import Published
from lxml import etree, html

NAMES = {
    "a": "http://www.w3.org/2005/Atom",
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}
REMEMBERING = re.compile(
    r"navigator\s*\.\s*(?:user)?languages?|\bcookie|(?:local|session)Storage|indexedDB"
    r"|\bcaches\b|document\.referrer|Accept-Language",
    re.IGNORECASE,
)
"""How a script learns of the reader's language, or keeps what was chosen."""
FORWARDING = re.compile(r"location\s*(?:\.\s*(?:href|replace|assign)|=[^=])", re.IGNORECASE)


def faults(site: Published, page: str) -> list[str]:
    """Return what a page says wrongly of its languages, or asks of its reader's."""
    document = html.document_fromstring((site.folder / page).read_bytes())
    found = [*_social(document, site, page), *_asked(document, site, page)]
    if page.endswith("404.html"):
        found += _not_found(document, site, page)
    return [f"{page}: {what}" for what in found]


def file_faults(site: Published) -> list[str]:
    """Return what is wrong in the sitemap, the feeds, the calendars and the headers."""
    found = [*_sitemap(site), *_headers(site), *_forwarding(site)]
    for language in site.languages:
        found += [*_feed(site, language), *_calendar(site, language)]
    return found


def _social(document: Any, site: Published, page: str) -> Iterator[str]:
    said: dict[str, list[str]] = {}
    for one in document.xpath("//meta[starts-with(@property, 'og:')]"):
        said.setdefault(one.get("property"), []).append(one.get("content"))
    if document.xpath("//meta[@name='robots'][@content='noindex']"):
        if said:
            yield "a page that is in no index is prepared for being passed on"
        return
    language = site.language(page)
    wanted = {
        "og:locale": [f"{language}_US"],
        "og:locale:alternate": [f"{code}_US" for code in site.languages if code != language],
        "og:url": document.xpath("//link[@rel='canonical']/@href"),
        "og:description": document.xpath("//meta[@name='description']/@content"),
    }
    for name, values in wanted.items():
        if sorted(said.get(name, [])) != sorted(values):
            yield f"{name} is {said.get(name)}, not {values}"
    for name in ("og:type", "og:title", "og:site_name"):
        if len(said.get(name, [])) != 1 or not said[name][0].strip():
            yield f"{name} is missing"


def _asked(document: Any, site: Published, page: str) -> Iterator[str]:
    if document.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']"):
        yield "it sends its readers elsewhere"
    for script in document.iter("script"):
        if script.get("type") == "application/ld+json":
            continue
        source = script.get("src")
        file = site.folder / dirname(page) / source.partition("?")[0] if source else None
        text = file.read_text("utf-8") if file and file.is_file() else script.text or ""
        for pattern in (REMEMBERING, FORWARDING):
            if pattern.search(text):
                yield f"a script reads or keeps the language, or leads away: {source or 'inline'}"


def _not_found(document: Any, site: Published, page: str) -> Iterator[str]:
    """A server shows this page at any address: its links are whole, and of its language."""
    home = site.address(site.translated("index.html", site.language(page)))
    for link in document.xpath("//a[not(@hreflang)]/@href"):
        inside = link.startswith(site.url) or not re.match(r"#|[a-z]+:", link)
        if inside and not link.startswith(home):
            yield f"a link that is not whole or leads to another language: {link}"
    for link in document.xpath("//link[@rel='stylesheet']/@href | //a[@hreflang]/@href"):
        if not link.startswith(site.url):
            yield f"a link that is not whole: {link}"


def _sitemap(site: Published) -> Iterator[str]:
    root = etree.fromstring((site.folder / "sitemap.xml").read_bytes())
    told = {
        entry.findtext("s:loc", None, NAMES): {
            link.get("hreflang"): link.get("href") for link in entry.findall("x:link", NAMES)
        }
        for entry in root.findall("s:url", NAMES)
    }
    for address, alternates in told.items():
        if set(alternates) != {*site.languages, "x-default"}:
            yield f"sitemap.xml: {address} has {sorted(alternates)}"
        if address not in alternates.values():
            yield f"sitemap.xml: {address} does not name itself"
        for other in alternates.values():
            if told.get(other) != alternates:
                yield f"sitemap.xml: {other} does not answer {address}"


def _feed(site: Published, language: str) -> Iterator[str]:
    files = {code: site.folder / site.translated("feed.xml", code) for code in site.languages}
    if not files[language].is_file():
        return
    feed = etree.fromstring(files[language].read_bytes())
    name = files[language].relative_to(site.folder)
    if feed.get("{http://www.w3.org/XML/1998/namespace}lang") != language:
        yield f"{name}: xml:lang is not {language}"
    others = {
        link.get("hreflang"): link.get("href")
        for link in feed.findall("a:link[@type='application/atom+xml']", NAMES)
        if link.get("rel") == "alternate"
    }
    wanted = {c: site.url + f.relative_to(site.folder).as_posix() for c, f in files.items()}
    if others != {code: address for code, address in wanted.items() if code != language}:
        yield f"{name}: the other languages are {others}"


def _calendar(site: Published, language: str) -> Iterator[str]:
    file = site.folder / site.translated("calendar.ics", language)
    if not file.is_file():
        return
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    if calendar["NAME"].params.get("LANGUAGE") != language:
        yield f"{file.relative_to(site.folder)}: its name is not in {language}"
    for event in calendar.walk("VEVENT"):
        if event["DESCRIPTION"].params.get("LANGUAGE") != language:
            yield f"{file.relative_to(site.folder)}: an entry is not in {language}: {event['UID']}"


def _headers(site: Published) -> Iterator[str]:
    lines = (site.folder / "_headers").read_text("utf-8").splitlines()
    rules = dict(zip(lines[::2], lines[1::2], strict=True))
    home = "/" + site.url.split("/", 3)[3]
    for page in site.pages:
        address = home + page.removesuffix("index.html")
        found = [
            value.removeprefix("  Content-Language: ")
            for rule, value in rules.items()
            if rule == address or (rule.endswith("*") and address.startswith(rule[:-1]))
        ]
        if found != [site.language(page)]:
            yield f"_headers: {address} is said to be in {found}"


def _forwarding(site: Published) -> Iterator[str]:
    if (site.folder / "_redirects").exists():
        yield "_redirects: readers are sent elsewhere"
    if re.search(r"Set-Cookie|Location:|Refresh:", (site.folder / "_headers").read_text("utf-8")):
        yield "_headers: more than languages is set"
