"""Markdown to HTML that may stand on a page: nothing in it runs, styles or loads from elsewhere."""

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from planpress.makers import makers
from planpress.model.language import Language
from planpress.model.shortcode import shortcode as shortcode_of
from planpress.render.finish import Link, finished, linked
from planpress.render.plain_markdown import plain_html
from planpress.store import Store, digest

if TYPE_CHECKING:
    from nh3 import Cleaner

    from planpress.render.converter import Converter

_TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre", "div", "span"),
    *("ul", "ol", "li", "dl", "dt", "dd", "a", "abbr", "em", "strong", "code", "kbd", "q", "cite"),
    *("del", "sub", "sup", "small", "img", "figure", "figcaption"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
}
_ATTRIBUTES = {
    "*": {"id", "lang"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height"},
    "th": {"colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"},
}
_SIDES = {"left", "center", "right"}
_VALUES = {
    "*": {"dir": {"ltr", "rtl", "auto"}},
    "th": {"align": _SIDES, "scope": {"col", "row", "colgroup", "rowgroup"}},
    "td": {"align": _SIDES},
}
_CLASSES = {
    "div": {"footnote"},
    "a": {"footnote-ref", "footnote-backref"},
    "p": {"lead", "note"},
    "blockquote": {"quote"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_DOUBLE_QUOTES = {
    "ar": ("«", "»"),
    "de": ("„", "“"),
    "fa": ("«", "»"),
    "fr": ("«\u00a0", "\u00a0»"),
    "it": ("«", "»"),
    "pl": ("„", "”"),
    "ru": ("«", "»"),
    "uk": ("«", "»"),
}
"""By language where they are not “ and ”. In Arabic those that turn with the text, as its press has
them (CLDR has ” and “, which do not turn)."""

_ELSEWHERE = re.compile(r"//|[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def html(
    text: str,
    *,
    language: Language,
    link: Link,
    shortcode: Callable[[str, str], str] | None = None,
    store: Store | None = None,
) -> str:
    """Return a Markdown text as clean HTML whose highest heading is h2.

    Targets that begin with a slash pass through `link`, which receives them without it. What
    `shortcode` returns for a name and an argument is trusted and put in after cleaning; without it
    shortcodes are left out. Pictures of other hosts become their text.
    """
    mark = digest(text) if "{{" in text else ""
    parts: list[str] = []

    def line_or_mark(line: str) -> str:
        found = shortcode_of(line)
        if found is None:
            return line
        parts.append(shortcode(found.name, found.argument) if shortcode else "")
        return f"\n\n{mark}n{len(parts) - 1}n\n\n"

    lines = text.splitlines()
    source = "\n".join(map(line_or_mark, lines) if mark else lines)
    made = finished(linked(cleaned(source, language, store), link), language)
    if not parts:
        return made
    return re.sub(rf"<p>{mark}n(\d+)n</p>|{mark}n(\d+)n", lambda m: parts[int(m[1] or m[2])], made)


def cleaned(source: str, language: Language, store: Store | None = None) -> str:
    """Return Markdown as clean HTML, its links as they are written.

    What the library had to make of it is kept in the store.
    """
    made = plain_html(source, anchor)
    if made is not None:
        return _clean(made)
    back = language.say("Back to note %(number)s in the text", number="{}")
    make = partial(_converted, source, language.code, back)
    key = digest("markdown", makers(), source, language.code, back)
    return store.recalled(key, make) if store else make()


def _converted(source: str, code: str, back: str) -> str:
    return _clean(_converter(code, back).reset().convert(source))


def _clean(made: str) -> str:
    return _cleaner(pictures="<img" in made.lower()).clean(made)


def _kept(tag: str, attribute: str, value: str) -> str | None:
    """Return the value of an attribute; none for the source of a picture of another host."""
    return None if (tag, attribute) == ("img", "src") and _ELSEWHERE.match(value) else value


@lru_cache
def _cleaner(*, pictures: bool) -> "Cleaner":
    from nh3 import Cleaner  # noqa: PLC0415 (often there is nothing to clean)

    return Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        tag_attribute_values=_VALUES,
        allowed_classes=_CLASSES,
        attribute_filter=_kept if pictures else None,  # it is asked of every attribute
        url_schemes=_SCHEMES,
        link_rel=None,
    )


@lru_cache
def _converter(code: str, back: str) -> "Converter":
    from planpress.render.converter import Converter  # noqa: PLC0415 (few texts need the library)

    return Converter(back, _DOUBLE_QUOTES.get(code, ("“", "”")), anchor)


def anchor(heading: str, separator: str = "-") -> str:
    """Return the anchor of a heading, unless another one before it has the same.

    It is the library's `slugify_unicode`, without accents.
    """
    if not heading.isascii():
        heading = "".join(c for c in normalize("NFKD", heading) if not combining(c))
    words = re.sub(r"[^\w\s-]", "", heading).strip().lower()
    return re.sub(rf"[{separator}\s]+", separator, words) or "section"
