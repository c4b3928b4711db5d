"""Directed cycles: which vertices can be reached from each other."""

from collections.abc import Mapping, Sequence


def rings(near: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """Return a number for each vertex; those that can be reached from each other share it.

    Strongly connected components after Tarjan (1972), without recursion.
    """
    index: dict[int, int] = {}
    lowest: dict[int, int] = {}
    found: dict[int, int] = {}
    stack: list[int] = []
    for root in near:
        if root in index:
            continue
        index[root] = lowest[root] = len(index)
        stack.append(root)
        path = [(root, iter(near[root]))]
        while path:
            here, ways = path[-1]
            for there in ways:
                if there not in index:
                    index[there] = lowest[there] = len(index)
                    stack.append(there)
                    path.append((there, iter(near.get(there, ()))))
                    break
                if there not in found and index[there] < lowest[here]:
                    lowest[here] = index[there]
            else:
                path.pop()
                if path and lowest[here] < lowest[path[-1][0]]:
                    lowest[path[-1][0]] = lowest[here]
                if lowest[here] == index[here]:
                    while here not in found:
                        found[stack.pop()] = index[here]
    return found
