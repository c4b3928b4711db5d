"""Which words a text has at all: most patterns need not be tried where theirs are not there."""

import re

_WORD = re.compile(r"\w+")
_ODD = re.compile("[\u0130\u0131\u0345]")
"""Letters that patterns without regard to case take for others than case folding does."""


def words_in(text: str) -> frozenset[str] | None:
    """Return all runs of letters and digits in a text, case-folded; None where that is not safe."""
    if not text.isascii() and _ODD.search(text):
        return None
    pieces = set(text.casefold().split())
    mixed = " ".join([piece for piece in pieces if not piece.isalpha()])
    return frozenset(pieces.union(_WORD.findall(mixed)))


def cut_cleanly(text: str, start: int, end: int) -> bool:
    """Whether a part of a text begins and ends where no word is cut in two."""
    return not (
        (start > 0 and _is_of_word(text[start - 1])) or (end < len(text) and _is_of_word(text[end]))
    )


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
