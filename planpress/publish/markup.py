"""What the tags of an HTML page refer to, read without building the page.

Only plain markup is read this way: every `<` begins a tag, every value stands in double quotes. A
parser cannot find a tag or a value in such a page that is not found here. Any other page is for
the parser: see `references`.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_TAGS = re.compile(r"<(?:/[A-Za-z][^<>]*+|([^<>]++))>")
"""All tags: what stands between their signs, and nothing for those that end an element."""
_START = re.compile(
    r"""([A-Za-z][A-Za-z0-9-]*)((?:\s++[A-Za-z_][-\w:.]*+(?:="[^"]*+")?+)*+)\s*+/?+""", re.ASCII
)
_ATTRIBUTE = re.compile(r'\s([A-Za-z_][-\w:.]*+)(="[^"]*+")?+', re.ASCII)
_REFERENCE = re.compile(r"&(?:amp|lt|gt|quot|#34|#39);")
_CHARACTER = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "#34": '"', "#39": "'"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")

_IDS, _LINKS, _STYLES, _SETS, _REFRESHES = range(5)
_WHICH = {"id": _IDS, "srcset": _SETS, "imagesrcset": _SETS} | dict.fromkeys(
    ("href", "src", "poster", "action", "formaction", "longdesc", "xlink:href"), _LINKS
)
"""What an attribute is on any element."""
_ONLY_ON = {("a", "name"): _IDS, ("object", "data"): _LINKS, ("meta", "content"): _REFRESHES}


class Markup(NamedTuple):
    """What tags refer to: each list in the order of the page, as it is written there."""

    ids: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    refreshes: tuple[str, ...] = ()


_NOTHING = Markup()


class _OddError(ValueError):
    """A tag that only a parser can tell the meaning of."""


def markup(content: bytes) -> Markup | None:
    """Return what a page refers to; None where that is a question for a parser."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return None
    tags: list[str] = _TAGS.findall(text)
    if text.count("<") != len(tags):
        return None
    try:
        found = [one for tag in tags if tag and (one := _of(tag)) is not _NOTHING]
    except _OddError:
        return None
    return Markup(*(tuple(text for one in found for text in one[at]) for at in range(5)))


@lru_cache(maxsize=2**14)
def _of(tag: str) -> Markup:
    """Return what one tag refers to; most tags stand on many pages."""
    start = _START.fullmatch(tag)
    if start is None and tag.lower() == "!doctype html":
        return _NOTHING
    if start is None or start[1].lower() == "style":
        raise _OddError
    if not start[2]:
        return _NOTHING
    pairs: list[tuple[str, str]] = _ATTRIBUTE.findall(start[2])
    attributes = {name.lower(): value for name, value in pairs}
    if len(attributes) < len(pairs):
        raise _OddError  # the same attribute twice
    return _sorted_out(start[1].lower(), attributes)


def _sorted_out(element: str, attributes: dict[str, str]) -> Markup:
    found: tuple[list[str], ...] = ([], [], [], [], [])
    for name, written in attributes.items():
        at = _WHICH.get(name)
        if at is None:
            at = _ONLY_ON.get((element, name))
            if at == _REFRESHES and "http-equiv" not in attributes:
                at = None
        if at is not None:
            found[at].append(_read(written))
        if ("url" in written or "&" in written) and "url(" in (text := _read(written)):
            found[_STYLES].append(text)
    return Markup(*map(tuple, found)) if any(found) else _NOTHING


def _read(written: str) -> str:
    """Return a value with its characters for the references that every parser reads alike."""
    if not written or _CONTROL.search(written):
        raise _OddError
    value = written[2:-1]
    if "&" not in value:
        return value
    if value.count("&") != len(_REFERENCE.findall(value)):
        raise _OddError
    return _REFERENCE.sub(lambda found: _CHARACTER[found[0][1:-1]], value)
