from unit.render.sample import indicator, plan, priority, site, source, words
from unit.render.work_sample import stocktake, tactic, working

from planpress.model.initiative import InitiativeRecord
from planpress.model.priority import Goal
from planpress.render.gaps import gaps


def missing(made):
    return {gap.kind: ([turn.path for turn in gap.missing], gap.of) for gap in gaps(made)}


def test_what_has_no_measure_target_baseline_or_result_is_listed():
    goals = (Goal(id="one", title=words("One")), Goal(id="two", title=words("Two")))
    made = site(
        priorities={
            "reading": priority().model_copy(update={"goals": goals}),
            "bare": priority("bare"),
        },
        indicators={
            "grade-3": indicator(goal="one", baseline={"period": "2022-23", "value": "50"}),
            "empty": indicator("empty", target={"type": "none"}),
            "steps": indicator("steps", target={"type": "process"}),
        },
    )
    found = missing(made)
    assert found["priority_measures"] == (["priorities/bare/"], 2)
    assert found["goal_measures"] == (["priorities/reading/#goal-two"], 2)
    assert "work_status" not in found
    assert found["data"] == (["indicators/empty/"], 2)
    assert "indicators/grade-3/" not in found["baseline"][0]


def test_work_without_a_status_is_listed():
    initiative = InitiativeRecord.model_validate(
        {
            "id": "tutoring",
            "source": source("initiatives/tutoring"),
            "title": words("Tutoring"),
            "period": "2023-24",
            "priorities": ("reading",),
            "workstreams": (
                {
                    "id": "start",
                    "title": words("Start"),
                    "items": (
                        {"id": "a", "title": words("Find tutors"), "status": "done"},
                        {"id": "b", "title": words("Train tutors")},
                    ),
                },
            ),
        }
    )
    found = missing(site(initiatives={"tutoring": initiative}))
    assert found["work_status"] == (["initiatives/tutoring/"], 2)


def test_a_tactic_without_lead_goal_or_theory_is_listed():
    whole = tactic(
        "whole",
        lead={"role": words("Director")},
        theory_of_action={"if": (words("we act"),), "then": words("it works")},
    )
    bare = tactic("bare", smart_goals=())
    led = tactic("led", lead={"role": words("Director")})
    found = missing(site(tactics={"whole": whole, "bare": bare, "led": led}))
    assert found["tactic_lead"] == found["tactic_goals"] == (["tactics/bare/"], 3)
    assert found["tactic_theory"] == (["tactics/bare/", "tactics/led/"], 3)
    assert "tactic_lead" not in missing(site())


def test_links_nobody_answers_for_and_stocktakes_without_a_record_are_listed():
    chain = (
        {"id": "a", "title": words("A")},
        {"id": "b", "title": words("B"), "owner": words("Board")},
    )
    found = missing(
        working(
            stocktake("2026-09-15"),
            stocktake("2026-10-15", "scheduled"),
            stocktake("2026-03-15", "postponed", moved_to="2026-11-20"),
            stocktake("2026-04-15", "postponed", moved_to="2026-11-21"),
            tactics={"tutoring": tactic(delivery_chain=chain)},
        )
    )
    assert found["chain_owner"] == (["tactics/tutoring/#chain"], 2)
    assert found["stocktake_record"] == (
        ["stocktakes/2026-10-15-tutoring/", "stocktakes/2026-03-15-tutoring/"],
        3,
    )


def test_a_plan_of_nothing_lacks_nothing():
    assert gaps(site(plan=plan(), priorities={}, indicators={})) == ()


def test_numbers_without_a_license_or_a_word_on_their_quality_are_missing_something():
    found = {gap.kind: gap for gap in gaps(site())}
    assert [turn.path for turn in found["license"].missing] == ["data/#license"]
    assert [turn.path for turn in found["data_quality"].missing] == ["indicators/grade-3/"]
    whole = site(
        plan=plan(license={"name": "CC BY 4.0"}),
        indicators={"grade-3": indicator(accuracy=words("Exact."))},
    )
    found = {gap.kind: gap for gap in gaps(whole)}
    assert (found["license"].missing, found["data_quality"].missing) == ((), ())
