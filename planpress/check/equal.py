"""Rule: a page states the same in every language: numbers, dates, links, headings."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from gettext import NullTranslations

from babel import Locale

from planpress.check.wording import Limits
from planpress.model.language import Language
from planpress.model.place import Place
from planpress.model.problem import Problem, warning
from planpress.model.record import Record
from planpress.model.sections import Section, sections
from planpress.model.statement import Difference, Kind, Statement
from planpress.model.statement_differences import differences
from planpress.model.statements import stated
from planpress.model.worded import BODY, worded_fields
from planpress.model.words import Words

_RULES = {
    Kind.NUMBER: (
        "numbers-differ",
        "State the same numbers in both languages; one of them may write a number as a word.",
    ),
    Kind.DATE: ("dates-differ", "State the same days and months in both languages."),
    Kind.HEADING: (
        "headings-differ",
        "Give both languages the same headings, in the same order and of the same levels.",
    ),
}
_LINKS = (
    "links-differ",
    "Link to the same places in both languages; leave the language out of an address of this site.",
)


def equal_statements(record: Record, limits: Limits) -> Iterator[Problem]:
    """Both languages of a text state the same; bodies are compared section by section."""
    locales = _locales(limits.languages, limits.territory)
    codes = tuple(locales)
    for way, words in worded_fields(record) if len(codes) > 1 else ():
        for language in codes[1:]:
            if codes[0] in words.texts and language in words.texts:
                yield from _compared(words, codes[0], language, locales, body=way == BODY)


@cache
def _locales(languages: tuple[str, ...], territory: str) -> Mapping[str, Locale]:
    """Return the languages that CLDR knows; another rule tells of the others."""
    found = {}
    for code in languages:
        with suppress(ValueError):
            found[code] = Language.of(code, territory, NullTranslations()).locale
    return found


def _compared(
    words: Words, default: str, language: str, locales: Mapping[str, Locale], *, body: bool
) -> Iterator[Problem]:
    source, target = words.texts[default], words.texts[language]
    here, there, headed = _whole(source), _whole(target), True
    if body:
        parts = sections(source), sections(target)
        levels = [[part.level for part in side] for side in parts]
        if levels[0] == levels[1]:
            here, there, headed = *parts, False
    for one, other in zip(here, there, strict=True):
        found = differences(
            stated(one.text, locales[default], headed=headed),
            stated(other.text, locales[language], headed=headed),
        )
        for difference in found:
            start = _below(words.places[default], one.line)
            begin = _below(words.places[language], other.line)
            yield _problem(difference, start, begin)


def _whole(text: str) -> tuple[Section, ...]:
    return (Section(0, "", text, 0),)


def _problem(difference: Difference, start: Place, begin: Place) -> Problem:
    lost, added = difference.lost, difference.added
    source = _below(start, lost[0].line if lost else 0)
    target = _below(begin, added[0].line if added else 0)
    rule, hint = _RULES.get(difference.kind, _LINKS)
    if lost and added:
        message = f"here stands {_list(added)}, but in {source} stands {_list(lost)}"
    elif lost:
        message = f"{_list(lost)}, stated in {source}, is missing here"
    else:
        message = f"{_list(added)} is not stated in {source}"
    return warning(target, rule, message, hint)


def _below(place: Place, lines: int) -> Place:
    return Place(place.path, place.line + lines) if place.line else place


def _list(statements: Sequence[Statement]) -> str:
    return ", ".join(
        dict.fromkeys(f"{_NAMES.get(one.kind, '')}“{_said(one)}”" for one in statements)
    )


_NAMES = {
    Kind.LINK: "the link to ",
    Kind.PICTURE: "the picture ",
    Kind.SHORTCODE: "the shortcode ",
    Kind.NOTE: "the footnote ",
    Kind.CODE: "the code ",
    Kind.HEADING: "the heading ",
}


def _said(one: Statement) -> str:
    if one.kind is Kind.HEADING:
        return "#" * int(one.key) + " " + one.written
    return one.key if one.kind in _NAMES else " ".join(one.written.split())
