"""What a text states, whatever its language: numbers, dates, links, headings."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from planpress.model.number_words import number_words
from planpress.model.sections import sections
from planpress.model.statement import Kind, Statement
from planpress.model.statement_dates import dates
from planpress.model.statement_marks import marks
from planpress.model.statement_numbers import numbers


@dataclass(frozen=True)
class Stated:
    """What a Markdown text states in a language, each kind in the order of the text.

    `words` are numbers in words, `sure` those of them that are more than 2 and whose words mean
    nothing else.
    """

    locale: Locale
    numbers: tuple[Statement, ...] = ()
    dates: tuple[Statement, ...] = ()
    links: tuple[Statement, ...] = ()
    pictures: tuple[Statement, ...] = ()
    shortcodes: tuple[Statement, ...] = ()
    notes: tuple[Statement, ...] = ()
    codes: tuple[Statement, ...] = ()
    headings: tuple[Statement, ...] = ()
    words: tuple[Statement, ...] = ()
    sure: tuple[Statement, ...] = ()


@lru_cache(maxsize=64)
def stated(text: str, locale: Locale) -> Stated:
    """Return the numbers, dates, links, shortcodes and headings that a text states."""
    lines = [0]
    for line in text.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))

    def statement(kind: Kind, key: str, start: int, end: int) -> Statement:
        return Statement(kind, key, text[start:end], start, bisect_right(lines, start) - 1)

    bare, marked = marks(text)
    found: dict[Kind, list[Statement]] = {kind: [] for kind in Kind}
    for mark in sorted(marked, key=lambda one: one[2]):
        found[mark[0]].append(statement(*mark))
    for kind, finder in ((Kind.DATE, dates), (Kind.NUMBER, numbers)):
        spans = list(finder(bare, locale))
        found[kind] = [statement(kind, *span) for span in spans]
        bare = _without(bare, [(start, end) for _, start, end in spans])
    headings = [
        Statement(Kind.HEADING, str(part.level), part.heading, lines[part.line], part.line)
        for part in sections(text)
        if part.level
    ]
    words = [
        (statement(Kind.NUMBER, word.key, word.start, word.end), word.sure)
        for word in number_words(bare, str(locale.language))
    ]
    return Stated(
        locale,
        tuple(found[Kind.NUMBER]),
        tuple(found[Kind.DATE]),
        tuple(found[Kind.LINK]),
        tuple(found[Kind.PICTURE]),
        tuple(found[Kind.SHORTCODE]),
        tuple(found[Kind.NOTE]),
        tuple(found[Kind.CODE]),
        tuple(headings),
        tuple(word for word, _ in words),
        tuple(word for word, sure in words if sure),
    )


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """Return the text with a sign that no word and no number has in the place of each span."""
    pieces, last = [], 0
    for start, end in spans:
        pieces += [text[last:start], "|" * (end - start)]
        last = end
    return "".join([*pieces, text[last:]])
