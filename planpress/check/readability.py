"""How hard a text is to read: published formulas, and the school grade that each stands for."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from planpress.check.sentences import Sentence
from planpress.check.syllables import english, spanish
from planpress.model.dataclass import dataclass

_MOST = 32_768
"""So many words are remembered."""
_SPELLED = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Extent:
    """What the formulas count.

    `spelled` are the words that have syllables to be counted: no figures, initials or acronyms,
    as Flesch advises (The Art of Readable Writing, 1949). They count as words of a sentence.
    """

    sentences: int = 0
    words: int = 0
    spelled: int = 0
    syllables: int = 0


def flesch_kincaid(extent: Extent) -> float:
    """Return the school grade of an English text.

    Kincaid, Fishburne, Rogers and Chissom: Derivation of New Readability Formulas (1975).
    """
    return 0.39 * extent.words / extent.sentences + 11.8 * extent.syllables / extent.spelled - 15.59


def fernandez_huerta(extent: Extent) -> float:
    """Return how easy a Spanish text is to read, from 100, very easy, down to 0.

    José Fernández Huerta: Medidas sencillas de lecturabilidad (Consigna 214, 1959), where the
    second term is words per sentence, as Gwillim Law showed (2011).
    """
    syllables = 100 * extent.syllables / extent.spelled
    return 206.84 - 0.60 * syllables - 1.02 * extent.words / extent.sentences


_GRADES = ((90, 4), (80, 5), (70, 6), (65, 7), (60, 8), (57.5, 9), (55, 10), (52.5, 11), (50, 12))


def grade_of_ease(ease: float) -> float:
    """Return the school grade in which a text of this ease can be read.

    Fernández Huerta's own table: from 90 on grade 4, from 80 on 5, from 70 on 6, from 60 on 7 or 8,
    from 50 on the years before university (9 to 12), from 30 on selective courses (13), and below
    that university (16). Where a row is for several grades, each has an equal share of it.
    """
    for least, grade in _GRADES:
        if ease >= least:
            return grade
    return 13 if ease >= 30 else 16


@dataclass(frozen=True, slots=True)
class Formula:
    """A language's formula: how syllables are counted, and which grade follows."""

    name: str
    syllables: Callable[[str], int]
    grade: Callable[[Extent], float]
    hard: int
    """From how many syllables on a word is long in this language."""

    def extent(self, sentences: Iterable[Sentence]) -> Extent:
        """Count what the formula needs."""
        known = _known(self.syllables)
        number, counts = 0, list[int]()
        for sentence in sentences:
            number += 1
            counts.extend(map(known.__getitem__, sentence.words))
        words = len(counts)
        return Extent(number, words, words - counts.count(0), sum(counts))

    def of(self, word: str) -> int:
        """Return the syllables of a word, with all parts joined by hyphens; 0 if it has none."""
        return _known(self.syllables)[word]


class _Known(dict[str, int]):
    """The syllables of the words that were met."""

    def __init__(self, count: Callable[[str], int]) -> None:
        super().__init__()
        self.count = count

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST:
            self.clear()
        self[word] = found = _syllables(word, self.count)
        return found


@cache
def _known(count: Callable[[str], int]) -> _Known:
    return _Known(count)


def _syllables(word: str, count: Callable[[str], int]) -> int:
    parts = _SPELLED.findall(word)
    if any(map(str.isdigit, word)) or any(len(part) > 1 and part.isupper() for part in parts):
        return 0
    return sum(map(count, parts))


FORMULAS: Mapping[str, Formula] = {
    "en": Formula("Flesch-Kincaid", english, flesch_kincaid, 4),
    "es": Formula(
        "Fernández-Huerta", spanish, lambda text: grade_of_ease(fernandez_huerta(text)), 5
    ),
}
"""The languages whose texts are graded."""


def formula_for(language: str) -> Formula | None:
    """Return the formula of a language (`es`, `es-MX`), or None where there is none."""
    return FORMULAS.get(language.split("-", maxsplit=1)[0])
