"""The texts of a record in passages that are long enough to be graded."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from planpress.check.prose import Kind, blocks
from planpress.check.sentences import Sentence, sentences
from planpress.model.dataclass import dataclass
from planpress.model.place import Place
from planpress.model.record import Part, Record
from planpress.model.shapes import shapes
from planpress.model.worded import BODY, Way, WordedField, worded_fields
from planpress.model.words import Words

SAMPLE = 40
"""So many words at least are graded together: a formula for fewer tells more of chance."""

SPOKEN = frozenset({"quote", "quotation"})
"""Fields that hold what somebody said, in their own words."""


class _Section(NamedTuple):
    """A section of a text; `line` counts the lines of the text from 0, `size` and `most` words."""

    heading: str
    line: int
    sentences: tuple[Sentence, ...]
    size: int
    most: int


class _Part(NamedTuple):
    """A section, and where its text begins; of a body, the line of each sentence is known."""

    start: Place
    placed: bool
    section: _Section


@dataclass(frozen=True, slots=True)
class Passage:
    """A section, a worded field, or several short ones that stand together.

    `name` is the section's heading or the field's key; empty where several are taken together.
    `size` is how many words it has, `most` how many its longest sentence.
    """

    place: Place
    name: str
    parts: tuple[_Part, ...]
    size: int
    most: int

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Its sentences in their order."""
        return (one for part in self.parts for one in part.section.sentences)

    @property
    def placed(self) -> Iterator[tuple[Place, Sentence]]:
        """Its sentences with the places at which they stand."""
        for start, placed, section in self.parts:
            for one in section.sentences:
                yield Place(start.path, start.line + one.line) if placed else start, one


def texts(record: Record, language: str) -> Iterator[tuple[str, Place, bool]]:
    """Yield every text of a record, where it begins, and whether its lines are the file's."""
    for way, words in own_fields(record):
        if language in words.texts:
            yield words.texts[language], words.places[language], way == BODY


def own_fields(record: Record) -> Iterator[WordedField]:
    """Yield the worded fields of a record but those that somebody else said."""
    return (field for field in worded_fields(record) if _key(field.way) not in SPOKEN)


@cache
def _names(model: type[Part]) -> tuple[tuple[str, str], ...]:
    """Return the key and the name of what may have own words in it, in the order of the model."""
    own = {key for key, (kind, _) in shapes(model).items() if kind != "fact"} | {*BODY}
    keys = ((info.alias or name, name) for name, info in model.model_fields.items())
    left_out = {*SPOKEN, "id", "source"}
    return tuple((key, name) for key, name in keys if key in own and name not in left_out)


def short_passages(record: Record, language: str, most: int = 0) -> Iterator[Passage]:
    """Yield each section and each worded field of a record by itself, however short.

    With `most` only those are yielded that have a sentence of more words.
    """
    for way, words in own_fields(record):
        yield from _of_words(words, _key(way), language, most)


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
    short: list[Passage] = []
    if isinstance(value, Words):
        short += (p for p in _of_words(value, name, language) if not _titled(p))
    elif isinstance(value, tuple):
        for one in value:
            short += _pooled(one, name, language, found)
    elif isinstance(value, Part):
        for key, inner in _names(type(value)):
            short += _pooled(getattr(value, inner), key, language, found)
    if not short:
        return ()
    found += (passage for passage in short if passage.size >= SAMPLE)
    short = [passage for passage in short if passage.size < SAMPLE]
    size = sum(passage.size for passage in short)
    if size < SAMPLE:
        return short
    parts = tuple(part for passage in short for part in passage.parts)
    found.append(Passage(short[0].place, "", parts, size, max(p.most for p in short)))
    return ()


def _key(way: Way) -> str:
    """Return the key of a field; of a list of plain words, that of the list."""
    return next(step for step in reversed(way) if not step.isdigit())


def _titled(passage: Passage) -> bool:
    ((_, _, section),) = passage.parts
    first, *more = section.sentences
    return not more and first.text.rstrip('"”’»)')[-1:].isalnum()


def _of_words(field: Words, name: str, language: str, most: int = 0) -> Iterator[Passage]:
    text = field.texts.get(language)
    if text is None:
        return
    place, body = field.places[language], name == BODY[0]
    for section in _sections(text, language):
        if section.most <= most:
            continue
        start = Place(place.path, place.line + section.line) if body else place
        title = (section.heading or name) if body else name
        yield Passage(start, title, (_Part(place, body, section),), section.size, section.most)


@lru_cache(maxsize=256)
def _sections(text: str, language: str) -> tuple[_Section, ...]:
    found: list[tuple[str, int, list[Sentence]]] = [("", 0, [])]
    for block in blocks(text):
        if block.kind is Kind.HEADING:
            found.append((block.text, block.line, []))
        elif block.kind is Kind.TEXT:
            found[-1][2].extend(sentences(block.text, language, block.line))
    return tuple(
        _Section(title, line, tuple(own), sum(sizes), max(sizes))
        for title, line, own, sizes in (
            (title, line, own, [len(one.words) for one in own]) for title, line, own in found
        )
        if own
    )
