"""A rule about acronyms: each is explained where it is used, or in the glossary."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from planpress.check.passages import own_records, texts
from planpress.check.prose import Kind, blocks
from planpress.model.place import Place
from planpress.model.problem import Problem, warning
from planpress.model.project import Project
from planpress.model.rating import Rating
from planpress.model.reading import Reading
from planpress.model.record import Record

KNOWN = frozenset({"AM", "CSV", "EE", "ID", "OK", "PDF", "PM", "TV", "US", "USA", "UU"})
"""What every reader knows; EE. UU. are the United States in Spanish."""

_TOKEN = re.compile(r"[^\W_]+(?:[-–.&/’'][^\W_]+)*")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_IN_BRACKETS = re.compile(r"(?<=\w)[”\"»’]?,?\s+[(（]([^\W\d_]+(?:[’']s)?)[)）,;]")
_BEFORE_BRACKETS = re.compile(r"\b([^\W\d_]{2,6})\s+[(（][^\W\d_]+[\s-][^)）]*[)）]")
_TITLED = re.compile(r"<abbr\s[^>]*title=[^>]*>([^<]+)</abbr>")


class _Found(NamedTuple):
    """What a text says: its acronyms with their lines, those that it explains, and its words."""

    used: Mapping[str, int]
    explained: frozenset[str]
    small: frozenset[str]


def undefined_acronyms(reading: Reading, project: Project) -> Iterator[Problem]:
    """Every acronym of two to six capitals is explained in its record, or in the glossary.

    An explanation is `*[CMAS]: …`, “Full Name (CMAS)”, “CMAS (full name)”, a term of the glossary
    or its definition. Numerals, ratings, codes with a digit, and words that the plan also writes in
    small letters are no acronyms.
    """
    ratings = {rating.value for rating in Rating}
    for language in project.languages:
        small = _small(project, language)
        everywhere = KNOWN | ratings | {*project.plan.plain_language.acronyms}
        everywhere |= _in_glossary(project, language)
        for record in own_records(project):
            yield from _unexplained(record, language, everywhere, small)


def _unexplained(
    record: Record, language: str, everywhere: frozenset[str], small: frozenset[str]
) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    explained: set[str] = set()
    for text, place, many in texts(record, language):
        found = _found_in(text)
        explained |= found.explained
        for acronym, line in found.used.items():
            here = Place(place.path, place.line + line) if many else place
            first[acronym] = min(here, first.get(acronym, here))
    for acronym, place in first.items():
        if acronym not in explained | everywhere and acronym.lower() not in small:
            message = f"“{acronym}” is not explained"
            hint = (
                f"Write what it stands for where it comes first, as in “Full Name ({acronym})”, "
                f"add a line *[{acronym}]: Full Name to the text, or add it to the glossary."
            )
            yield warning(place, "undefined-acronym", message, hint)


def _in_glossary(project: Project, language: str) -> frozenset[str]:
    terms = project.glossary.terms if project.glossary else ()
    said = (words.said(language).text for term in terms for words in (term.term, term.definition))
    return frozenset(acronym for text in said for acronym in _found_in(text).used)


def _small(project: Project, language: str) -> frozenset[str]:
    """Return the short words that the plan writes in small letters: US and us, NOT and not."""
    return frozenset[str]().union(
        *(
            _found_in(text).small
            for record in own_records(project)
            for text, _, _ in texts(record, language)
        )
    )


@lru_cache(maxsize=16_384)
def _found_in(text: str) -> _Found:
    used: dict[str, int] = {}
    explained = set(_TITLED.findall(text)) if "<abbr" in text else set()
    small: set[str] = set()
    for block in blocks(text):
        if block.kind is Kind.ABBREVIATION:
            explained.add(block.text)
            continue
        for token in _TOKEN.finditer(block.text):
            acronym = _acronym(token[0])
            if acronym:
                used.setdefault(acronym, block.line + block.text.count("\n", 0, token.start()))
            elif len(token[0]) <= 6 and token[0].islower():
                small.add(token[0])
        if "(" in block.text or "（" in block.text:
            explained.update(_IN_BRACKETS.findall(block.text))
            explained.update(_BEFORE_BRACKETS.findall(block.text))
    named = frozenset(acronym for acronym in map(_acronym, explained) if acronym)
    return _Found(used, named, frozenset(small))


def _acronym(token: str) -> str | None:
    """Return the acronym that a word is, without its plural or genitive; None if it is none."""
    if not token[:2].isupper():
        return None
    word = re.sub(r"(?:['’]s|s['’]?)$", "", token) if len(token) > 2 else token
    if not (len(word) <= 6 and word.isalpha() and word.isupper()):
        return None
    return None if _ROMAN.fullmatch(word) or len(set(word)) == 1 else word
