"""How a plan stands in its other languages: unit by unit, each a field or a section of a text."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

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


@dataclass(frozen=True, kw_only=True)
class Translations:
    """The units of every language but the first, in the order of the records and their fields.

    `stale` maps the places where translated fields and sections begin to those that are stale, and
    `unreviewed` holds the paths of files that a machine wrote. `absent` holds the sections that a
    translated body does not have, by where that body begins and the position of its section before
    which they belong, counted from 0; after the last one it is their number.
    """

    units: Mapping[str, tuple[Unit, ...]] = field(default_factory=dict)
    stale: Mapping[Place, Unit] = field(default_factory=dict)
    unreviewed: frozenset[str] = frozenset()
    absent: Mapping[tuple[Place, int], tuple[Unit, ...]] = field(default_factory=dict)

    def count(self, language: str) -> Count:
        """Return how many units of a language are in each state."""
        found = Counter(unit.state for unit in self.units.get(language, ()))
        return Count({state: found[state] for state in State})


def named(way: Way) -> str:
    """Return a way as staff read it: `milestones › first-schools › title`."""
    return " › ".join(way)
