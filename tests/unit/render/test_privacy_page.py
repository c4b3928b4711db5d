import pytest
from unit.render.sample import indicator, plan, row, site

from planpress.model.series import Series
from planpress.render.privacy_page import example, privacy


@pytest.mark.parametrize("minimum", [4, 10, 16, 30, 100])
def test_the_example_holds_for_any_minimum(minimum):
    made = example(minimum)
    assert made
    a, b, c = made.groups
    assert c.people < minimum <= min(a.people, b.people)
    assert all(0 < group.well < group.people for group in made.groups)
    assert b.people + c.people >= minimum
    assert made.well - a.well - b.well == c.well


@pytest.mark.parametrize("minimum", [0, 1, 2, 3])
def test_where_next_to_nothing_is_hidden_there_is_no_example(minimum):
    assert example(minimum) is None


def test_hidden_results_and_limits_are_counted_by_measure():
    made = site(indicators={"grade-3": indicator(), "b": indicator("b"), "c": indicator("c")})
    bound = Series(indicator="b", observations=(row("2024", ">=95"), row("2025", "50")))
    plain = Series(indicator="c", observations=(row("2024", "50"),))
    made.series.update({"b": bound, "c": plain})
    (leaf,) = privacy(made)
    assert leaf.path == "data/privacy/"
    assert leaf.context["total"] == (6, 1, 1)
    assert [(d.indicator.id, d.hidden, d.limits) for d in leaf.context["counted"]] == [
        ("grade-3", 1, 0),
        ("b", 0, 1),
    ]
    assert leaf.context["untouched"] == 1


def test_a_plan_without_numbers_has_the_page_too():
    (leaf,) = privacy(site(indicators={}, plan=plan(privacy={"minimum_n": "1"})))
    assert leaf.context["total"] == (0, 0, 0)
    assert leaf.context["example"] is None
