"""A rule about acronyms: each is explained where it is used, or in the glossary."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from planpress.check.passages import texts
from planpress.check.prose import Kind, blocks
from planpress.check.wording import Wording
from planpress.model.place import Place
from planpress.model.problem import Problem, warning
from planpress.model.project import Project
from planpress.model.rating import Rating
from planpress.model.record import Record

KNOWN = frozenset({"AM", "CSV", "EE", "ID", "OK", "PDF", "PM", "TV", "US", "USA", "UU"})
"""What every reader knows; EE. UU. are the United States in Spanish."""

RATINGS = frozenset(rating.value for rating in Rating)

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


def undefined_acronyms(found: Wording, project: Project) -> Iterator[Problem]:
    """Every acronym of two to six capitals is explained in its record, or in the glossary.

    An explanation is `*[CMAS]: …`, “Full Name (CMAS)”, “CMAS (full name)”, a term of the glossary
    or its definition. Numerals, ratings, codes with a digit, and words that the plan also writes in
    small letters are no acronyms.
    """
    for language in {one.language: True for one in found.acronyms}:
        small = set(found.small.get(language, "").split())
        known = {*project.plan.plain_language.acronyms, *_in_glossary(project, language)}
        for one in found.acronyms:
            name = one.name
            if one.language == language and name not in known and name.lower() not in small:
                message = f"“{name}” is not explained"
                hint = (
                    f"Write what it stands for where it comes first, as in “Full Name ({name})”, "
                    f"add a line *[{name}]: Full Name to the text, or add it to the glossary."
                )
                yield warning(one.place, "undefined-acronym", message, hint)


def acronyms_of(record: Record, language: str) -> tuple[dict[str, Place], frozenset[str]]:
    """Return the acronyms that a record does not explain with their first places.

    After them come the short words that it writes in small letters: US and us, NOT and not.
    """
    first: dict[str, Place] = {}
    explained = KNOWN | RATINGS
    small: set[str] = set()
    for text, place, many in texts(record, language):
        found = _found_in(text)
        explained |= found.explained
        small |= found.small
        for acronym, line in found.used.items():
            here = Place(place.path, place.line + line) if many else place
            first[acronym] = min(here, first.get(acronym, here))
    unexplained = {name: place for name, place in first.items() if name not in explained}
    return unexplained, frozenset(small)


def _in_glossary(project: Project, language: str) -> frozenset[str]:
    terms = project.glossary.terms if project.glossary else ()
    said = (words.said(language).text for term in terms for words in (term.term, term.definition))
    return frozenset(acronym for text in said for acronym in _found_in(text).used)


@lru_cache(maxsize=256)
def _found_in(text: str) -> _Found:
    used: dict[str, int] = {}
    explained = set(_TITLED.findall(text)) if "<abbr" in text else set()
    found = [block for block in blocks(text) if block.kind is not Kind.ABBREVIATION]
    explained |= {block.text for block in blocks(text) if block.kind is Kind.ABBREVIATION}
    words = _words("\n".join(block.text for block in found))
    if any([word[:2].isupper() and _acronym(word) for word in words]):  # noqa: C419 (faster)
        for block in found:
            for token in _TOKEN.finditer(block.text):
                acronym = _acronym(token[0])
                if acronym:
                    used.setdefault(acronym, block.line + block.text.count("\n", 0, token.start()))
    for block in found:
        if "(" in block.text or "（" in block.text:
            explained.update(_IN_BRACKETS.findall(block.text))
            explained.update(_BEFORE_BRACKETS.findall(block.text))
    named = frozenset(acronym for acronym in map(_acronym, explained) if acronym)
    small = frozenset([word for word in words if len(word) <= 6 and word.islower()])
    return _Found(used, named, small)


def _words(text: str) -> set[str]:
    """Return the words of a text, each once."""
    pieces = set(text.replace(", ", " ").replace(". ", " ").split())
    mixed = [piece for piece in pieces if not piece.isalpha()]
    pieces.difference_update(mixed)
    pieces.update(_TOKEN.findall(" ".join(mixed)))
    return pieces


def _acronym(token: str) -> str | None:
    """Return the acronym that a word is, without its plural or genitive; None if it is none."""
    if not token[:2].isupper():
        return None
    word = re.sub(r"(?:['’]s|s['’]?)$", "", token) if len(token) > 2 else token
    if not (len(word) <= 6 and word.isalpha() and word.isupper()):
        return None
    return None if _ROMAN.fullmatch(word) or len(set(word)) == 1 else word
