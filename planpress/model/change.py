"""How rows of numbers differ: which are new, gone or other than before."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from planpress.model.dataclass import dataclass
from planpress.model.period import Period
from planpress.model.series import Codes, Status
from planpress.model.value import Value


class RowKey(NamedTuple):
    """What a row is about: people and a period."""

    codes: Codes
    period: Period


class Entry(NamedTuple):
    """What a row says."""

    value: Value | None = None
    n: Value | None = None
    status: Status = Status.PLAIN
    note: str = ""

    @property
    def hidden(self) -> bool:
        """Whether the number is not shown to protect privacy."""
        return self.status is Status.SUPPRESSED


Rows = Mapping[RowKey, Entry]


class Kind(StrEnum):
    """How a row has changed."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    HIDDEN = "hidden"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Change:
    """A row that differs: `before` is None where it is new, `after` where it is gone."""

    key: RowKey
    before: Entry | None
    after: Entry | None

    @property
    def kind(self) -> Kind:
        """How it has changed; hidden and shown where privacy makes the difference."""
        if self.before is None:
            return Kind.ADDED
        if self.after is None:
            return Kind.REMOVED
        if self.before.hidden != self.after.hidden:
            return Kind.HIDDEN if self.after.hidden else Kind.SHOWN
        return Kind.CHANGED


def changes(before: Rows, after: Rows) -> tuple[Change, ...]:
    """Return the rows that differ, by people and period."""
    differing = (
        Change(key, before.get(key), after.get(key))
        for key in {**before, **after}
        if before.get(key) != after.get(key)
    )
    return tuple(sorted(differing, key=lambda change: in_order(change.key)))


def applied(changed: tuple[Change, ...], before: Rows) -> dict[RowKey, Entry]:
    """Return the rows after the changes."""
    gone = {change.key for change in changed if change.after is None}
    now = {change.key: change.after for change in changed if change.after is not None}
    return {key: entry for key, entry in {**before, **now}.items() if key not in gone}


def in_order(key: RowKey) -> tuple[Codes, str, int]:
    """Return what rows are sorted by: people, then period."""
    return key.codes, key.period.form, key.period.number
