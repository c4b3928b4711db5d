"""A site that takes note of what is read of it."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any, TypeVar

from planpress.facts.apart import APART, noted_value
from planpress.facts.noting import Noted, note
from planpress.model.place import Place
from planpress.model.project import Project
from planpress.model.record import Record
from planpress.model.site import Site
from planpress.model.translation import Standing, Translations

V = TypeVar("V")

SINGLE = ("plan", "glossary", "dimensions")
KINDS = tuple(f.name for f in fields(Project) if f.name not in SINGLE)
ENTRIES = (
    "series",
    "assessments",
    "groups",
    "that_day",
    "figures",
    "diagrams",
    "revised",
    "attached",
    "sizes",
    "changed",
)
"""The parts of a site that are read entry by entry; of records, it is field by field."""
WHOLE = ("moves", "as_of", "base_url")
"""The parts of a site that are read as a whole."""


class NotedMapping(Mapping[Any, V]):
    """A mapping of facts: its entries by their keys, and all its keys together as one more."""

    def __init__(self, space: str, entries: Mapping[Any, V], *, of_records: bool = False) -> None:
        self._space, self._entries, self._of_records = space, entries, of_records

    def __getitem__(self, key: Any) -> V:
        if not self._of_records or key not in self._entries:
            note(fact_of(self._space, key))
        return self._entries[key]

    def __contains__(self, key: object) -> bool:
        note(fact_of(self._space, key))
        return key in self._entries

    def get(self, key: Any, default: Any = None) -> Any:
        """Return an entry, or the default where there is none."""
        if not self._of_records or key not in self._entries:
            note(fact_of(self._space, key))
        return self._entries.get(key, default)

    def __iter__(self) -> Iterator[Any]:
        note((self._space,))
        return iter(self._entries)

    def __len__(self) -> int:
        note((self._space,))
        return len(self._entries)


class NotedValues(NotedMapping[V]):
    """A mapping of facts whose entries note which of their parts are read."""

    def __init__(self, space: str, entries: Mapping[Any, V]) -> None:
        super().__init__(space, entries)
        self._noted: dict[Any, V] = {}

    def __getitem__(self, key: Any) -> V:
        note(fact_of(self._space, key))
        if key not in self._noted:
            self._noted[key] = noted_value(fact_of(self._space, key), self._entries[key])
        return self._noted[key]

    def get(self, key: Any, default: Any = None) -> Any:
        """Return an entry, or the default where there is none."""
        try:
            return self[key]
        except KeyError:
            return default


def fact_of(space: str, key: object) -> tuple[str, ...]:
    """Return the name of an entry's fact."""
    return (space, *key) if isinstance(key, tuple) else (space, str(key))


def noted_site(site: Site, like: Site | None = None) -> Site:
    """Return the same site, all reading of which is noted; with the records of one like it."""
    parts: dict[str, Any] = {
        name: (NotedValues if name in APART else NotedMapping)(name, getattr(site, name))
        for name in ENTRIES
    }
    noted = _NotedSite.__new__(_NotedSite)
    noted.__dict__.update(
        {field.name: getattr(site, field.name) for field in fields(Site)},
        project=like.project if like else noted_project(site.project),
        translations=_NotedTranslations(site.translations),
        **parts,
    )
    return noted


def noted_project(project: Project) -> Project:
    """Return the same project; its records take note of which of their fields are read."""
    known = {key: noted_record(key, record) for key, record in project.worded.items()}
    kinds: dict[str, Any] = {
        kind: NotedMapping(
            kind,
            {name: known[f"{kind}/{name}"] for name in getattr(project, kind)},
            of_records=True,
        )
        for kind in KINDS
    }
    single: dict[str, Any] = {name: known.get(name) for name in SINGLE}
    noted = replace(project, **kinds, **single)
    records = {key: known[key] for key in project.records}
    noted.__dict__["records"] = NotedMapping("records", records, of_records=True)
    noted.__dict__["worded"] = NotedMapping("worded", known, of_records=True)
    return noted


def noted_record(key: str, record: Record) -> Record:
    """Return the same record, of a class that notes `(key, field)` when a field is read."""
    noted: Record = object.__new__(_noted_class(type(record)))
    object.__setattr__(noted, "__dict__", {**record.__dict__, _KEY: key})
    for slot in ("__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__"):
        object.__setattr__(noted, slot, getattr(record, slot, None))
    return noted


_KEY = "noted_as"
_classes: dict[type[Record], type[Record]] = {}


def _noted_class(plain: type[Record]) -> type[Record]:
    if plain not in _classes:
        parts = {name: _field(name) for name in plain.model_fields}
        # Made without pydantic, which would work out for a while how to validate it.
        made = type.__new__(
            type(plain),
            f"Noted{plain.__name__}",
            (plain, Noted),
            {**parts, "__slots__": (), "__module__": __name__},
        )
        _classes[plain] = made
    return _classes[plain]


def _field(name: str) -> property:
    def read(record: Any) -> Any:
        values = record.__dict__
        note((values[_KEY], name))
        return values[name]

    return property(read)


def _whole(name: str) -> property:
    """Return what notes that a part of a site is read as a whole."""

    def read(site: Site) -> Any:
        note((name,))
        return site.__dict__[name]

    def write(site: Site, value: object) -> None:
        site.__dict__[name] = value

    return property(read, write)


_NotedSite: type[Site] = type("_NotedSite", (Site,), {name: _whole(name) for name in WHOLE})


class _NotedTranslations(Translations):
    """How translations stand, asked by the files in which they are."""

    def __init__(self, known: Translations) -> None:
        self.__dict__.update(known.__dict__, _known=known)

    def of(self, path: str) -> Standing:
        """Return how the words of a file stand."""
        note(("translations", path))
        known: Translations = self.__dict__["_known"]
        return known.of(path)

    def heard(self, place: Place, text: str) -> tuple[bool, bool]:
        """Return whether a text is stale or unread: a fact of its own, wherever it stands."""
        note(("translations", place.path, text_mark(text)))
        known: Translations = self.__dict__["_known"]
        return known.heard(place, text)


def _all_of(name: str) -> property:
    """Return what notes that all translations are read."""

    def read(translations: Translations) -> Any:
        note(("translations",))
        return getattr(translations.__dict__["_known"], name)

    return property(read)


for _name in ("standings", "units", "stale", "absent", "unreviewed"):
    setattr(_NotedTranslations, _name, _all_of(_name))


@lru_cache(maxsize=4096)
def text_mark(text: str) -> str:
    """Return a short name of a text."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
