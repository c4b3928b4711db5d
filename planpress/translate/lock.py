"""`content/translations.lock`: the source that every translation was made from."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote, unquote

from planpress.makers import makers
from planpress.model.dataclass import dataclass
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.worded import Way
from planpress.store import Store, digest
from planpress.translate.align import Kept

LOCK = "content/translations.lock"
_SCHEMA = 1
K = TypeVar("K")
V = TypeVar("V")

FieldKey = tuple[str, str, Way]
"""A record (`pages/vision`), a language, and the way to a worded field."""


@dataclass(frozen=True, slots=True)
class Lock:
    """What is known of the translations of a plan.

    `kept` has one entry for a field, and one for every section of a body in the order of the
    source. `sources` maps digests to the texts of then, for what has changed since. `digests` has
    one for all that is known of a record, by its key; None where nobody has worked them out.
    """

    kept: Mapping[FieldKey, tuple[Kept, ...]] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    digests: Mapping[str, str] | None = field(default=None, compare=False)


def read_lock(folder: Path, store: Store | None = None) -> tuple[Lock, list[Problem]]:
    """Return the lock of a project; an empty one where there is none, or none that is whole.

    With a store, a file that was found whole before is taken apart only when it is looked into.
    """
    file = folder / LOCK
    if not file.exists():
        return Lock(digests={}), []
    try:
        text = file.read_text("utf-8")
        if store is None:
            return _typed(json.loads(text)), []
        digests = store.recalled(digest(makers(), "lock", text), lambda: _digests(text))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as wrong:
        place = Place(LOCK, getattr(wrong, "lineno", 0), getattr(wrong, "colno", 0))
        hint = (
            "Bring the file back from git; or remove it and run python3 build.py translate accept, "
            "which takes every translation as it stands for a good one."
        )
        return Lock(), [error(place, "translations-lock", f"this cannot be read: {wrong}", hint)]
    whole = _taken_apart(text)
    return Lock(_Part(whole, "kept"), _Part(whole, "sources"), digests), []


def written(lock: Lock) -> str:
    """Return the lock as it stands in its file: a line a field, in a steady order."""
    records: dict[str, dict[str, dict[str, Any]]] = {}
    used: dict[str, str] = {}
    for (record, language, way), kept in sorted(lock.kept.items()):
        entry = records.setdefault(record, {}).setdefault(language, {})
        entry["/".join(quote(step, safe=" ") for step in way)] = " ".join(
            f"{one.source}:{one.target}" for one in kept
        )
        used |= {one.source: lock.sources[one.source] for one in kept if one.source in lock.sources}
    whole = {"schema": _SCHEMA, "translations": records, "sources": dict(sorted(used.items()))}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _typed(whole: Any) -> Lock:
    if whole["schema"] != _SCHEMA:
        raise ValueError(f"it is of version {whole['schema']}, not {_SCHEMA}")
    kept = {
        (record, language, tuple(map(unquote, way.split("/")))): tuple(
            _pair(one) for one in pairs.split()
        )
        for record, languages in whole["translations"].items()
        for language, fields in languages.items()
        for way, pairs in fields.items()
    }
    return Lock(kept, {str(key): str(text) for key, text in whole["sources"].items()})


def _digests(text: str) -> dict[str, str]:
    """Return a digest of what is known of each record; raises where the lock is not whole."""
    whole = json.loads(text)
    sources = _typed(whole).sources

    def parts(languages: Mapping[str, Mapping[str, str]]) -> Iterator[str | bytes]:
        yield json.dumps(languages)
        for fields in languages.values():
            for one in (one for pairs in fields.values() for one in pairs.split()):
                source = one.partition(":")[0]
                if source in sources:
                    yield source
                    yield sources[source].encode("utf-8", "surrogatepass")

    return {key: digest(*parts(languages)) for key, languages in whole["translations"].items()}


@dataclass(frozen=True)
class _Whole:
    """A lock as it stands in its file, taken apart when it is looked into."""

    text: str

    @cached_property
    def lock(self) -> Lock:
        return _typed(json.loads(self.text))


@lru_cache(maxsize=1)
def _taken_apart(text: str) -> _Whole:
    """Return a lock; the builds of a preview find it as it is."""
    return _Whole(text)


class _Part(Mapping[K, V]):
    """One of a lock's two mappings."""

    def __init__(self, whole: _Whole, name: str) -> None:
        self._whole, self._name = whole, name

    @property
    def _inner(self) -> Mapping[K, V]:
        inner: Mapping[K, V] = getattr(self._whole.lock, self._name)
        return inner

    def __getitem__(self, key: K) -> V:
        return self._inner[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._inner)

    def __len__(self) -> int:
        return len(self._inner)

    def __eq__(self, other: object) -> bool:
        return self._inner == other

    __hash__ = None  # type: ignore[assignment]


def _pair(written: str) -> Kept:
    source, found, target = written.partition(":")
    if not found:
        raise ValueError(f"“{written}” is not a pair of digests")
    return Kept(source, target)
