from dataclasses import replace

from unit.render.sample import ASSESSMENT, indicator, not_set, site
from unit.render.work_sample import tactic

from planpress.model.assessment import State
from planpress.render.method import completeness, how_we_rate, on_track


def test_the_example_is_a_rated_measure_where_there_is_one():
    made = site(indicators={name: indicator(name) for name in ("bare", "overdue", "rated")})
    found = {
        "bare": not_set("bare"),
        "overdue": replace(ASSESSMENT, indicator="overdue", state=State.OVERDUE, rating=None),
        "rated": replace(ASSESSMENT, indicator="rated"),
    }
    (page,) = how_we_rate(replace(made, assessments=found))
    assert page.context["example"].id == "rated"
    (page,) = how_we_rate(replace(made, assessments={**found, "rated": not_set("rated")}))
    assert page.context["example"].id == "overdue"


def test_without_a_target_there_is_no_example():
    made = site(indicators={"bare": indicator("bare")})
    (page,) = how_we_rate(made)
    assert page.context["example"] is None


def test_every_measure_is_on_the_page_of_all_ratings():
    made = site(indicators={name: indicator(name) for name in ("grade-3", "bare")})
    (page,) = on_track(made)
    shown = [measure.id for _, group in page.context["groups"] for measure in group]
    assert sorted(shown) == ["bare", "grade-3"]
    assert page.context["standing"].total == 2


def test_what_is_missing_has_a_page():
    (page,) = completeness(site())
    assert page.path == "completeness/"
    assert {gap.kind for gap in page.context["gaps"]} >= {"priority_measures", "baseline"}


def test_ratings_are_rolled_up_by_priority_and_by_tactic_worst_first():
    made = site(
        indicators={name: indicator(name) for name in ("bare", "grade-3")},
        tactics={"tutoring": tactic()},
    )
    (page,) = on_track(made)
    assert [measure.id for measure in page.context["ordered"]] == ["grade-3", "bare"]
    rollups = [(name, [r.path for r in found]) for name, _, found in page.context["rollups"]]
    assert rollups == [
        ("priorities", ["priorities/reading/"]),
        ("tactics", ["tactics/tutoring/"]),
    ]


def test_the_method_names_the_measures_that_each_rule_decides():
    (page,) = how_we_rate(site(indicators={name: indicator(name) for name in ("bare", "grade-3")}))
    decided = {rule: [m.id for m in found] for rule, found in page.context["decided"] if found}
    assert decided == {2: ["bare"], 8: ["grade-3"]}
