"""What came back for a segment, held against what went out: nothing is lost, nothing added."""

from collections.abc import Iterator, Mapping, Sequence

from babel import Locale

from planpress.model.statement import Kind as Said
from planpress.model.statement import Statement
from planpress.model.statement_differences import differences
from planpress.model.statements import stated
from planpress.translate.cut import Segment
from planpress.translate.inline import Parts, Token, lost_and_added, tokens
from planpress.translate.pieces import Kind
from planpress.translate.refill import SPACES

_BREAKING = (Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTE, Kind.NOTE, Kind.WHOLE)
_FIGURES = (Said.NUMBER, Said.DATE)


def unknown(segment: Segment, parts: Parts) -> tuple[int, ...]:
    """Return the placeholders that stand for nothing in a segment."""
    return tuple(p for p in parts if isinstance(p, int) and p not in segment.names)


def faults(segment: Segment, words: str, source: Locale, target: Locale) -> Iterator[str]:
    """Yield what is wrong with a segment's new words, in sentences for staff.

    What the translation has had before is let pass: its own links and ways to say a number.
    """
    if segment.fresh and segment.target and words == segment.target.strip(SPACES):
        return
    yield from _lines(segment, words)
    lost, added = lost_and_added(words, _expected(segment))
    if (lost or added) and not _as_before(segment, words):
        yield from _tokens(segment, lost, added)
    yield from _figures(segment, words, source, target)
    if words.count("**") % 2 > segment.source.count("**") % 2:
        yield "a “**” stands alone: bold words need one before and one after them"


def _lines(segment: Segment, words: str) -> Iterator[str]:
    had = segment.source.count("\n")
    if segment.kind is Kind.WHOLE:
        return
    if "\n\n" in words or (segment.kind not in _BREAKING and "\n" in words and not had):
        yield f"there is a line break in it: a {segment.kind} is one line"
    elif words.count("\n") > had:
        yield "it has more line breaks than the source"


def _expected(segment: Segment) -> Sequence[Token]:
    return [one._replace(text=segment.names[n]) for n, one in enumerate(segment.tokens, 1)]


def _as_before(segment: Segment, words: str) -> bool:
    if segment.target is None or not segment.fresh:
        return False
    return not any(lost_and_added(words, tokens(segment.target)))


def _tokens(segment: Segment, lost: Sequence[Token], added: Sequence[Token]) -> Iterator[str]:
    numbers: dict[tuple[str, str], list[int]] = {}
    for n, one in enumerate(_expected(segment), 1):
        numbers.setdefault((one.kind, one.text), []).append(n)
    for one in lost:
        number = numbers[one.kind, one.text].pop()
        yield f"{{{number}}} is missing: {one.called}, {one.text}"
    for one in added:
        known = (one.kind, one.text) in numbers
        yield f"{one.called} {'is there once too often' if known else 'was added'}: {one.text}"


def _figures(segment: Segment, words: str, source: Locale, target: Locale) -> Iterator[str]:
    """Say which numbers and dates are lost or added that were not so before."""
    said = stated(segment.source, source)
    lost, added = _compared(said, words, target)
    if not (lost or added):
        return
    if segment.target is not None and segment.fresh:
        before = _compared(said, segment.target, target)
        lost = {key: one for key, one in lost.items() if key not in before[0]}
        added = {key: one for key, one in added.items() if key not in before[1]}
    for one in lost.values():
        yield f"a {one.kind} of the source is missing: {one.written.strip()}"
    for one in added.values():
        yield f"a {one.kind} is not in the source: {one.written.strip()}"


Figures = Mapping[str, Statement]


def _compared(
    said: object, words: str, target: Locale
) -> tuple[dict[str, Statement], dict[str, Statement]]:
    lost: dict[str, Statement] = {}
    added: dict[str, Statement] = {}
    for one in differences(said, stated(words, target)):  # type: ignore[arg-type]
        if one.kind in _FIGURES:
            lost |= {f"{s.kind} {s.key}": s for s in one.lost}
            added |= {f"{s.kind} {s.key}": s for s in one.added}
    return lost, added
