"""Lists in the order in which a reader of a language looks words up, by their first letters."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TypeVar

from planpress.model.collation import initial, key
from planpress.model.words import Words
from planpress.render.leaf import Turn

T = TypeVar("T")
Letters = tuple[tuple[str, tuple[T, ...]], ...]
"""First letters in their order, each with what begins with it."""


def by_letter(
    found: Iterable[T], language: str, said: Callable[[T], tuple[Words, str]]
) -> Letters[T]:
    """Return things by their first letter, sorted as a reader of the language looks for them.

    `said` gives the words of a thing, and what tells it from another with the same words. See
    `model.collation`. A letter with an accent stands with its plain one, unless it is a letter of
    its own in the language. What begins with no letter stands under `#`.
    """

    def text(thing: T) -> str:
        return said(thing)[0].said(language).text

    ordered = sorted(found, key=lambda thing: (key(text(thing), language), said(thing)[1]))
    return tuple(
        (letter, tuple(some))
        for letter, some in groupby(ordered, lambda thing: initial(text(thing), language))
    )


def turns_by_letter(turns: Iterable[Turn], language: str) -> Letters[Turn]:
    """Return turns by the first letter of their titles."""
    return by_letter(turns, language, lambda turn: (turn.title, turn.path))
