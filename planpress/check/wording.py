"""What the rules find in the words of one record, whatever else there is in the plan."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planpress.model.dataclass import dataclass
from planpress.model.page import PageRecord, Section
from planpress.model.place import Place
from planpress.model.plan import PlanRecord
from planpress.model.problem import Problem
from planpress.model.record import Record
from planpress.model.shortcode import Shortcode


@dataclass(frozen=True, slots=True)
class Limits:
    """What the plan says of all its words: languages, the longest sentence, the highest grade."""

    languages: tuple[str, ...]
    territory: str
    sentence: int
    grade: int

    @classmethod
    def of(cls, plan: PlanRecord) -> "Limits":
        """Return those of a plan."""
        plain = plan.plain_language
        return cls(plan.languages, plan.territory, plain.sentence, plain.grade)


class Acronym(NamedTuple):
    """An acronym that its record does not explain, and where it comes first in a language."""

    language: str
    name: str
    place: Place


class Wording(NamedTuple):
    """What was found in records: problems, and what other records decide about.

    `shortcodes` are with the places where they stand. `small` maps language to the short words that
    are written in small letters, with a blank between them.
    """

    problems: tuple[Problem, ...]
    shortcodes: tuple[tuple[Shortcode, Place], ...]
    acronyms: tuple[Acronym, ...]
    small: Mapping[str, str]


def wording(record: Record, limits: Limits, *, met: bool) -> Wording:
    """Return what is found in the words of a record.

    Of one that readers do not meet only what it states in its languages is compared, and archived
    pages are kept as they are.
    """
    # Nothing of this is needed where no record has changed.
    from planpress.check.acronyms import acronyms_of  # noqa: PLC0415
    from planpress.check.equal import equal_statements  # noqa: PLC0415
    from planpress.check.plain import long_sentences, reading_grades  # noqa: PLC0415
    from planpress.check.shortcodes import called  # noqa: PLC0415

    problems = [*equal_statements(record, limits)]
    shortcodes = tuple(called(record)) if met else ()
    if not met or (isinstance(record, PageRecord) and record.section is Section.ARCHIVE):
        return Wording(tuple(problems), shortcodes, (), {})
    problems += long_sentences(record, limits)
    problems += reading_grades(record, limits)
    acronyms: list[Acronym] = []
    small: dict[str, str] = {}
    for language in limits.languages:
        unexplained, words = acronyms_of(record, language)
        acronyms += (Acronym(language, name, place) for name, place in unexplained.items())
        small[language] = " ".join(words)
    return Wording(tuple(problems), shortcodes, tuple(acronyms), small)


def together(found: Iterable[Wording]) -> Wording:
    """Return what was found in several records as one."""
    found = tuple(found)
    small: dict[str, set[str]] = {}
    for one in found:
        for language, words in one.small.items():
            small.setdefault(language, set()).update(words.split())
    return Wording(
        tuple(problem for one in found for problem in one.problems),
        tuple(code for one in found for code in one.shortcodes),
        tuple(acronym for one in found for acronym in one.acronyms),
        {language: " ".join(sorted(words)) for language, words in small.items()},
    )
