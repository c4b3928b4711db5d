"""A plan and its lock in, the state of every translated field and section out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from planpress.model.dataclass import dataclass
from planpress.model.place import Place
from planpress.model.project import Project
from planpress.model.record import Record
from planpress.model.sections import Section, sections
from planpress.model.translated import Translated
from planpress.model.translation import Standing, State, Translations, Unit
from planpress.model.worded import BODY, Way, worded_fields
from planpress.model.words import Words
from planpress.piecewise import joined
from planpress.store import Store, digest
from planpress.translate.align import Kept, mark, matched
from planpress.translate.lock import Lock


def translations(project: Project, lock: Lock, store: Store | None = None) -> Translations:
    """Return how every language of a plan but the first stands to the first.

    What the first language does not say is no unit: there is nothing to translate. With a store,
    only what changed of the records or of the lock is gone through.
    """
    languages = project.languages
    records = project.worded
    digests = lock.digests
    pieces = {
        key: digest(record.source.digest, digests.get(key, ""))
        if digests is not None and record.source.digest
        else ""
        for key, record in records.items()
    }
    groups = joined(
        store,
        digest("translations", *languages),
        pieces,
        lambda key: _standings(key, records[key], languages, lock),
        lambda found: {standings[0].record: standings for standings in found if standings},
    )
    found = {key: standings for group in groups for key, standings in group.items()}
    return Translations(
        standings={
            language: tuple(found[key][at] for key in records)
            for at, language in enumerate(languages[1:])
        },
        units=_Units(project, lock),
    )


def _standings(
    key: str, record: Record, languages: Sequence[str], lock: Lock
) -> tuple[Standing, ...]:
    return tuple(
        _standing(
            key, record, language, tuple(_of_record(key, record, languages[0], language, lock))
        )
        for language in languages[1:]
    )


def _standing(key: str, record: Record, language: str, units: Sequence[Unit]) -> Standing:
    return Standing(
        key,
        language,
        record.source.files.get(language, ""),
        dict(Counter(unit.state for unit in units)),
        tuple(unit for unit in units if unit.state is State.STALE),
        _absent([unit for unit in units if unit.of_body]),
        record.source.translated.get(language, Translated()).unreviewed,
    )


class _Units(Mapping[str, tuple[Unit, ...]]):
    """All units by languages, made when they are asked for."""

    def __init__(self, project: Project, lock: Lock) -> None:
        self._project, self._lock = project, lock
        self._found: dict[str, tuple[Unit, ...]] = {}

    def __getitem__(self, language: str) -> tuple[Unit, ...]:
        first, *others = self._project.languages
        if language not in others:
            raise KeyError(language)
        if language not in self._found:
            self._found[language] = tuple(
                unit
                for key, record in self._project.worded.items()
                for unit in _of_record(key, record, first, language, self._lock)
            )
        return self._found[language]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(self._project.languages[1:]))

    def __len__(self) -> int:
        return len(set(self._project.languages[1:]))


def _of_record(key: str, record: Record, first: str, language: str, lock: Lock) -> Iterator[Unit]:
    for way, words in worded_fields(record):
        if first in words.texts:
            yield from _units(_Pair(key, way, words, first, language, lock, record))


@dataclass(frozen=True, slots=True)
class _Pair:
    """A worded field in the first language and in another, and what is known of the two."""

    key: str
    way: Way
    words: Words
    first: str
    language: str
    lock: Lock
    record: Record

    @property
    def kept(self) -> tuple[Kept, ...]:
        return self.lock.kept.get((self.key, self.language, self.way), ())

    @property
    def unreviewed(self) -> bool:
        return self.record.source.translated.get(self.language, Translated()).unreviewed

    def state(self, source: str | None, target: str | None, then: Kept | None) -> State:
        if target is None:
            return State.MISSING
        if source is None or (then and then.source != mark(source)):
            return State.STALE
        if self.unreviewed:
            return State.UNREVIEWED
        return State.COMPLETE if then else State.UNRECORDED

    def before(self, source: str | None, then: Kept | None) -> str | None:
        if then is None or (source is not None and then.source == mark(source)):
            return source if then else None
        return self.lock.sources.get(then.source)


def _units(pair: _Pair) -> Iterator[Unit]:
    return _sections(pair) if pair.way == BODY else iter((_field(pair),))


def _field(pair: _Pair) -> Unit:
    words, then = pair.words, next(iter(pair.kept), None)
    source, target = words.texts[pair.first], words.texts.get(pair.language)
    return Unit(
        record=pair.key,
        language=pair.language,
        way=pair.way,
        state=pair.state(source, target, then),
        source=source,
        target=target,
        before=pair.before(source, then),
        source_place=words.place(pair.first),
        target_place=words.places.get(pair.language),
        edited=_edited(target, then),
        kept=then,
    )


def _sections(pair: _Pair) -> Iterator[Unit]:
    words, kept, lock = pair.words, pair.kept, pair.lock
    source = sections(words.texts[pair.first])
    target = sections(words.texts.get(pair.language, ""))
    before = [lock.sources.get(one.source) for one in kept]
    for match in matched(source, target, kept, before):
        here, there = _at(source, match.source), _at(target, match.target)
        then = kept[match.kept] if match.kept is not None else None
        old, new = here.text if here else None, there.text if there else None
        moved = match.moved and new is not None
        yield Unit(
            record=pair.key,
            language=pair.language,
            way=pair.way,
            state=State.STALE if moved else pair.state(old, new, then),
            source=old,
            target=new,
            before=pair.before(old, then),
            heading=(here or there or source[0]).heading,
            section=match.source,
            target_section=match.target,
            source_place=words.place(pair.first, here.line if here else 0),
            target_place=words.place(pair.language, there.line) if there else None,
            edited=_edited(new, then),
            kept=then,
        )


def _absent(body: Sequence[Unit]) -> dict[tuple[Place, int], tuple[Unit, ...]]:
    """Return the sections without translation by where in the translated body they belong."""
    found: dict[tuple[Place, int], tuple[Unit, ...]] = {}
    start = next((u.target_place for u in body if u.target_section == 0), None)
    if start is None:
        return found
    before = sum(u.target_section is not None for u in body)
    for unit in reversed([u for u in body if u.section is not None]):
        if unit.target_section is not None:
            before = unit.target_section
        else:
            found[start, before] = (unit, *found.get((start, before), ()))
    return found


def _at(found: tuple[Section, ...], position: int | None) -> Section | None:
    return found[position] if position is not None else None


def _edited(target: str | None, then: Kept | None) -> bool:
    return target is not None and then is not None and then.target != mark(target)
