"""Which edges of a graph lie on a cycle, against taking each away and looking."""

from hypothesis import given
from hypothesis import strategies as st

from planpress.protect.forest import Edge, Forest

ENDS = st.tuples(st.integers(0, 6), st.integers(0, 6))
GRAPHS = st.lists(ENDS.filter(lambda ends: ends[0] != ends[1]), max_size=14)


def named(graph: list[tuple[int, int]]) -> list[Edge]:
    return [(name, one, two) for name, (one, two) in enumerate(graph)]


def joined(edges: list[Edge], one: int, two: int) -> bool:
    reached = {one}
    for _ in edges:
        for _, here, there in edges:
            if here in reached or there in reached:
                reached |= {here, there}
    return two in reached


@given(GRAPHS)
def test_an_edge_lies_on_a_cycle_if_its_ends_are_joined_without_it(graph):
    edges = named(graph)
    forest = Forest(edges)
    forest.close(edges)
    for edge in edges:
        others = [other for other in edges if other is not edge]
        on_cycle = edge[0] not in forest.tree or forest.on_cycle(edge[0])
        assert on_cycle == joined(others, edge[1], edge[2])


@given(GRAPHS, ENDS)
def test_an_edge_more_closes_a_cycle_if_its_ends_are_joined(graph, ends):
    edges = named(graph)
    one, two = ends
    touched = {vertex for _, *both in edges for vertex in both}
    known = one == two or (one in touched and joined(edges, one, two))
    assert Forest(edges).closes((-1, one, two)) == known


@given(GRAPHS)
def test_the_same_root_means_joined(graph):
    edges = named(graph)
    root = Forest(edges).root
    for one in root:
        for two in root:
            assert (root[one] == root[two]) == joined(edges, one, two)
