"""Shortcodes: a chart, a rating or a voice in the middle of a text: `{{ chart reading }}`."""

import re
from collections.abc import Mapping
from typing import NamedTuple

SHORTCODES: Mapping[str, str] = {"chart": "indicators", "status": "indicators", "quote": "voices"}
"""The names that are known; the argument of each is the id of a record of this kind."""

_ALONE = re.compile(
    r" {0,3}\{\{[ \t]*(?P<name>[^\s{}]+)(?:[ \t]+(?P<argument>[^{}]*?))?[ \t]*\}\}\s*"
)


class Shortcode(NamedTuple):
    """One shortcode of a text; `line` counts the lines of the text from 0."""

    name: str
    argument: str
    line: int


def shortcode(line: str, number: int = 0) -> Shortcode | None:
    """Return the shortcode that stands alone on a line, or None."""
    match = _ALONE.fullmatch(line)
    return Shortcode(match["name"], match["argument"] or "", number) if match else None


def shortcodes(text: str) -> tuple[Shortcode, ...]:
    """Return the shortcodes of a Markdown text, known or not, in the order of their lines."""
    found = (shortcode(line, number) for number, line in enumerate(text.splitlines()))
    return tuple(code for code in found if code)
