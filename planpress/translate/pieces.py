"""The pieces of a text: what a translator works on, and what stands around it."""

from collections.abc import Iterable
from enum import StrEnum

from planpress.model.dataclass import dataclass


class Kind(StrEnum):
    """What a piece is, as translators read it."""

    FIELD = "text"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    QUOTE = "quote"
    CELL = "table cell"
    TERM = "term"
    DEFINITION = "definition"
    NOTE = "footnote"
    ABBREVIATION = "abbreviation"
    WHOLE = "whole section, as Markdown"


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text as written: `kind` is None for what is no translator's business.

    `words` is what a translator gets, on one line but for breaks that are meant. `hang` begins each
    further line, `width` is the longest line of a piece that is wrapped, or 0. `fixed` tells what
    stands around the words, so that two texts can be compared. `value` marks what has no words but
    may be written in each language's way, such as a number in a table.
    """

    text: str
    kind: Kind | None = None
    words: str = ""
    hang: str = ""
    width: int = 0
    fixed: str = ""
    value: bool = False


def kinds(pieces: Iterable[Piece]) -> tuple[Kind, ...]:
    """Return what the pieces with words are, in their order."""
    return tuple(piece.kind for piece in pieces if piece.kind)


def frame(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """Return what stands around the words: equal for texts of the same build."""
    shape = (piece.fixed or piece.kind or ("value" if piece.value else "") for piece in pieces)
    return tuple(one for one in shape if one)
