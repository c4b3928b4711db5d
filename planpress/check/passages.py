"""The texts of a record in passages that are long enough to be graded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from planpress.check.prose import Kind, blocks
from planpress.check.sentences import Sentence, sentences
from planpress.model.page import PageRecord, Section
from planpress.model.place import Place
from planpress.model.project import Project
from planpress.model.record import Part, Record
from planpress.model.worded import BODY, Way, WordedField, worded_fields
from planpress.model.words import Words

SAMPLE = 40
"""So many words at least are graded together: a formula for fewer tells more of chance."""

SPOKEN = frozenset({"quote", "quotation"})
"""Fields that hold what somebody said, in their own words."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A section, a worded field, or several short ones that stand together.

    `name` is the section's heading or the field's key; empty where several are taken together.
    `sentences` are with the places at which they stand.
    """

    place: Place
    name: str
    sentences: tuple[tuple[Place, Sentence], ...]

    @property
    def size(self) -> int:
        """How many words it has."""
        return sum(len(sentence.words) for _, sentence in self.sentences)


class _Section(NamedTuple):
    heading: str
    line: int
    sentences: tuple[Sentence, ...]


def own_records(project: Project) -> Iterator[Record]:
    """Yield the records whose words may be changed: all but those of the archive."""
    for record in project.records.values():
        if not isinstance(record, PageRecord) or record.section is not Section.ARCHIVE:
            yield record


def texts(record: Record, language: str) -> Iterator[tuple[str, Place, bool]]:
    """Yield every text of a record, where it begins, and whether its lines are the file's."""
    for way, words in own_fields(record):
        if language in words.texts:
            yield words.texts[language], words.places[language], way == BODY


def own_fields(record: Record) -> Iterator[WordedField]:
    """Yield the worded fields of a record but those that somebody else said."""
    return (field for field in worded_fields(record) if _key(field.way) not in SPOKEN)


def _inside(part: Part | tuple[object, ...], name: str = "") -> Iterator[tuple[str, object]]:
    """Yield what a part or a list of a record consists of, with the key of each."""
    if isinstance(part, tuple):
        yield from ((name, one) for one in part)
    else:
        fields = type(part).model_fields
        for field, info in fields.items():
            if field not in SPOKEN and field not in ("id", "source"):
                yield info.alias or field, getattr(part, field)


def short_passages(record: Record, language: str) -> Iterator[Passage]:
    """Yield each section and each worded field of a record by itself, however short."""
    for way, words in own_fields(record):
        yield from _of_words(words, _key(way), language)


def passages(record: Record, language: str) -> Iterator[Passage]:
    """Yield the passages of a record that can be graded.

    Sections and fields of fewer than `SAMPLE` words are taken together with their neighbours: with
    those of their text, of their entry in a list, of the list, and at last of the record. What is
    less even then is not graded. A single phrase without a full stop is a title and is left out.
    """
    found: list[Passage] = []
    _pooled(record, "", language, found)
    yield from found


def _pooled(value: object, name: str, language: str, found: list[Passage]) -> Sequence[Passage]:
    """Add what is long enough to `found`; return what is left over."""
    if isinstance(value, Words):
        short = [p for p in _of_words(value, name, language) if not _titled(p)]
    elif isinstance(value, Part | tuple):
        short = [
            left
            for key, one in _inside(value, name)
            if isinstance(one, Words | Part | tuple)
            for left in _pooled(one, key, language, found)
        ]
    else:
        return ()
    found += (passage for passage in short if passage.size >= SAMPLE)
    short = [passage for passage in short if passage.size < SAMPLE]
    if sum(passage.size for passage in short) < SAMPLE:
        return short
    together = tuple(sentence for passage in short for sentence in passage.sentences)
    found.append(Passage(short[0].place, "", together))
    return ()


def _key(way: Way) -> str:
    """Return the key of a field; of a list of plain words, that of the list."""
    return next(step for step in reversed(way) if not step.isdigit())


def _titled(passage: Passage) -> bool:
    ((_, first), *more) = passage.sentences
    return not more and first.text.rstrip('"”’»)')[-1:].isalnum()


def _of_words(field: Words, name: str, language: str) -> Iterator[Passage]:
    text = field.texts.get(language)
    if text is None:
        return
    place = field.places[language]
    for section in _sections(text, language):
        if name != "body":
            yield Passage(place, name, tuple((place, one) for one in section.sentences))
            continue
        lines = ((place.line + one.line, one) for one in section.sentences)
        start = Place(place.path, place.line + section.line)
        placed = tuple((Place(place.path, line), one) for line, one in lines)
        yield Passage(start, section.heading or "body", placed)


@lru_cache(maxsize=16_384)
def _sections(text: str, language: str) -> tuple[_Section, ...]:
    found: list[tuple[str, int, list[Sentence]]] = [("", 0, [])]
    for block in blocks(text):
        if block.kind is Kind.HEADING:
            found.append((block.text, block.line, []))
        elif block.kind is Kind.TEXT:
            own = sentences(block.text, language)
            found[-1][2].extend(one._replace(line=one.line + block.line) for one in own)
    return tuple(_Section(title, line, tuple(own)) for title, line, own in found if own)
