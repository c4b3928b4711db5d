from decimal import Decimal
from itertools import pairwise

import pytest
from unit.render.review_sample import framework, review

from planpress.model.rating import Rating
from planpress.render.comparison import Verdict, comparison, height, newest_first

R, AR, AG, G = Rating
EARLY, LATE = "2024-11-13", "2026-04-22"


def compared(then, now, dates=(EARLY, LATE), elements="a"):
    """Compare two reviews of an element with these ratings; None: not rated."""
    first = review("first", {"a": then} if then else {}, dates[0])
    second = review("second", {"a": now} if now else {}, dates[1])
    found = comparison(second, (first, second), framework(*elements))
    ((_, (pair, *_)),) = found.areas
    return found, pair


def test_a_straddle_stands_halfway_between_its_neighbours():
    scale = [(R,), (R, AR), (AR,), (AR, AG), (AG,), (AG, G), (G,)]
    assert [height(ratings) for ratings in scale] == [0, 1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("then", "now", "verdict", "levels"),
    [
        (["AR"], ["AR"], Verdict.SAME, "0"),
        (["R", "AR"], ["AR"], Verdict.BETTER, "0.5"),
        (["AR", "AG"], ["R"], Verdict.WORSE, "1.5"),
        (["G"], ["R"], Verdict.WORSE, "3"),
        (["R", "AR"], ["AG", "G"], Verdict.BETTER, "2"),
        (None, ["G"], Verdict.NEW, "0"),
        (["G"], None, Verdict.NOT_NOW, "0"),
        (None, None, Verdict.NEVER, "0"),
    ],
)
def test_two_ratings_are_compared_in_half_levels(then, now, verdict, levels):
    _, pair = compared(then, now)
    assert (pair.verdict, pair.levels) == (verdict, Decimal(levels))


@pytest.mark.parametrize("dates", [("unknown", LATE), (EARLY, "unknown"), (LATE, LATE)])
def test_without_an_order_nothing_is_better_or_worse(dates):
    found, pair = compared(["R"], ["G"], dates)
    assert not found.ordered
    assert pair.verdict is Verdict.DIFFERENT
    assert compared(["R"], ["R"], dates)[1].verdict is Verdict.SAME


def test_a_review_is_compared_with_the_one_just_before_it():
    dates = {"a": "2022-01-01", "b": "2024-01-01", "c": "2026-01-01"}
    found = [review(name, date=date) for name, date in dates.items()]
    other = review("d", date="2025-01-01", framework="another")
    first, *rest = [comparison(r, [*found, other], framework()) for r in found]
    assert first is None
    assert [(c.then.id, c.now.id) for c in rest] == [("a", "b"), ("b", "c")]


def test_an_undated_review_is_set_beside_the_newest_and_the_first_beside_it():
    found = [review("a", date="2022-01-01"), review("b", date="2024-01-01"), review("undated")]
    beside = {r.id: comparison(r, found, framework()) for r in found}
    assert {name: (c.then.id, c.ordered) for name, c in beside.items()} == {
        "a": ("undated", False),
        "b": ("a", True),
        "undated": ("b", False),
    }


def test_the_counts_tell_the_worst_first():
    then = review("then", {"a": ["G"], "b": ["R"], "c": ["AG"], "d": ["AR"]}, EARLY)
    now = review("now", {"a": ["AG"], "b": ["R"], "c": ["G"], "e": ["AR"]}, LATE)
    found = comparison(now, (then, now), framework("a", "b", "c", "d", "e"))
    assert list(found.counts) == [
        Verdict.WORSE,
        Verdict.NOT_NOW,
        Verdict.NEW,
        Verdict.SAME,
        Verdict.BETTER,
    ]
    assert set(found.counts.values()) == {1}


def test_the_newest_review_comes_first_and_those_without_a_date_last():
    some = (review("x"), review("old", date="2020-01-01"), review("new", date="2021-01-01"))
    assert [r.id for r in newest_first(some)] == ["new", "old", "x"]
    assert all(a.id != b.id for a, b in pairwise(newest_first(some)))
