"""The facts of a site as they are now: a mark for each, made when somebody asks."""

from abc import abstractmethod
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any, TypeVar

from planpress.facts.apart import APART
from planpress.facts.mark import mark
from planpress.facts.noted import ENTRIES, WHOLE, text_mark
from planpress.facts.noting import Fact
from planpress.model.site import Site
from planpress.model.translation import NOTHING

V = TypeVar("V")

_FRESH = b"fresh"
"""The mark of words of which nothing is to be said."""
_THERE = b"there"
"""The mark of an entry that is read part by part, whatever its parts are."""
MISSING = b""
"""The mark of what is not there."""


class Marked(Mapping[Any, V]):
    """Entries whose marks are known without looking at them."""

    @abstractmethod
    def mark_of(self, key: Any) -> bytes:
        """Return the mark of an entry that there is."""


class Known:
    """The marks of the facts of a site.

    `same` holds the keys of records, and of entries such as `series/graduation-rate`, that are
    the same as in the build before.
    """

    def __init__(self, site: Site, same: AbstractSet[str] = frozenset()) -> None:
        self.site = site
        self.same = same
        self._marks: dict[Fact, bytes] = {}
        self._spaces = {name: getattr(site, name) for name in ENTRIES}
        self._records = site.project.worded

    def mark(self, fact: Fact) -> bytes:
        """Return the mark of a fact; that of something that is not there is empty."""
        known = self._marks.get(fact)
        if known is None:
            known = self._marks[fact] = self._mark(fact)
        return known

    def stands(self, fact: Fact, before: bytes) -> bool:
        """Return whether a fact has the mark of the build before, where that is quickly seen."""
        space = fact[0]
        if space in self._records:
            return space in self.same
        if space == "translations":
            return before == _FRESH and len(fact) > 1 and self._is_fresh(*fact[1:])
        entry = space in self._spaces and len(fact) > 1 and before != MISSING
        return entry and f"{space}/{fact[1]}" in self.same

    def _is_fresh(self, path: str, *text: str) -> bool:
        """Return whether nothing is to be said of the words of a file, or of one text in it."""
        standing = self.site.translations.of(path)
        said_of_texts = standing.stale or standing.unreviewed
        return standing is NOTHING or bool(text and not said_of_texts)

    def learn(self, site: Site) -> None:
        """Go on with a site that has more entries than before."""
        self.site = site
        self._spaces = {name: getattr(site, name) for name in ENTRIES}

    def _mark(self, fact: Fact) -> bytes:
        space, *key = fact
        record = self._records.get(space)
        if record is not None and key:
            return mark(getattr(record, key[0]))
        if space in self._spaces:
            return self._entry(space, key)
        if space in WHOLE:
            return mark(getattr(self.site, space))
        if space == "translations":
            return self._translated(key)
        return self._of_records(space, key)

    def _entry(self, space: str, key: list[str]) -> bytes:
        entries = self._spaces[space]
        if not key:
            return mark(tuple(entries))
        if space in APART:
            return self._part(entries, *key)
        name = tuple(key) if len(key) > 1 else key[0]
        if name not in entries:
            return MISSING
        return entries.mark_of(name) if isinstance(entries, Marked) else mark(entries[name])

    def _part(self, entries: Mapping[str, Any], name: str, part: str = "") -> bytes:
        """Return the mark of a part of an entry, or of whether there is one."""
        if name not in entries:
            return MISSING
        return mark(getattr(entries[name], part)) if part else _THERE

    def _of_records(self, space: str, key: list[str]) -> bytes:
        """Return the mark of the keys of some records, or of whether there is one."""
        entries = getattr(self.site.project, space, None)
        if not isinstance(entries, Mapping):
            return MISSING  # a record that is gone
        return mark(key[0] in entries) if key else mark(tuple(entries))

    def _translated(self, key: list[str]) -> bytes:
        """Return the mark of all translations, of those in a file, or of one text in it."""
        known = self.site.translations
        if not key:
            return mark(known.standings)
        path, *text = key
        if self._is_fresh(path, *text):
            return _FRESH
        standing = known.of(path)
        if not text:
            return mark(standing)
        stale = (unit for unit in standing.stale if unit.target is not None)
        ways = tuple(unit.way for unit in stale if text_mark(unit.target or "") == text[0])
        return mark((ways, standing.unreviewed))
