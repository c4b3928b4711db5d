from planpress.facts.cells import Cells, made_of
from planpress.facts.noting import note, noting


class Known:
    def __init__(self, **facts):
        self.facts = facts

    def mark(self, fact):
        return self.facts.get("/".join(fact), b"")

    def stands(self, fact, before):
        return False


def build(before, known, *, own=b"own", world="world"):
    """Make one thing of two facts; return what was kept, and all that was made."""
    cells = Cells(world, before)
    cells.look(known)
    kept = cells.kept("thing", own)
    if kept is None:
        cells.keep("thing", own, {("a", "1"), ("b",)}, "made")
    return kept, cells.made({})


def test_what_was_made_of_the_same_facts_is_kept():
    known = Known(**{"a/1": b"x", "b": b"y"})
    first, made = build(None, known)
    again, made = build(made, known)
    third, _ = build(made, known)
    assert (first, again, third) == (None, "made", "made")


def test_a_changed_fact_or_origin_or_world_makes_it_anew():
    known = Known(**{"a/1": b"x", "b": b"y"})
    _, made = build(None, known)
    assert build(made, Known(**{"a/1": b"z", "b": b"y"}))[0] is None
    assert build(made, Known(**{"a/1": b"x"}))[0] is None
    assert build(made, known, own=b"other")[0] is None
    assert build(made, known, world="other")[0] is None


def test_a_fact_that_nobody_asked_for_for_a_while_is_never_taken_for_the_same():
    known = Known(a=b"1", b=b"2", c=b"3", d=b"4")
    cells = Cells("world")
    cells.look(known)
    cells.keep("first", b"", {("a",), ("b",)}, 1)
    cells.keep("second", b"", {("b",), ("c",), ("d",)}, 2)
    second = Cells("world", cells.made({}))
    second.look(known)
    assert second.kept("second", b"") == 2
    third = Cells("world", second.made({}))
    third.look(Known(a=b"changed", b=b"2", c=b"3", d=b"4"))
    assert third.kept("first", b"") is None
    assert third.kept("second", b"") == 2
    third.keep("first", b"", {("a",)}, 3)
    fourth = Cells("world", third.made({}))
    fourth.look(Known(a=b"changed", b=b"2", c=b"3", d=b"4"))
    assert (fourth.kept("first", b""), fourth.kept("second", b"")) == (3, 2)


def test_facts_that_nobody_reads_are_dropped_in_time():
    facts = {f"f{at}": b"x" for at in range(10)}
    cells = Cells("world")
    cells.look(Known(**facts))
    cells.keep("all", b"", {(name,) for name in facts}, 1)
    cells.keep("last", b"", {("f9",)}, 2)
    later = Cells("world", cells.made({}))
    later.look(Known(**facts))
    assert later.kept("last", b"") == 2
    assert [fact for fact, _ in later.made({}).facts] == [("f9",)]


def test_what_cannot_be_compared_has_no_mark():
    assert made_of(lambda: None) is None
    assert made_of((1, "a")) == made_of((1, "a"))


def test_facts_count_for_the_block_around_as_well():
    with noting() as outer:
        note(("a",))
        with noting() as inner:
            note(("b",))
    note(("c",))
    assert (outer, inner) == ({("a",), ("b",)}, {("b",)})
