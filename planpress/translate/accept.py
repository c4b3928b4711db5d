"""Translations that are said to be good as they stand, into the lock."""

from collections.abc import Collection, Iterable

from planpress.model.translation import Unit
from planpress.translate.align import Kept, mark
from planpress.translate.lock import FieldKey, Lock


def accepted(lock: Lock, units: Iterable[Unit], only: Collection[str] | None = None) -> Lock:
    """Return the lock after all translated units were taken as made from the source of today.

    `units` are those of whole records: what the lock knew of a field that is no longer there goes.
    With `only`, the keys of some records, it keeps what it knows of all others.
    """
    kept: dict[FieldKey, list[Kept]] = {}
    sources = dict(lock.sources)
    for unit in units:
        if only is not None and unit.record not in only:
            continue
        entries = kept.setdefault((unit.record, unit.language, unit.way), [])
        if unit.source is not None and unit.target is not None:
            made_from = mark(unit.source)
            sources[made_from] = unit.source
            entries.append(Kept(made_from, mark(unit.target)))
    others = {
        key: pairs for key, pairs in lock.kept.items() if only is not None and key[0] not in only
    }
    found = {key: tuple(pairs) for key, pairs in kept.items() if pairs}
    return Lock({**others, **found}, sources)


def accepted_alone(lock: Lock, units: Iterable[Unit], chosen: Iterable[Unit]) -> Lock:
    """Return the lock after some units were taken as made from the source of today.

    `units` are all of the language in their order, `chosen` some of them; what the lock knew of all
    others it keeps, those of the same record and the same text too.
    """
    chosen = tuple(chosen)
    own = {id(unit) for unit in chosen}
    touched = {_key(unit) for unit in chosen}
    kept: dict[FieldKey, list[Kept]] = {}
    sources = dict(lock.sources)
    for unit in units:
        if _key(unit) not in touched:
            continue
        entries = kept.setdefault(_key(unit), [])
        if id(unit) not in own and unit.kept:
            entries.append(Kept(*unit.kept))
        elif id(unit) in own and unit.source is not None and unit.target is not None:
            made_from = mark(unit.source)
            sources[made_from] = unit.source
            entries.append(Kept(made_from, mark(unit.target)))
    return Lock({**lock.kept, **{key: tuple(pairs) for key, pairs in kept.items()}}, sources)


def _key(unit: Unit) -> FieldKey:
    return unit.record, unit.language, unit.way
