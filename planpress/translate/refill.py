"""Words that came back, put into the frame of a text again: markers, tables, wraps stay."""

import re
import textwrap
from collections.abc import Sequence

from babel import Locale

from planpress.model.sections import sections
from planpress.model.statement_differences import differences
from planpress.model.statements import stated
from planpress.model.translation import State
from planpress.translate import blocks
from planpress.translate.cut import Cut
from planpress.translate.inline import tokens
from planpress.translate.pieces import Kind, Piece, frame

SPACES = " \t\r\n"
"""What may be lost or added around words on their way."""

_NARROWEST = 60


def refilled(cut: Cut, words: Sequence[str], source: Locale, target: Locale) -> str:
    """Return a unit's translation with new words for all of its segments, in their order.

    The translation's own frame is kept where it is built like the source's, with the numbers of the
    source where these were changed; else the source's frame is taken.
    """
    unit = cut.unit
    if cut.whole:
        before = unit.target or ""
        return before if words[0] == before.strip(SPACES) else words[0] + _end(before)
    stale = unit.state is State.STALE
    own = bool(cut.target) and (not stale or frame(cut.target) == frame(cut.source))
    pieces = cut.target if own else cut.source
    if own and stale:
        pieces = _with_values(pieces, cut.source, source, target)
    text = _joined(pieces, words, wrapped=True)
    return text if _reads(cut, text, pieces, words) else _joined(pieces, words, wrapped=False)


def _end(text: str) -> str:
    return text[len(text.rstrip("\n")) :]


def misread(cut: Cut, text: str, words: Sequence[str]) -> int | None:
    """Return the first segment that would be read as something else; None if all is well."""
    apart = cut.unit.of_body and text != cut.unit.target and len(sections(text)) > 1
    if cut.whole:
        return 0 if apart else None
    found = [piece for piece in _pieces(cut, text) if piece.kind]
    for at, (segment, said) in enumerate(zip(cut.segments, words, strict=True)):
        read = found[at] if at < len(found) else Piece("")
        if read.kind is not segment.kind or read.words.split() != said.split():
            return at
    if len(found) != len(words):
        return max(len(words) - 1, 0)
    return 0 if apart else None


def _reads(cut: Cut, text: str, pieces: Sequence[Piece], words: Sequence[str]) -> bool:
    return misread(cut, text, words) is None and frame(_pieces(cut, text)) == frame(pieces)


def _pieces(cut: Cut, text: str) -> tuple[Piece, ...]:
    if cut.unit.of_body or any(s.kind is not Kind.FIELD for s in cut.segments):
        return blocks.blocks(text)
    return blocks.field(text)


def _with_values(
    pieces: Sequence[Piece], others: Sequence[Piece], source: Locale, target: Locale
) -> tuple[Piece, ...]:
    """Return a translation's pieces with the source's numbers where they say something else."""
    values = iter([piece for piece in others if piece.value])
    found = []
    for piece in pieces:
        value = next(values) if piece.value else piece
        same = value.text == piece.text or not differences(
            stated(value.text, source), stated(piece.text, target)
        )
        found.append(piece if same else value)
    return tuple(found)


def _joined(pieces: Sequence[Piece], words: Sequence[str], *, wrapped: bool) -> str:
    said = iter(words)
    return "".join(
        _laid(piece, next(said), wrapped=wrapped) if piece.kind else piece.text for piece in pieces
    )


def _laid(piece: Piece, words: str, *, wrapped: bool) -> str:
    """Return words on the lines of a piece: as they were where nothing changed."""
    if words == piece.words:
        return piece.text
    lines = words.split("\n")
    if piece.width and wrapped:
        width = max(piece.width, _NARROWEST) - len(piece.hang)
        folded = ["\n".join(_wrapped(line, width)) for line in lines]
    else:
        folded = lines
    return "  \n".join(folded).replace("\n", "\n" + piece.hang)


def _wrapped(line: str, width: int) -> list[str]:
    """Return a line in several, none of them broken within what is protected."""
    whole, last = "", 0
    for token in tokens(line):
        whole += line[last : token.start] + re.sub(" ", "\0", token.text)
        last = token.end
    wrapper = textwrap.TextWrapper(
        width,
        break_long_words=False,
        break_on_hyphens=False,
        expand_tabs=False,
        replace_whitespace=False,
    )
    return [part.replace("\0", " ") for part in wrapper.wrap(whole + line[last:])]
