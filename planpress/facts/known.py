"""The facts of a site as they are now: a mark for each, made when somebody asks."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from planpress.facts.mark import mark
from planpress.facts.noted import ENTRIES, WHOLE, text_mark
from planpress.facts.noting import Fact
from planpress.model.record import Record
from planpress.model.site import Site
from planpress.model.translation import NOTHING

V = TypeVar("V")

_FRESH = b"fresh"
"""The mark of words of which nothing is to be said."""
MISSING = b""
"""The mark of what is not there."""


class Marked(Mapping[Any, V]):
    """Entries whose marks are known without looking at them."""

    @abstractmethod
    def mark_of(self, key: Any) -> bytes:
        """Return the mark of an entry that there is."""


class Known:
    """The marks of the facts of a site.

    `same` says of a record's key, or of an entry such as `series/graduation-rate`, whether it is
    the same as when the marks in `before` were made.
    """

    def __init__(
        self,
        site: Site,
        before: Mapping[Fact, bytes] | None = None,
        same: Callable[[str], bool] = lambda _key: False,
    ) -> None:
        self.site = site
        self.before = before or {}
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

    def learn(self, site: Site) -> None:
        """Go on with a site that has more entries than before."""
        self.site = site
        self._spaces = {name: getattr(site, name) for name in ENTRIES}

    def _mark(self, fact: Fact) -> bytes:
        space, *key = fact
        record = self._records.get(space)
        if record is not None and key:
            return self._field(record, fact)
        if space in self._spaces:
            if len(key) == 1 and fact in self.before and self.same(f"{space}/{key[0]}"):
                return self.before[fact]
            return self._entry(space, key)
        if space in WHOLE:
            return mark(getattr(self.site, space))
        if space == "translations":
            return self._translated(key)
        return self._of_records(space, key)

    def _field(self, record: Record, fact: Fact) -> bytes:
        if fact in self.before and self.same(fact[0]):
            return self.before[fact]
        return mark(getattr(record, fact[1]))

    def _entry(self, space: str, key: list[str]) -> bytes:
        entries = self._spaces[space]
        if not key:
            return mark(tuple(entries))
        name = tuple(key) if len(key) > 1 else key[0]
        if name not in entries:
            return MISSING
        return entries.mark_of(name) if isinstance(entries, Marked) else mark(entries[name])

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
        standing = known.of(path)
        if standing is NOTHING:
            return _FRESH
        if not text:
            return mark(standing)
        if not standing.stale and not standing.unreviewed:
            return _FRESH
        stale = (unit for unit in standing.stale if unit.target is not None)
        ways = tuple(unit.way for unit in stale if text_mark(unit.target or "") == text[0])
        return mark((ways, standing.unreviewed))
