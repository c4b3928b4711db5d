"""What was made of a plan, and from which facts: found again while those are what they were."""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any

from planpress.facts.known import Known
from planpress.facts.mark import mark
from planpress.facts.noting import Fact
from planpress.model.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """Something that was made.

    `own` is a mark of what went into it directly, `facts` are what it read of the site, by their
    positions in `Made.facts`, and `result` is what there is to know of it.
    """

    own: bytes
    facts: "array[int]"
    result: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """All that one build has made, by name.

    `world` stands for everything that every cell depends on, `facts` are the names and marks of all
    facts that were read, and `records` the digests of the records' files at that time.
    """

    world: str
    facts: tuple[tuple[Fact, bytes], ...] = ()
    records: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, Cell] = field(default_factory=dict)


_UNKNOWN, _SAME, _CHANGED = 0, 1, 2
_WORTH_KEEPING = 0.7
"""Share of facts that somebody reads, below which the others are dropped."""
_NEVER = b"never"
"""The mark of a fact that nobody reads any more: none is ever equal to it."""


class Cells:
    """The cells of a build that is going on, and those of the one before."""

    def __init__(self, world: str, before: Made | None = None) -> None:
        """Begin a build; what another world has made is of no use."""
        usable = before if before and before.world == world else None
        self.world = world
        self.before = usable or Made(world=world)
        self._standing = bytearray(len(self.before.facts))
        self._cells: dict[str, Cell] = {}
        self._facts = {fact: at for at, (fact, _) in enumerate(self.before.facts)}
        self._known: Known | None = None

    def look(self, known: Known) -> None:
        """Compare facts with how they are known now."""
        self._known = known
        for at, (fact, before) in enumerate(self.before.facts):
            if before != _NEVER and known.stands(fact, before):
                self._standing[at] = _SAME

    def kept(self, name: str, own: bytes) -> Any:
        """Return the result of the build before if all that it was made from is the same, or None.

        It then counts as made by this build as well.
        """
        cell = self.before.cells.get(name)
        if cell is None or cell.own != own or not self._stands(cell):
            return None
        self._cells[name] = cell
        return cell.result

    def keep(self, name: str, own: bytes, facts: Iterable[Fact], result: Any) -> None:
        """Say what was made, and from which facts."""
        numbers = self._facts
        read = array("I", sorted(numbers.setdefault(fact, len(numbers)) for fact in facts))
        self._cells[name] = Cell(own, read, result)

    def made(self, records: Mapping[str, str]) -> Made:
        """Return all that was made or kept in this build."""
        assert self._known is not None
        known, numbers, cells = self._known, self._facts, self._cells
        used = set[int]().union(*(cell.facts for cell in cells.values()))
        if len(used) < _WORTH_KEEPING * len(numbers):
            numbers, cells = _renumbered(numbers, cells)
            used = set(range(len(numbers)))
        old = zip(self.before.facts, self._standing, strict=True)
        marks = {fact: mark for (fact, mark), standing in old if standing == _SAME}
        facts = tuple(
            (fact, (marks.get(fact) or known.mark(fact)) if at in used else _NEVER)
            for fact, at in numbers.items()
        )
        return Made(world=self.world, facts=facts, records=records, cells=cells)

    def _stands(self, cell: Cell) -> bool:
        seen = bytes(map(self._standing.__getitem__, cell.facts))
        if _CHANGED in seen:
            return False
        unknown = (at for at, one in zip(cell.facts, seen, strict=True) if one == _UNKNOWN)
        return _UNKNOWN not in seen or all(self._compare(at) == _SAME for at in unknown)

    def _compare(self, at: int) -> int:
        assert self._known is not None
        fact, before = self.before.facts[at]
        self._standing[at] = _SAME if self._known.mark(fact) == before else _CHANGED
        return self._standing[at]


def _renumbered(
    numbers: Mapping[Fact, int], cells: Mapping[str, Cell]
) -> tuple[dict[Fact, int], dict[str, Cell]]:
    """Return facts and cells without the facts that no cell has read."""
    names = list(numbers)
    found: dict[Fact, int] = {}
    made = {}
    for name, cell in cells.items():
        read = [found.setdefault(names[at], len(found)) for at in cell.facts]
        made[name] = Cell(cell.own, array("I", read), cell.result)
    return found, made


def made_of(parts: object) -> bytes | None:
    """Return the mark of what goes directly into a cell; None for what cannot be compared."""
    try:
        return mark(parts)
    except TypeError:
        return None
