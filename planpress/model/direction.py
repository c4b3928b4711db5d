"""Texts whose letters run from right to left, beside others that do not."""

from unicodedata import bidirectional

_LEFT, _RIGHT, _END = "\u2066", "\u2067", "\u2069"


def runs_left(text: str) -> bool:
    """Tell whether a text has a letter of a script that is written from right to left."""
    return not text.isascii() and any(bidirectional(letter) in ("R", "AL") for letter in text)


def apart(text: str) -> str:
    """Return a text for a place that runs from left to right: isolated if it runs the other way."""
    return isolated(text) if runs_left(text) else text


def isolated(text: str) -> str:
    """Return a text that keeps its own direction, whatever stands around it.

    A text with a letter that is written from right to left runs that way as a whole. All others
    run from left to right: words, and numbers with their signs (`2024–25`, `−5`), which would
    otherwise be shown turned round. Marked by the isolates of Unicode Standard Annex 9, which
    have no width and which no reader sees or hears; a text that has them already stays as it is.
    """
    if text.startswith((_LEFT, _RIGHT)) and text.find(_END) == len(text) - 1:
        return text
    return f"{_RIGHT if runs_left(text) else _LEFT}{text}{_END}"
