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
        entries = kept.setdefault(_key(unit), [])
        entries += _taken(unit, sources)
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
        if id(unit) in own:
            entries += _taken(unit, sources)
        elif unit.kept:
            entries.append(Kept(*unit.kept))
    return Lock({**lock.kept, **{key: tuple(pairs) for key, pairs in kept.items()}}, sources)


def _taken(unit: Unit, sources: dict[str, str]) -> tuple[Kept, ...]:
    """Return what the lock is to know of a translated unit, and add the text of its source."""
    if unit.source is None or unit.target is None:
        return ()
    made_from = mark(unit.source)
    sources[made_from] = unit.source
    return (Kept(made_from, mark(unit.target)),)


def _key(unit: Unit) -> FieldKey:
    return unit.record, unit.language, unit.way
