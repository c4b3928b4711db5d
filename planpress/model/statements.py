"""What a text states, whatever its language: numbers, dates, links, headings."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from babel import Locale

from planpress.model.dataclass import dataclass
from planpress.model.number_words import number_words
from planpress.model.sections import sections
from planpress.model.statement import Kind, Statement
from planpress.model.statement_dates import dates
from planpress.model.statement_marks import Found, marks
from planpress.model.statement_numbers import numbers
from planpress.model.statement_words import cut_cleanly, words_in


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
def stated(text: str, locale: Locale, *, headed: bool = True) -> Stated:
    """Return the numbers, dates, links, shortcodes and headings that a text states.

    Where it is known that headings differ in nothing, they need not be looked for.
    """
    bare, marked = marks(text)
    met = words_in(bare)
    spans: dict[Kind, list[Found]] = {}
    for kind, found_in in _FOUND:
        found: list[Found] = [(kind, *span) for span in found_in(bare, locale, met)]
        if found:
            spans[kind] = found
            if met and not all(cut_cleanly(bare, *span[2:]) for span in found):
                met = None
            bare = _without(bare, [span[2:] for span in found])
    words = tuple(number_words(bare, str(locale.language), met.words if met else None))
    headings = [part for part in sections(text) if part.level] if headed and _headed(text) else ()
    if not (marked or words or headings or spans):
        return Stated(locale)
    for mark in sorted(marked, key=lambda one: one[2]):
        spans.setdefault(mark[0], []).append(mark)
    lines = [0]
    for line in text.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))

    def statements(found: Iterable[Found]) -> tuple[Statement, ...]:
        return tuple(
            Statement(kind, key, text[start:end], start, bisect_right(lines, start) - 1)
            for kind, key, start, end in found
        )

    return Stated(
        locale,
        headings=tuple(
            Statement(Kind.HEADING, str(part.level), part.heading, lines[part.line], part.line)
            for part in headings
        ),
        words=statements((Kind.NUMBER, one.key, one.start, one.end) for one in words),
        sure=statements((Kind.NUMBER, one.key, one.start, one.end) for one in words if one.sure),
        **{name: statements(spans[kind]) for kind, name in _NAMES.items() if kind in spans},
    )


_NAMES = {
    Kind.NUMBER: "numbers",
    Kind.DATE: "dates",
    Kind.LINK: "links",
    Kind.PICTURE: "pictures",
    Kind.SHORTCODE: "shortcodes",
    Kind.NOTE: "notes",
    Kind.CODE: "codes",
}


_FOUND = ((Kind.DATE, dates), (Kind.NUMBER, numbers))


def _headed(text: str) -> bool:
    """Whether there may be a heading in a text: each has one of these."""
    return "#" in text or "=" in text or "-" in text


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """Return the text with a sign that no word and no number has in the place of each span."""
    pieces, last = [], 0
    for start, end in spans:
        pieces += [text[last:start], "|" * (end - start)]
        last = end
    return "".join([*pieces, text[last:]])
