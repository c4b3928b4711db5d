"""The quick proof: cells on a cycle of cells that can give up people cannot be worked out.

Cells are the edges of a graph whose vertices are equations, with one more vertex, the ground, for
cells that stand in one equation only (Gusfield 1988, A Graph Theoretic Approach to Statistical
Data Security, SIAM J. Comput. 17). Moving people around a cycle changes no published number.
"""

from planpress.protect.forest import Edge, Forest
from planpress.protect.ledger import HIDDEN, Ledger
from planpress.protect.rings import rings


def unproved(ledger: Ledger, doubt: int) -> list[int]:
    """Return the unknown cells for which no cycle is found that moves `doubt` people.

    First cells on cycles of cells that can all give up so many of either kind are set aside, and
    what they join is taken as one vertex. Among what is left, directed cycles are looked for,
    for those with and those without apart: a cell with too few people can only gain.
    """
    arcs, kind, places = ledger.frame.arcs, ledger.kind, ledger.frame.places
    y, z = ledger.y, ledger.z
    fat: list[Edge] = []
    thin: list[Edge] = []
    left: list[int] = []
    for cell in ledger.unknown():
        arc = arcs[cell]
        if arc is not None:
            much = y[cell] >= doubt and z[cell] >= doubt and kind[cell] == HIDDEN
            (fat if much else thin).append((cell, arc[0], arc[1]))
        elif places[cell]:
            left.append(cell)
    forest = Forest(fat)
    forest.close(fat)
    left = _unpaired(ledger, forest, left, doubt)
    open_ = [edge for edge in thin if not forest.closes(edge)]
    open_ += [e for e in fat if e[0] in forest.tree and not forest.on_cycle(e[0])]
    if open_:
        merged = [(cell, forest.top(one), forest.top(two)) for cell, one, two in open_]
        layers = (ledger.y, ledger.z)[: ledger.layers]
        left += set.union(*(_open(ledger, merged, counts, doubt) for counts in layers))
    return sorted(cell for cell in left if cell not in ledger.free)


def _unpaired(ledger: Ledger, forest: Forest, cells: list[int], doubt: int) -> list[int]:
    """Return the cells of more than two equations for which no partner is found.

    Two hidden totals, such as those of two small schools, can change places with each other where
    cells that can give up enough people join their equations, pair by pair; one of them must be
    able to give up as many itself.
    """
    alike: dict[tuple[tuple[int, int], ...], list[int]] = {}
    for cell in cells:
        if ledger.kind[cell] == HIDDEN:
            places = ledger.frame.places[cell]
            turned = ledger.frame.turned
            key = tuple((forest.root.get(e, ~e), sign * turned[e]) for e, sign in places)
            alike.setdefault(key, []).append(cell)
    paired = {
        cell
        for found in alike.values()
        if len(found) > 1 and any(ledger.fat(one, doubt) for one in found)
        for cell in found
    }
    return [cell for cell in cells if cell not in paired]


def _open(ledger: Ledger, edges: list[Edge], counts: list[int], doubt: int) -> set[int]:
    """Return the cells that lie on no directed cycle of one layer.

    Cells between the same two rings that can give up `doubt` people together, though none alone
    can, are a bundle: it carries as many as are moved at once, so the rings become one.
    """
    hidden = [edge for edge in edges if ledger.kind[edge[0]] == HIDDEN]
    bundles: list[list[Edge]] = []
    bundled: set[int] = set()
    while True:
        near: dict[int, list[int]] = {one: [] for _, one, _ in edges}
        near |= {two: [] for _, _, two in edges}
        for cell, one, two in hidden:
            near[one].append(two)
            if counts[cell] >= doubt or cell in bundled:
                near[two].append(one)
        ring = rings(near)
        between: dict[tuple[int, int], list[Edge]] = {}
        for edge in hidden:
            if ring[edge[1]] != ring[edge[2]]:
                between.setdefault((ring[edge[1]], ring[edge[2]]), []).append(edge)
        more = [b for b in between.values() if sum(counts[cell] for cell, *_ in b) >= doubt]
        if not more:
            break
        bundles += more
        bundled.update(cell for bundle in more for cell, *_ in bundle)
    inner = [e for e in hidden if ring[e[1]] == ring[e[2]] and e[0] not in bundled]
    fat = {cell for cell, *_ in inner if counts[cell] >= doubt}
    found = {cell for cell, one, two in edges if ring[one] != ring[two]}
    return found | (_bridges(inner, bundles) & fat)


def _bridges(edges: list[Edge], bundles: list[list[Edge]]) -> set[int]:
    """Return the edges that lie on no cycle, also of bundles that join the same two vertices."""
    forest = Forest(edges)
    forest.close(edges)
    bridges = [edge for edge in edges if edge[0] in forest.tree and not forest.on_cycle(edge[0])]
    if not bridges:
        return set()
    joined = [(name, forest.top(one), forest.top(two)) for name, one, two in bridges]
    for bundle in bundles:
        ends = {(forest.top(one), forest.top(two)) for _, one, two in bundle}
        if len(ends) == 1:
            joined.append((bundle[0][0], *ends.pop()))
    smaller = Forest(joined)
    smaller.close(joined)
    return {e[0] for e in joined if e[0] in smaller.tree and not smaller.on_cycle(e[0])}
