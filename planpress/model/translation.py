"""How a plan stands in its other languages: unit by unit, each a field or a section of a text."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from planpress.model.dataclass import dataclass
from planpress.model.place import Place
from planpress.model.word_diff import Run, word_diff
from planpress.model.worded import BODY, Way


class State(StrEnum):
    """How a translation stands to its source."""

    MISSING = "missing"
    """There is none."""
    STALE = "stale"
    """Its source was changed, moved or taken away after it was made."""
    UNREVIEWED = "unreviewed"
    """A machine made it, and nobody has read it."""
    UNRECORDED = "unrecorded"
    """Nothing is known of the source that it was made from."""
    COMPLETE = "complete"
    """It was made from the source as it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A worded field, or a section of a body, and its translation into one language.

    `record` is a key such as `pages/vision`. `section` is the position of a section among those of
    the source's body counted from 0, `target_section` among those of the translation's; both are
    None for fields. `source` is None where a section was taken away, `target` where there is no
    translation. `before` is the source that the translation was made from; None where that is not
    known. `edited` says that the translation too was changed since. `kept` are the digests of the
    source and the translation that the lock knows of it.
    """

    record: str
    language: str
    way: Way
    state: State
    source: str | None
    target: str | None
    before: str | None = None
    heading: str = ""
    section: int | None = None
    target_section: int | None = None
    source_place: Place
    target_place: Place | None = None
    edited: bool = False
    kept: tuple[str, str] | None = None

    @property
    def of_body(self) -> bool:
        """Whether this is a section of a body."""
        return self.way == BODY

    @property
    def changes(self) -> tuple[Run, ...]:
        """What was changed in the source since, word by word; nothing where that is not known.

        A heading that is the same is left out.
        """
        if self.before is None or self.source is None or self.before == self.source:
            return ()
        before, now = self.before, self.source
        if self.of_body and before.partition("\n")[0] == now.partition("\n")[0]:
            before, now = before.partition("\n")[2], now.partition("\n")[2]
        return word_diff(before, now)


@dataclass(frozen=True, slots=True)
class Count:
    """How many units of each state there are in a language."""

    states: Mapping[State, int]

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.states.values())

    @property
    def percent(self) -> int:
        """How many of a hundred are complete, rounded down: 100 means all."""
        return 100 * self.states.get(State.COMPLETE, 0) // self.total if self.total else 100


class Standing(NamedTuple):
    """How the words of one record in one language stand to those that they were made from.

    `counts` says how many units are in each state; states of which there is none may be left out.
    `path` is the language's file, empty where there is none; `unreviewed` says that a machine wrote
    it. `absent` holds the sections that the translated body does not have, by where that body
    begins and the position of its section before which they belong, counted from 0; after the last
    one it is their number.
    """

    record: str
    language: str
    path: str
    counts: Mapping[State, int]
    stale: tuple[Unit, ...]
    absent: Mapping[tuple[Place, int], tuple[Unit, ...]]
    unreviewed: bool

    @property
    def complete(self) -> bool:
        """Whether there is nothing to do."""
        return not any(n for state, n in self.counts.items() if state is not State.COMPLETE)


NOTHING = Standing("", "", "", {}, (), {}, unreviewed=False)
"""How a file stands that is no translation."""


@dataclass(frozen=True, kw_only=True)
class Translations:
    """How every language but the first stands, in the order of the records.

    `units` are all fields and sections; where a plan is kept from run to run they are made when
    somebody asks for them, so whatever is shown on pages is told by `standings`.
    """

    standings: Mapping[str, tuple[Standing, ...]] = field(default_factory=dict)
    units: Mapping[str, tuple[Unit, ...]] = field(default_factory=dict)

    def of(self, path: str) -> Standing:
        """Return how the words of a file stand; all that a page shows of them is in it."""
        return self._by_path.get(path, NOTHING)

    def heard(self, place: Place, text: str) -> tuple[bool, bool]:  # noqa: ARG002 (see facts)
        """Return whether a text at a place is stale, and whether nobody has read it since."""
        known = self.of(place.path)
        if known is NOTHING:
            return False, False
        return any(unit.target_place == place for unit in known.stale), known.unreviewed

    def count(self, language: str) -> Count:
        """Return how many units of a language are in each state."""
        found: Counter[State] = Counter()
        for one in self.standings.get(language, ()):
            found.update(one.counts)
        return Count({state: found[state] for state in State})

    @cached_property
    def _by_path(self) -> Mapping[str, Standing]:
        return {one.path: one for known in self.standings.values() for one in known if one.path}

    @cached_property
    def stale(self) -> Mapping[Place, Unit]:
        """The stale units by the places where the translated fields and sections begin."""
        stale = (unit for one in self._by_path.values() for unit in one.stale)
        return {unit.target_place: unit for unit in stale if unit.target_place}

    @cached_property
    def unreviewed(self) -> frozenset[str]:
        """The paths of files that a machine wrote and nobody has read since."""
        return frozenset(path for path, one in self._by_path.items() if one.unreviewed)

    @cached_property
    def absent(self) -> Mapping[tuple[Place, int], tuple[Unit, ...]]:
        """What is absent from every translated body."""
        return {key: u for one in self._by_path.values() for key, u in one.absent.items()}


def named(way: Way) -> str:
    """Return a way as staff read it: `milestones › first-schools › title`."""
    return " › ".join(way)
