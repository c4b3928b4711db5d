"""Results of many pieces: each piece is made once as long as what it is made from is the same."""

import pytest

from planpress import piecewise
from planpress.piecewise import joined
from planpress.store import Store

PIECES = {f"pages/{at}": f"digest {at}" for at in range(200)}


@pytest.fixture
def run(tmp_path):
    """Makes the pieces with the store of a folder, as one build does."""

    def build(pieces, what="a"):
        made = []

        def make(name):
            made.append(name)
            return [(name, pieces[name], what)]

        store = Store(tmp_path)
        found = joined(store, what, pieces, make, lambda parts: [one for p in parts for one in p])
        store.settle()
        assert sorted(one for group in found for one in group) == sorted(
            (name, known, what) for name, known in pieces.items()
        )
        return made

    return build


def test_nothing_is_made_twice(run):
    assert sorted(run(PIECES)) == sorted(PIECES)
    assert run(PIECES) == []


def test_only_what_changed_is_made_again(run):
    run(PIECES)
    assert run({**PIECES, "pages/7": "another"}) == ["pages/7"]
    assert run({"pages/new": "x", **PIECES}) == ["pages/new"]
    assert run({name: known for name, known in PIECES.items() if name != "pages/9"}) == []


def test_what_is_made_for_something_else_is_not_taken(run):
    run(PIECES)
    assert len(run(PIECES, what="b")) == len(PIECES)


def test_names_change_places_but_not_what_is_known_of_them(run):
    run({"a": "1", "b": "2"})
    assert sorted(run({"a": "2", "b": "1"})) == ["a", "b"]


def test_more_groups_need_no_piece_to_be_made_again(run, monkeypatch):
    run(PIECES)
    monkeypatch.setattr(piecewise, "TOGETHER", 8)
    assert run(PIECES) == []


def test_what_is_not_known_is_made_every_time(run):
    pieces = {**PIECES, "pages/7": ""}
    run(pieces)
    assert run(pieces) == ["pages/7"]


def test_without_a_store_everything_is_made_in_the_given_order():
    assert joined(None, "a", {"b": "1", "a": "2"}, str.upper, tuple) == [("B", "A")]
    assert joined(None, "a", {}, str.upper, tuple) == []


def test_an_unchanged_plan_is_a_look_up_a_group(tmp_path):
    store = Store(tmp_path)
    joined(store, "a", PIECES, str.upper, tuple)
    store.settle()
    store = Store(tmp_path)
    joined(store, "a", PIECES, str.upper, tuple)
    assert len(store.live) == 8
