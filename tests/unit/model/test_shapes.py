import pytest

from planpress.model.framework import FrameworkRecord
from planpress.model.indicator import Break, IndicatorRecord
from planpress.model.milestone import Milestone
from planpress.model.priority import TheoryOfAction
from planpress.model.review import ElementRating
from planpress.model.shapes import keys_of, shapes
from planpress.model.stocktake import Action, StocktakeRecord
from planpress.model.tactic import Cycle, Link
from planpress.model.target import Point, Revision, Target


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        (Milestone, ("id",)),
        (Action, ("id",)),
        (Link, ("id",)),
        (Cycle, ("id",)),
        (ElementRating, ("element",)),
        (Revision, ("id", "date")),
        (Break, ("id", "before")),
    ],
)
def test_by_what_an_entry_is_recognised_in_a_translation(part, keys):
    assert keys_of(part) == keys


@pytest.mark.parametrize(
    ("model", "key", "kind", "part"),
    [
        (IndicatorRecord, "title", "words", None),
        (IndicatorRecord, "unit", "fact", None),
        (IndicatorRecord, "target", "fact", None),
        (IndicatorRecord, "trajectory", "fact", None),
        (IndicatorRecord, "revisions", "part list", Revision),
        (IndicatorRecord, "breaks", "part list", Break),
        (IndicatorRecord, "milestones", "part list", Milestone),
        (StocktakeRecord, "actions", "part list", Action),
        (StocktakeRecord, "course_of_action", "words", None),
        (Revision, "from", "fact", None),
        (Revision, "reason", "words", None),
        (TheoryOfAction, "if", "words list", None),
        (Target, "groups", "fact", None),
    ],
)
def test_what_a_key_holds(model, key, kind, part):
    assert shapes(model)[key] == (kind, part)


def test_a_group_with_words_is_not_a_fact():
    kind, part = shapes(StocktakeRecord)["presentation"]
    assert (kind, part.__name__) == ("part", "Presentation")


@pytest.mark.parametrize("name", ["id", "source", "body", "from_"])
def test_what_comes_from_the_file_itself_is_no_key(name):
    for model in (IndicatorRecord, FrameworkRecord):
        assert name not in shapes(model)
    assert name == "id" or name not in shapes(Revision)


def test_a_point_has_no_words():
    assert {kind for kind, _ in shapes(Point).values()} == {"fact"}
