"""Plain words on the pages of a language in which every word that was translated is accented."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import get_month_names, get_quarter_names
from lxml import etree, html

WORD = re.compile(r"\b[A-Za-z]{2,}\b")
ADDRESS = re.compile(r"https?://\S+|\S+@\S+\.\w+|\S+\.(?:csv|json|xml|ics|html|pdf|md)\b|#\S+")
SPOKEN = ("aria-label", "aria-description", "aria-valuetext", "alt", "title", "placeholder")
NAMED = {"description", "og:title", "og:description", "og:site_name", "og:image:alt"}
SKIPPED = {"script", "style", "code"}
"""Programs, and the names of files and columns."""


class Known:
    """What may stand in plain letters: facts of the plan, and words that CLDR writes."""

    def __init__(self, code: str, facts: set[str]) -> None:
        locale = Locale.parse(code)
        written = [*locale.languages.values()]
        for width in ("wide", "abbreviated"):
            written += get_month_names(width, locale=locale).values()
            written += get_quarter_names(width, locale=locale).values()
        tongues = {Locale.parse(other).get_display_name() or "" for other in ("en", code)}
        either = sorted((*facts, *tongues), key=len, reverse=True)
        self.facts = re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in either))
        self.words = {word.lower() for text in written for word in WORD.findall(text)} | CLDR

    def left(self, text: str) -> str:
        """Return the plain words of a text that nothing accounts for; empty if there are none."""
        rest = self.facts.sub(" ", ADDRESS.sub(" ", " ".join(text.split())))
        words = [word for word in WORD.findall(rest) if word.lower() not in self.words]
        return " ".join(words)


CLDR = {"de", "kaj", "kb", "mb", "csv", "json", "pdf", "txt", "zip", "ar", "ag"}
"""Particles of dates and lists, units; names of formats and codes of ratings, the same for all."""


def on_page(file: Path, known: Known) -> Iterator[str]:
    """Yield the plain words that a page shows, says or draws."""
    document = html.document_fromstring(file.read_bytes())
    for where, text in _said(document):
        if left := known.left(text):
            yield f"{where}: {left} (in: {' '.join(text.split())[:120]})"


def _said(document: Any) -> Iterator[tuple[str, str]]:
    """Yield every text with where it stands: shown, drawn, read out, told to other programs."""
    for element in document.iter():
        if not isinstance(element.tag, str):
            continue
        if element.get("type") == "application/ld+json":
            yield from _linked(json.loads(element.text))
        if not _programs(element):
            yield element.tag, element.text or ""
        if element.getparent() is not None and not _programs(element.getparent()):
            yield element.getparent().tag, element.tail or ""
        for name in SPOKEN:
            yield f"{element.tag} {name}", element.get(name) or ""
        if (element.get("name") or element.get("property")) in NAMED:
            yield "meta", element.get("content") or ""


def _programs(element: Any) -> bool:
    return any(one.tag in SKIPPED for one in (element, *element.iterancestors()))


def _linked(value: Any) -> Iterator[tuple[str, str]]:
    """Yield the names and descriptions of linked data."""
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list):
            yield from _linked(inner)
    if isinstance(value, dict):
        for key in ("name", "description", "headline", "alternateName", "variableMeasured"):
            if isinstance(value.get(key), str):
                yield f"linked {key}", value[key]


def in_feed(file: Path, known: Known) -> Iterator[str]:
    """Yield the plain words of a feed's titles and texts."""
    atom = "{http://www.w3.org/2005/Atom}"
    for element in etree.parse(file).iter(
        f"{atom}title", f"{atom}subtitle", f"{atom}summary", f"{atom}content"
    ):
        text = element.text or ""
        if element.get("type") == "html" and text:
            text = html.fragment_fromstring(text, create_parent=True).text_content()
        if left := known.left(text):
            yield f"{element.tag.removeprefix(atom)}: {left}"


def in_calendar(file: Path, known: Known) -> Iterator[str]:
    """Yield the plain words of the entries of a calendar."""
    text = re.sub(r"\r\n[ \t]", "", file.read_bytes().decode())
    for line in text.splitlines():
        name, _, value = line.partition(":")
        if name.partition(";")[0] in {
            "SUMMARY",
            "DESCRIPTION",
            "X-WR-CALNAME",
            "X-WR-CALDESC",
            "NAME",
        }:
            said = value.replace("\\n", " ").replace("\\", "")
            if left := known.left(said):
                yield f"{name}: {left}"


def in_json(file: Path, code: str, known: Known) -> Iterator[str]:
    """Yield the plain words that a JSON file has for the language."""

    def walk(value: Any, way: str) -> Iterator[str]:
        if isinstance(value, dict):
            for key, inner in value.items():
                if key == code and isinstance(inner, str) and not inner.startswith("/"):
                    if left := known.left(inner):
                        yield f"{way}: {left}"
                else:
                    yield from walk(inner, f"{way}/{key}")
        elif isinstance(value, list):
            for at, inner in enumerate(value):
                yield from walk(inner, f"{way}/{at}")

    yield from walk(json.loads(file.read_text("utf-8")), "")
