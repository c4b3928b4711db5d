"""The last touch on cleaned HTML: what Markdown cannot say and a page needs."""

import html
import re
from collections.abc import Callable
from itertools import count
from typing import NamedTuple

from markupsafe import Markup, escape

from planpress.model.language import Language

_TAG = re.compile(r"<(?P<end>/?)(?P<tag>h[1-6]|table|thead|th|td|img|a)(?P<rest>(?:\s[^>]*)?)>")
_HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
_TITLE = re.compile(r"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)
_ALIGN = re.compile(r' align="(left|center|right)"')
_LINKED = re.compile(r"<(?:a|img)\s[^>]*>")
_TARGET = re.compile(r' (href|src)="/(?!/)([^"]*)"')
_CLASSES = {"left": "", "center": ' class="centre"', "right": ' class="number"'}

_TOUCHED = ("<h1", "<t", "<img", "footnote-backref")
"""One of these is in every text in which anything is touched."""

Link = Callable[[str], str]
"""From a path that counts from the site's root (`on-track/#x`, `` for home) to an address."""


class Heading(NamedTuple):
    """A heading of the second level: its anchor, and its words as clean HTML without links."""

    anchor: str
    words: Markup


def headings(made: str) -> tuple[Heading, ...]:
    """Return the headings of cleaned HTML, for a list of links to them."""
    return tuple(
        Heading(anchor, Markup(re.sub(r"</?(?:a|sup)\b[^>]*>", "", words)))  # noqa: S704 (cleaned)
        for anchor, words in _HEADING.findall(made)
    )


def linked(made: str, link: Link) -> str:
    """Return cleaned HTML whose links and pictures lead from the page on which it is to stand.

    Targets that begin with one slash pass through `link`, which receives them without it. `made`
    must come from nh3, whose attributes hold no `>`.
    """
    if '="/' not in made:
        return made

    def target(match: re.Match[str]) -> str:
        return f' {match[1]}="{_escaped(link(html.unescape(match[2])))}"'

    return _LINKED.sub(lambda tag: _TARGET.sub(target, tag[0]), made)


def finished(made: str, language: Language) -> str:
    """Return cleaned HTML ready for a page.

    Headings begin at h2. Tables stand in focusable regions that scroll, labelled by number and the
    heading above; their header cells have a scope, their alignment is a class. A picture without a
    source becomes its text. A footnote's way back has a name. `made` must come from nh3, whose
    attributes hold no `>`.
    """
    return _touched(made, language) if any(mark in made for mark in _TOUCHED) else made


def _touched(made: str, language: Language) -> str:
    titles = _titles(made) if "<table" in made else []
    numbers = count(1)
    head = False

    def region(match: re.Match[str]) -> str:
        above = [words for start, words in titles if start < match.start()][-1:]
        label = ": ".join((language.say("Table %(number)s", number=next(numbers)), *above))
        named = f'role="region" tabindex="0" aria-label="{escape(label)}"'
        caption = f'<caption class="unseen">{escape(label)}</caption>'
        return f'<div class="scroll" {named}>{match[0]}{caption}'

    def touch(match: re.Match[str]) -> str:
        nonlocal head
        tag, rest, end = match["tag"], match["rest"], bool(match["end"])
        match tag:
            case "h1":
                return f"<{match['end']}h2{rest}>"
            case "thead":
                head = not end
            case "table":
                return f"{match[0]}</div>" if end else region(match)
            case "th" | "td" if not end:
                rest = _ALIGN.sub(lambda m: _CLASSES[m[1]], rest)
                if tag == "th" and " scope=" not in rest:
                    rest += ' scope="col"' if head else ' scope="row"'
                return f"<{tag}{rest}>"
            case "img" if ' src="' not in rest:
                text = re.search(r' alt="([^"]*)"', rest)
                return text[1] if text else ""
            case "a" if "footnote-backref" in rest:
                return f"<a{rest.replace(' title=', ' aria-label=')}>"
        return match[0]

    return _TAG.sub(touch, made)


def _titles(made: str) -> list[tuple[int, str]]:
    return [(m.start(), Markup(m[1]).striptags()) for m in _TITLE.finditer(made)]  # noqa: S704


def _escaped(value: str) -> str:
    """Return the value of an attribute as nh3 writes it."""
    text = value.replace("&", "&amp;").replace("\u00a0", "&nbsp;").replace('"', "&quot;")
    return text.replace("<", "&lt;").replace(">", "&gt;")
