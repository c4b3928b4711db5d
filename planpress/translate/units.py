"""A plan and its lock in, the state of every translated field and section out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planpress.model.place import Place
from planpress.model.project import Project
from planpress.model.record import Record
from planpress.model.sections import Section, sections
from planpress.model.translated import Translated
from planpress.model.translation import State, Translations, Unit
from planpress.model.worded import BODY, Way, worded_fields
from planpress.model.words import Words
from planpress.translate.align import Kept, mark, matched
from planpress.translate.lock import Lock


def translations(project: Project, lock: Lock) -> Translations:
    """Return how every language of a plan but the first stands to the first.

    What the first language does not say is no unit: there is nothing to translate.
    """
    first, *others = project.languages
    records = {
        key: (record, [f for f in worded_fields(record) if first in f.words.texts])
        for key, record in project.worded.items()
    }
    units = {
        language: tuple(
            unit
            for key, (record, fields) in records.items()
            for way, words in fields
            for unit in _units(_Pair(key, way, words, first, language, lock, record))
        )
        for language in others
    }
    stale = (u for known in units.values() for u in known if u.state is State.STALE)
    return Translations(
        units=units,
        absent=_absent(units),
        stale={unit.target_place: unit for unit in stale if unit.target_place},
        unreviewed=frozenset(
            record.source.files[language]
            for record, _ in records.values()
            for language, marks in record.source.translated.items()
            if marks.unreviewed
        ),
    )


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


def _absent(units: Mapping[str, Sequence[Unit]]) -> dict[tuple[Place, int], tuple[Unit, ...]]:
    """Return the sections without translation by where in the translated body they belong."""
    bodies: dict[tuple[str, str], list[Unit]] = {}
    for unit in (u for known in units.values() for u in known if u.of_body):
        bodies.setdefault((unit.record, unit.language), []).append(unit)
    found: dict[tuple[Place, int], tuple[Unit, ...]] = {}
    for body in bodies.values():
        start = next((u.target_place for u in body if u.target_section == 0), None)
        if start is None:
            continue
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
