"""Spanning trees of a graph, and which of their edges lie on a cycle."""

from collections.abc import Sequence

Edge = tuple[int, int, int]
"""(name, vertex, vertex)"""


class Forest:
    """Spanning trees of some edges. More edges may close cycles, which covers the trees' edges."""

    def __init__(self, edges: Sequence[Edge]) -> None:
        near: dict[int, list[tuple[int, int]]] = {}
        for name, one, two in edges:
            near.setdefault(one, []).append((name, two))
            near.setdefault(two, []).append((name, one))
        self.root: dict[int, int] = {}
        self.tree: set[int] = set()
        self._depth: dict[int, int] = {}
        self._parent: dict[int, int] = {}
        self._edge: dict[int, int] = {}
        self._jump: dict[int, int] = {}
        self._covered: set[int] = set()
        for root in near:
            if root not in self.root:
                self._grow(near, root)

    def _grow(self, near: dict[int, list[tuple[int, int]]], root: int) -> None:
        found, depth, parent = self.root, self._depth, self._parent
        found[root] = root
        depth[root] = 0
        waiting = [root]
        for here in waiting:
            deeper = depth[here] + 1
            for name, there in near[here]:
                if there not in found:
                    found[there] = root
                    depth[there] = deeper
                    parent[there] = here
                    self._edge[there] = name
                    self.tree.add(name)
                    waiting.append(there)

    def closes(self, edge: Edge) -> bool:
        """Tell whether an edge that is in no tree closes a cycle, and mark the others of it."""
        _, one, two = edge
        first = self.root.get(one)
        if one != two and (first is None or first != self.root.get(two)):
            return False
        self._cover(one, two)
        return True

    def close(self, edges: Sequence[Edge]) -> None:
        """Close the cycles of all the edges that are in no tree."""
        for edge in edges:
            if edge[0] not in self.tree:
                self.closes(edge)

    def on_cycle(self, name: int) -> bool:
        """Tell whether an edge of a tree lies on a cycle that was closed."""
        return name in self._covered

    def _cover(self, one: int, two: int) -> None:
        one, two = self.top(one), self.top(two)
        while one != two:
            if self._depth[one] < self._depth[two]:
                one, two = two, one
            self._covered.add(self._edge[one])
            self._jump[one] = self._parent[one]
            one = self.top(one)

    def top(self, vertex: int) -> int:
        """Return the vertex that stands for all with which a vertex shares cycles."""
        jump = self._jump
        while vertex in jump:
            after = jump[vertex]
            if after in jump:
                jump[vertex] = jump[after]
            vertex = after
        return vertex
