"""The slow proof: how far a hidden count can be moved without changing what is published.

A move changes unknown cells so that every equation still holds. It is found like an augmenting
path (Ford and Fulkerson), with branches where a cell stands in more than two equations: the total
of several partitions, or a bound, whose n is known, so that who joins one side leaves the other.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from planpress.protect.ledger import BOUND, HIDDEN, Ledger

Vertex = tuple[int, int]
"""(layer, equation): layer 0 counts those who did, layer 1 those who did not."""

Moved = dict[tuple[int, int], int]
"""By how much the count of (cell, layer) changes."""

_BRANCHES = 6
_TRIALS = 30
_STEPS = 30_000
"""About how many cells are looked at for one move, in large tables."""
_BUDGET = 100_000
"""How many equations all searches together may meet: what is not proved by then is hidden."""


@dataclass(slots=True)
class _Step:
    """How a search reached a vertex."""

    before: "_Step | None"
    vertex: Vertex
    need: int
    cell: int = -1
    change: int = 0

    def changes(self) -> Iterator[tuple[int, int, int]]:
        """Yield (cell, layer, change) of the way back to where the search began."""
        step: _Step | None = self
        while step is not None and step.cell >= 0:
            yield step.cell, step.vertex[0], step.change
            step = step.before


class Moves:
    """The moves that a ledger allows, from counts that can be changed by applying them."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.counts = (list(ledger.y), list(ledger.z))
        self.members: list[list[tuple[int, int]]] = [
            [
                (cell, 1 if cell == equation[0] else -1)
                for cell in equation
                if ledger.kind[cell] in (HIDDEN, BOUND)
            ]
            for equation in ledger.frame.equations
        ]
        arcs = ledger.frame.arcs
        plain = [sum(arcs[c] is not None for c, _ in members) for members in self.members]
        self.order = [(count > 0, count) for count in plain]
        self.trials = 0
        self.budget = _BUDGET

    def reset(self) -> None:
        """Go back to the counts of the ledger."""
        self.counts[0][:] = self.ledger.y
        self.counts[1][:] = self.ledger.z

    def move(self, cell: int, layer: int, change: int) -> Moved | None:
        """Return a move that changes a count by so much, or None if none is found."""
        begun = self._joined({}, {}, cell, layer, change)
        if begun is None or self.budget < 0:
            return None
        self.trials = min(_TRIALS, max(_BRANCHES, _STEPS // len(self.ledger.kind)))
        return self._balanced(*begun)

    def apply(self, moved: Moved) -> None:
        """Change the counts."""
        for (cell, layer), change in moved.items():
            self.counts[layer][cell] += change

    def reach(self, cell: int, layer: int, way: int, wanted: int) -> tuple[int, Moved]:
        """Return how far, up to `wanted`, a count can go up (1) or down (-1), and the first move.

        It goes all the way at once if it can, and person by person otherwise.
        """
        whole = self.move(cell, layer, way * wanted)
        if whole is not None:
            return wanted, whole
        gone = 0
        while gone < wanted and (moved := self.move(cell, layer, way)) is not None:
            self.apply(moved)
            gone += 1
        self.reset()
        return gone, {}

    def _room(self, cell: int, layer: int, change: int, taken: Moved) -> bool:
        if (cell, layer) in taken:
            return False
        after = self.counts[layer][cell] + change
        if self.ledger.kind[cell] != BOUND:
            return after >= 0
        least, most = self.ledger.span[cell]
        count = after if layer == 0 else self.counts[0][cell] - change
        return (cell, 0) not in taken and least <= count <= most

    def _joined(
        self, taken: Moved, pending: dict[Vertex, int], cell: int, layer: int, change: int
    ) -> tuple[Moved, dict[Vertex, int]] | None:
        """Return what is changed and out of balance after one more cell is changed."""
        if not self._room(cell, layer, change, taken):
            return None
        changes = [(layer, change)]
        if self.ledger.kind[cell] == BOUND and self.ledger.layers == 2:
            changes.append((1 - layer, -change))
        taken, pending = dict(taken), dict(pending)
        for one, by in changes:
            taken[cell, one] = by
            for equation, sign in self.ledger.frame.places[cell]:
                at = (one, equation)
                off = pending.pop(at, 0) + sign * by
                if abs(off) > abs(change):
                    return None
                if off:
                    pending[at] = off
        return taken, pending

    def _balanced(self, taken: Moved, pending: dict[Vertex, int], depth: int = 6) -> Moved | None:
        """Return `taken` with what brings every pending equation back into balance."""
        if not pending:
            return taken
        self.trials -= 1
        if self.trials < 0:
            return None
        self.budget -= len(self.members)
        vertex = min(pending, key=lambda at: self.order[at[1]])
        off = pending[vertex]
        ends, forks = self._search(vertex, -off, taken, pending)
        for step in ends:
            after = self._along(step, taken, pending)
            found = self._balanced(*after, depth) if after else None
            if found is not None:
                return found
        for step in forks[:_BRANCHES] if depth else ():
            after = self._along(step, taken, pending)
            found = self._balanced(*after, depth - 1) if after else None
            if found is not None:
                return found
        return None

    def _along(
        self, step: _Step, taken: Moved, pending: dict[Vertex, int]
    ) -> tuple[Moved, dict[Vertex, int]] | None:
        found: tuple[Moved, dict[Vertex, int]] | None = (taken, pending)
        for cell, layer, change in step.changes():
            found = self._joined(*found, cell, layer, change) if found else None
        return found

    def _search(
        self, start: Vertex, need: int, taken: Moved, pending: dict[Vertex, int]
    ) -> tuple[list[_Step], list[_Step]]:
        """Return ways to balance an equation, shortest first, and steps at which the way forks.

        Of the ways there is one that also balances another equation, if there is one, and one
        that ends in a cell of one equation only.
        """
        layer = start[0]
        two = self.ledger.layers == 2
        places, kind = self.ledger.frame.places, self.ledger.kind
        ends: list[_Step] = []
        forks: list[_Step] = []
        seen = {(start[1], need)}
        waiting = deque([_Step(None, start, need)])
        while waiting:
            here = waiting.popleft()
            equation = here.vertex[1]
            for cell, sign in self.members[equation]:
                change = here.need * sign
                if not self._room(cell, layer, change, taken):
                    continue
                at = places[cell]
                if len(at) > 2 or (two and kind[cell] == BOUND):
                    forks.append(_Step(here, here.vertex, 0, cell, change))
                elif len(at) == 1:
                    ends = ends or [_Step(here, here.vertex, 0, cell, change)]
                else:
                    other, turn = at[1] if at[0][0] == equation else at[0]
                    there, wanted = (layer, other), -turn * change
                    if pending.get(there) == wanted and there != start:
                        return [_Step(here, there, wanted, cell, change), *ends], forks
                    if (other, wanted) not in seen:
                        seen.add((other, wanted))
                        waiting.append(_Step(here, there, wanted, cell, change))
        return ends, forks


def narrow(ledger: Ledger, cells: list[int], doubt: int) -> list[int]:
    """Return those of the cells whose count is not proved to have a range `doubt` people wide."""
    moves = Moves(ledger)
    proved: set[tuple[int, int]] = set()
    found = []
    for cell in cells:
        layers = 1 if ledger.kind[cell] == BOUND else ledger.layers
        if not all(_wide(moves, cell, layer, doubt, proved) for layer in range(layers)):
            found.append(cell)
    return found


def _wide(moves: Moves, cell: int, layer: int, doubt: int, proved: set[tuple[int, int]]) -> bool:
    if (cell, layer) in proved:
        return True
    up, moved = moves.reach(cell, layer, 1, doubt)
    if up < doubt:
        down, moved = moves.reach(cell, layer, -1, doubt - up)
        if up + down < doubt:
            return False
    proved.update(at for at, change in moved.items() if abs(change) >= doubt)
    return True
