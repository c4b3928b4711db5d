"""What one element of a page says: its own text, its attributes, and what they are about."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from lxml import etree

from planpress.audit.letters import LINK

BLOCKS = frozenset(
    [
        "p",
        "li",
        "dd",
        "dt",
        "figcaption",
        "caption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "summary",
        "td",
        "th",
        "title",
        "desc",
        "label",
        "option",
        "div",
        "section",
        "blockquote",
        "pre",
        "legend",
        "text",
        "entry",
        "item",
        "description",
        "content",
        "subtitle",
    ]
)
_WITHIN = frozenset(["a", "b", "i", "em", "strong", "small", "sub", "sup", "abbr", "time"])
"""Elements that can stand within a word."""
_SAID = ("alt", "aria-label", "title", "content", "placeholder", "value", "summary")

Named = Callable[[str], frozenset[str]]
"""Which indicators a text names."""


def marked(element: etree._Element) -> bool:
    """Tell whether an element has an attribute that says something."""
    names = element.keys()
    return any(name in _SAID or str(name).startswith("data-") for name in names)


def texts_of(element: etree._Element, tag: str) -> Iterator[tuple[str, str, str]]:
    """Yield the texts of an element: its attributes, with what they stand beside, and its own."""
    for name, value in element.items():
        key, text = str(name), str(value)
        said = key in _SAID or key.startswith("data-")
        if said and any(sign.isdigit() for sign in text):
            yield text, f"{key} of <{tag}>", own_text(element)
    if tag in BLOCKS:
        yield own_text(element), f"<{tag}>", ""


def tag_of(element: etree._Element | None) -> str:
    """Return the name of an element in small letters, without its namespace."""
    return "" if element is None else _tag(element.tag)


@lru_cache(maxsize=2**10)
def _tag(tag: object) -> str:
    return str(tag).rpartition("}")[2].lower()


def own_text(element: etree._Element) -> str:
    """Return the text of an element outside of the blocks inside of it."""
    parts: list[str] = []

    def collect(one: etree._Element) -> None:
        parts.append(one.text or "")
        for child in one:
            name = tag_of(child)
            if name in BLOCKS or name in ("svg", "table", "script", "style"):
                parts.append(" ")
            elif isinstance(child.tag, str):
                apart = "" if name in _WITHIN else " "
                parts.append(apart)
                collect(child)
                parts.append(apart)
            parts.append(child.tail or "")

    collect(element)
    return "".join(parts).strip()


def measures_of(element: etree._Element, named: Named) -> frozenset[str]:
    """Return the measures that an element links to, or else names."""
    linked = {name for link in element.iter("a") for name in LINK.findall(link.get("href", ""))}
    return frozenset(linked) or named("".join(str(text) for text in element.itertext()))


def measures_above(element: etree._Element, named: Named) -> frozenset[str]:
    """Return the measures of the caption of a table."""
    caption = element.find("caption")
    return measures_of(caption, named) if caption is not None else frozenset()


def whole_text(element: etree._Element) -> str:
    """Return all that is written in an element and said by its attributes."""
    if not len(element) and not marked(element):
        return (element.text or "").strip()
    said = [str(one.get(name)) for one in element.iter() for name in _SAID if one.get(name)]
    return " ".join([*(str(text) for text in element.itertext()), *said]).strip()
