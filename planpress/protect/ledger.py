"""Cells and equations: what an attacker knows, what not, and which cells add up to which."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

SHOWN, HIDDEN, BOUND, ABSENT = range(4)
"""What readers see of a cell: its number, nothing, a bound and its n; or there is no such row."""

OPEN = frozenset((HIDDEN, BOUND))
"""Of such cells readers do not learn the count."""

UNKNOWN = -1
"""A count that is not known even to us."""

PLENTY = 1 << 40
"""A count nobody knows, of a value about enough people: it may be anything."""


class Frame(NamedTuple):
    """Which cells add up. It is the same for all periods with the same groups of people.

    Each equation lists its total and then its parts. After the `size` real cells come the unlisted
    rests of equations of which a part has no row. `places` says for each cell in which equations
    it stands, and with which sign: a total 1, a part -1.
    """

    size: int
    equations: tuple[tuple[int, ...], ...]
    places: tuple[tuple[tuple[int, int], ...], ...]
    rests: tuple[tuple[int, int], ...]
    """(cell, equation) of the unlisted rests."""
    implied: tuple[tuple[int, ...], ...]
    """Sums that follow from the equations: what their hidden parts tell together counts as well."""
    lines: tuple[tuple[int, ...], ...]
    """For each cell the numbers of its equations and, after all of these, its implied sums."""
    turned: tuple[int, ...]
    """1 or -1 for each equation: which way around it is read, so that all cells move people."""
    arcs: tuple[tuple[int, int] | None, ...]
    """Between which equations a cell moves people when it gains: from the first to the second.

    The ground, where a cell stands in one equation only, has the number after the last. None
    for cells in more than two equations, and in none.
    """


Adding = tuple[int, Sequence[int], bool]
"""The total, its parts, and whether every declared part is there."""


def frame(size: int, sums: Sequence[Adding]) -> Frame:
    """Return the equations of (total, parts, whole) among `size` cells; implied ones apart."""
    by_total = _by_total(sums)
    following = [one for one in sums if _implied(one, by_total)]
    implied = tuple((total, *parts) for total, parts, _ in following)
    sums = [one for one in sums if one not in following] if following else sums
    equations: list[tuple[int, ...]] = []
    rests: list[tuple[int, int]] = []
    places: list[list[tuple[int, int]]] = [[] for _ in range(size)]
    for total, parts, whole in sums:
        number = len(equations)
        members = (total, *parts)
        if not whole:
            rests.append((len(places), number))
            members = (*members, len(places))
            places.append([])
        for cell in members:
            places[cell].append((number, 1 if cell == total else -1))
        equations.append(members)
    found = tuple(tuple(p) for p in places)
    lines = [[number for number, _ in at] for at in places]
    for number, members in enumerate(implied, len(equations)):
        for cell in members:
            lines[cell].append(number)
    turned = _turned(equations, found)
    return Frame(
        size=size,
        equations=tuple(equations),
        places=found,
        rests=tuple(rests),
        implied=implied,
        lines=tuple(map(tuple, lines)),
        turned=tuple(turned),
        arcs=_arcs(turned, found),
    )


def _by_total(sums: Sequence[Adding]) -> dict[int, list[Adding]]:
    found: dict[int, list[Adding]] = {}
    for one in sums:
        found.setdefault(one[0], []).append(one)
    return found


def _implied(one: Adding, by_total: dict[int, list[Adding]]) -> bool:
    """Tell whether others say the same: all schools, where levels and their schools add up."""
    total, parts, whole = one
    wanted = set(parts)
    for other in by_total[total] if whole else ():
        if other[2] and len(other[1]) < len(parts):
            found: list[int] = []
            for part in other[1]:
                inner = [] if part in wanted else by_total.get(part, [])
                fitting = (sum_[1] for sum_ in inner if sum_[2] and wanted.issuperset(sum_[1]))
                found += [part] if part in wanted else next(fitting, ())
            if len(found) == len(parts) and set(found) == wanted:
                return True
    return False


def _turned(
    equations: Sequence[tuple[int, ...]], places: Sequence[tuple[tuple[int, int], ...]]
) -> list[int]:
    """Turn equations around so that each cell adds to the one and takes from the other."""
    turned = [0] * len(equations)
    for root in range(len(equations)):
        waiting = [] if turned[root] else [root]
        turned[root] = turned[root] or 1
        for here in waiting:
            for cell in equations[here]:
                if len(places[cell]) == 2:
                    (one, sign), (two, last) = places[cell]
                    there = two if one == here else one
                    if not turned[there]:
                        turned[there] = -turned[here] * sign * last
                        waiting.append(there)
    return turned


def _arcs(
    turned: list[int], places: Sequence[tuple[tuple[int, int], ...]]
) -> tuple[tuple[int, int] | None, ...]:
    """Return between which equations each cell moves people."""
    found: list[tuple[int, int] | None] = []
    for at in places:
        gains = [(number, sign * turned[number]) for number, sign in at]
        if len(gains) == 1:
            gains.append((len(turned), -gains[0][1]))
        if len(gains) == 2 and gains[0][1] == -gains[1][1]:
            one, two = gains[0][0], gains[1][0]
            found.append((one, two) if gains[1][1] > 0 else (two, one))
        else:
            found.append(None)
    return tuple(found)


@dataclass(slots=True)
class Ledger:
    """The counts of a table: `kind` of each cell, its people with and without, and its n.

    `y` and `z` are the same list where only one count adds up. `span` holds the counts (of y)
    that a bound allows. `cost` is what is lost with a cell; it is 0 for rests, which are never
    chosen. `free` are cells that nobody has to protect.
    """

    frame: Frame
    kind: list[int]
    y: list[int]
    z: list[int]
    n: list[int]
    cost: Sequence[int]
    span: dict[int, tuple[int, int]] = field(default_factory=dict)
    free: set[int] = field(default_factory=set)

    @property
    def layers(self) -> int:
        """How many counts add up: those who did, and those who did not."""
        return 1 if self.y is self.z else 2

    def fat(self, cell: int, doubt: int) -> bool:
        """Tell whether a hidden cell could hold so many people fewer, of either kind."""
        return self.y[cell] >= doubt and self.z[cell] >= doubt

    def unknown(self) -> list[int]:
        """Return the cells of which readers do not learn the count."""
        return [cell for cell, kind in enumerate(self.kind) if kind in OPEN]


def complete(ledger: Ledger, minimum: int) -> None:
    """Give every unlisted rest its size: what the listed parts leave of the total.

    A rest of nobody is no secret; one of fewer than `minimum` people is protected like a cell.
    """
    for cell, equation in ledger.frame.rests:
        total, *parts = ledger.frame.equations[equation]
        sizes = [_left(counts, total, parts[:-1]) for counts in (ledger.n, ledger.y, ledger.z)]
        for counts, size in zip(_lists(ledger), sizes, strict=False):
            counts.append(PLENTY if size is None else max(size, 0))
        people = sizes[0]
        ledger.kind.append(SHOWN if people is not None and people <= 0 else HIDDEN)
        if people is None or people >= minimum:
            ledger.free.add(cell)


def _lists(ledger: Ledger) -> tuple[list[int], ...]:
    one = ledger.y is ledger.z
    return (ledger.n, ledger.y) if one else (ledger.n, ledger.y, ledger.z)


def _left(counts: list[int], total: int, parts: Sequence[int]) -> int | None:
    listed = [counts[cell] for cell in (total, *parts)]
    if any(not 0 <= one < PLENTY for one in listed):
        return None
    return 2 * listed[0] - sum(listed)
