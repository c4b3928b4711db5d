"""Markdown to HTML that may stand on a page: nothing in it runs, styles or loads from elsewhere."""

import re
from collections.abc import Callable
from functools import lru_cache
from unicodedata import combining, normalize

import nh3
from markdown import Markdown
from markdown.extensions.toc import slugify_unicode

from planpress.model.language import Language
from planpress.model.shortcode import shortcode as shortcode_of
from planpress.render.finish import finished
from planpress.store import digest

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

Link = Callable[[str], str]
"""From a path that counts from the site's root (`on-track/#x`, `` for home) to an address."""


def html(
    text: str,
    *,
    language: Language,
    link: Link,
    shortcode: Callable[[str, str], str] | None = None,
) -> str:
    """Return a Markdown text as clean HTML whose highest heading is h2.

    Targets that begin with a slash pass through `link`, which receives them without it. What
    `shortcode` returns for a name and an argument is trusted and put in after cleaning; without it
    shortcodes are left out. Pictures of other hosts become their text.
    """
    mark = digest(text)
    parts: list[str] = []

    def line_or_mark(line: str) -> str:
        found = shortcode_of(line)
        if found is None:
            return line
        parts.append(shortcode(found.name, found.argument) if shortcode else "")
        return f"\n\n{mark}n{len(parts) - 1}n\n\n"

    source = "\n".join(map(line_or_mark, text.splitlines()))
    converter = _converter(
        language.code, language.say("Back to note %(number)s in the text", number="{}")
    )
    made = finished(_clean(converter.reset().convert(source), link), language)
    return re.sub(rf"<p>{mark}n(\d+)n</p>|{mark}n(\d+)n", lambda m: parts[int(m[1] or m[2])], made)


def _clean(made: str, link: Link) -> str:
    def targets(tag: str, attribute: str, value: str) -> str | None:
        if (tag, attribute) not in {("a", "href"), ("img", "src")}:
            return value
        if value.startswith("/") and not value.startswith("//"):
            return link(value[1:])
        elsewhere = value.startswith("//") or re.match(r"[a-z][a-z0-9+.-]*:", value, re.IGNORECASE)
        return None if tag == "img" and elsewhere else value

    return nh3.clean(
        made,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        tag_attribute_values=_VALUES,
        allowed_classes=_CLASSES,
        attribute_filter=targets,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


@lru_cache
def _converter(code: str, back: str) -> Markdown:
    opening, closing = _DOUBLE_QUOTES.get(code, ("“", "”"))
    return Markdown(
        extensions=[
            "tables",
            "footnotes",
            "abbr",
            "def_list",
            "attr_list",
            "toc",
            "smarty",
            "sane_lists",
        ],
        extension_configs={
            "tables": {"use_align_attribute": True},
            "footnotes": {"BACKLINK_TITLE": back},
            "toc": {"slugify": anchor, "toc_depth": "2-6", "marker": ""},
            "smarty": {
                "substitutions": {"left-double-quote": opening, "right-double-quote": closing}
            },
        },
        output_format="html",
    )


def anchor(heading: str, separator: str = "-") -> str:
    """Return the anchor of a heading, unless another one before it has the same."""
    letters = "".join(c for c in normalize("NFKD", heading) if not combining(c))
    return slugify_unicode(letters, separator) or "section"
