"""Which vertices can be reached from each other, against walking from each."""

from hypothesis import given
from hypothesis import strategies as st

from planpress.protect.rings import rings

VERTICES = range(7)


def reached(near: dict[int, list[int]], start: int) -> set[int]:
    found = {start}
    for _ in VERTICES:
        found |= {there for here in found for there in near[here]}
    return found


@given(st.lists(st.tuples(st.sampled_from(VERTICES), st.sampled_from(VERTICES)), max_size=16))
def test_a_ring_is_all_that_can_be_reached_from_each_other(arcs):
    near = {one: [to for here, to in arcs if here == one] for one in VERTICES}
    ring = rings(near)
    for one in VERTICES:
        for two in VERTICES:
            both = two in reached(near, one) and one in reached(near, two)
            assert (ring[one] == ring[two]) == both
