"""Which words a text has at all: most patterns need not be tried where theirs are not there."""

import re
from collections.abc import Set as AbstractSet
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_ODD = ("\u0130", "\u0131", "\u0345")
"""Letters that patterns without regard to case take for others than case folding does."""


class Met(NamedTuple):
    """What a text is made of, case-folded.

    `words` are all its runs of letters and digits. `mixed` are, with blanks between them, the
    pieces that have another sign than a letter in them: all digits of the text are there.
    """

    words: AbstractSet[str]
    mixed: str


def words_in(text: str) -> Met | None:
    """Return what a text is made of; None where letters are odd, so that it is not safe to tell."""
    if not text.isascii() and any(letter in text for letter in _ODD):
        return None
    pieces = set(text.casefold().replace(", ", " ").replace(". ", " ").split())
    mixed = " ".join([piece for piece in pieces if not piece.isalpha()])
    pieces.update(_WORD.findall(mixed))
    return Met(pieces, mixed)


def cut_cleanly(text: str, start: int, end: int) -> bool:
    """Whether a part of a text begins and ends where no word is cut in two."""
    return not (
        (start > 0 and _is_of_word(text[start - 1])) or (end < len(text) and _is_of_word(text[end]))
    )


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
