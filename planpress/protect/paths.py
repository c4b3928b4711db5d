"""The cheapest cells that put a cell in danger on a cycle."""

from collections.abc import Iterator
from heapq import heappop, heappush

from planpress.model.dataclass import dataclass
from planpress.protect.forest import Forest
from planpress.protect.ledger import HIDDEN, SHOWN, Ledger
from planpress.protect.loss import DEAR


def close_all(ledger: Ledger, unsafe: list[int], doubt: int) -> list[int]:
    """Hide paths that put cells on cycles; return what was hidden.

    Of cells in the same small equation one at a time: the path of one often serves the others.
    """
    equations, arcs = ledger.frame.equations, ledger.frame.arcs
    prices = _prices(ledger, doubt)
    free = [(c, *arc) for c, price in enumerate(prices) if price == 0 and (arc := arcs[c])]
    map_ = _Map(ledger, prices, Forest(free).root)
    touched: set[int] = set()
    changed: list[int] = []
    for cell in unsafe:
        near = [number for number, _ in ledger.frame.places[cell]]
        arc = arcs[cell]
        if arc is None or min(near, key=lambda e: len(equations[e])) in touched:
            continue
        direct = ledger.fat(cell, doubt)
        if not direct and map_.top(arc[0]) == map_.top(arc[1]):
            continue
        path = _short(map_, cell, direct=direct)
        if not path and map_.leads(arc[0], cell) and map_.leads(arc[1], cell):
            path = _closed(map_, cell, direct=direct)
        for one in path:
            map_.hide(one)
            touched.update(e for e, _ in ledger.frame.places[one])
        changed += path
    return changed


@dataclass(frozen=True, slots=True)
class _Map:
    """A ledger to find ways in: what each cell costs on a way, and what is joined for nothing."""

    ledger: Ledger
    prices: list[int | None]
    roots: dict[int, int]

    def top(self, equation: int) -> int:
        """Return the equation that stands for all that are joined for nothing."""
        roots = self.roots
        while (root := roots.get(equation, equation)) != equation:
            roots[equation] = roots.get(root, root)
            equation = root
        return equation

    def leads(self, equation: int, cell: int) -> bool:
        """Tell whether there is a way out of an equation besides a cell; the ground has many."""
        equations = self.ledger.frame.equations
        members = equations[equation] if equation < len(equations) else ()
        ways = (self.prices[one] is not None for one in members if one != cell)
        return not members or any(ways)

    def hide(self, cell: int) -> None:
        """Hide a cell, which joins its equations."""
        self.ledger.kind[cell] = HIDDEN
        self.prices[cell] = 0
        one, two = self.ledger.frame.arcs[cell] or (0, 0)
        self.roots[self.top(one)] = self.top(two)

    @property
    def loose(self) -> list[int]:
        """The cells that end in the ground."""
        places = self.ledger.frame.places
        return [
            cell
            for cell, price in enumerate(self.prices)
            if price is not None and len(places[cell]) == 1
        ]


def _prices(ledger: Ledger, doubt: int) -> list[int | None]:
    """Return what each cell costs on a way: nothing if it is hidden already, None if it is none."""
    y, z, size, cost = ledger.y, ledger.z, ledger.frame.size, ledger.cost
    found: list[int | None] = [None] * len(ledger.kind)
    for cell, kind in enumerate(ledger.kind):
        if y[cell] >= doubt and z[cell] >= doubt and ledger.frame.arcs[cell]:
            if kind == HIDDEN:
                found[cell] = 0
            elif kind == SHOWN and cell < size:
                found[cell] = cost[cell]
    return found


def _short(map_: _Map, cell: int, *, direct: bool) -> list[int]:
    """Return the cheapest single cell that joins the equations of a cell, with those joined to it.

    It is one of the finest split: a path of two cells would cost more. Where the cell itself joins
    its equations (`direct`), one of them must be joined to nothing else.
    """
    ledger, prices = map_.ledger, map_.prices
    equations, arcs = ledger.frame.equations, ledger.frame.arcs
    found: list[tuple[int, int]] = []
    ends = arcs[cell] or ()
    for here, goal in (ends, ends[::-1]) if ends else ():
        members = equations[here] if here < len(equations) else ()
        if direct and any(prices[one] == 0 and one != cell for one in members):
            continue
        top = map_.top(goal)
        for one in members:
            price, arc = prices[one], arcs[one]
            if price and arc and one != cell:
                there = arc[0] if arc[1] == here else arc[1]
                if map_.top(there) == top:
                    found.append((price, one))
    least = min(found, default=(0, cell))
    return [least[1]] if 0 < least[0] < DEAR else []


def _closed(map_: _Map, cell: int, *, direct: bool) -> list[int]:
    """Return the cells that are shown on the cheapest path between the equations of a cell.

    Shortest paths after Dijkstra (1959). Equations with the same root are joined by hidden cells
    that can give up enough people, unless the cell is needed for it (`direct`).
    """
    ledger, prices = map_.ledger, map_.prices
    equations, arcs = ledger.frame.equations, ledger.frame.arcs
    ground = len(equations)
    start, goal = arcs[cell] or (ground, ground)
    if start == ground or (goal != ground and len(equations[start]) > len(equations[goal])):
        start, goal = goal, start
    joined = None if direct else map_.top(goal)
    best: dict[int, tuple[int, int, int]] = {start: (0, start, cell)}
    waiting = [(0, start)]
    done: set[int] = set()
    while waiting and goal not in done:
        price, here = heappop(waiting)
        if here in done:
            continue
        done.add(here)
        if joined is not None and map_.top(here) == joined:
            goal = here
            break
        for one in map_.loose if here == ground else equations[here]:
            more, arc = prices[one], arcs[one]
            if more is None or arc is None or one == cell:
                continue
            there = arc[0] if arc[1] == here else arc[1]
            after = price + more
            if there not in done and (there not in best or after < best[there][0]):
                best[there] = (after, here, one)
                heappush(waiting, (after, there))
    return [one for one in _back(best, goal, start) if prices[one]] if goal in done else []


def _back(best: dict[int, tuple[int, int, int]], goal: int, start: int) -> Iterator[int]:
    """Yield the cells of the way that led to an equation."""
    while goal != start:
        _, goal, cell = best[goal]
        yield cell
