"""What a picture of numbers says to somebody who cannot see it (WCAG 1.1.1)."""

import re
from typing import Any

from browser.published import Published
from lxml import html

_YEAR = re.compile(r"\d{4}|[٠-٩]{4}")
_DRAWN = ".//*[name()='text']"


def unspoken(site: Published, page: str) -> list[str]:
    """Return charts without a text of their own that states their numbers.

    Each has a title and a description, no two charts of a page the same; a number that the
    description states stands in the chart's table.
    """
    document = html.document_fromstring((site.folder / page).read_bytes())
    found = []
    seen: dict[tuple[str, str], str] = {}
    for figure in document.xpath("//figure[contains(@class, 'figure')][.//*[name()='svg']]"):
        name = figure.get("id") or "a chart without an id"
        texts = {_alternative(svg) for svg in figure.iter("svg")}
        for title, description in texts:
            found += [f"{name}: {fault}" for fault in _faults(title, description, figure)]
        for text in texts:
            if (other := seen.setdefault(text, name)) != name:
                found.append(f"{name} says the same as {other}: {text[0]}")
    return [f"{page}: {what}" for what in found]


def _alternative(svg: Any) -> tuple[str, str]:
    return tuple(" ".join((svg.findtext(name) or "").split()) for name in ("title", "desc"))


def _faults(title: str, description: str, figure: Any) -> list[str]:
    if not title or not description:
        return ["a chart without a title or a description"]
    if title == description:
        return ["its description only repeats its title"]
    stated = _numbers(description)
    table = figure.find(".//table")
    if table is None:
        return _unsaid(figure)
    known = _numbers(" ".join(table.itertext()))
    if known and not stated:
        return ["its description states no number"]
    if known and not stated & known:
        return [f"none of the numbers that it states is in its table: {sorted(stated)[:3]}"]
    return []


def _unsaid(figure: Any) -> list[str]:
    """Return the words of a picture without a table that its page says nowhere else.

    The days at an axis and words of one letter, such as “and” in Arabic, say nothing alone.
    """
    main = next(figure.iterancestors("main"), figure)
    there = set(_plain(main.xpath(".//text()[not(ancestor::*[name()='text'])]")))
    drawn = ["".join(text.itertext()) for text in figure.xpath(_DRAWN)]
    lacking = sorted(set(_plain([text for text in drawn if not _YEAR.search(text)])) - there)
    return [f"words that only the picture has, and no table: {lacking[:5]}"] if lacking else []


def _plain(texts: list[str]) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", " ".join(texts).casefold())


def _numbers(text: str) -> set[str]:
    """Return the numbers of a text, but the years of its periods, with digits of any script."""
    text = re.sub(r"\b(?:19|20)\d\d(?:[–-]\d\d)?\b", " ", text)
    return set(re.findall(r"\d+(?:[.,٫٬\u202f]\d+)*", text))
