"""From a priority to its work."""

from dataclasses import replace

from unit.chart.diagram_plan import scene, the_plan

from planpress.chart.strategy import strategies


def test_it_says_what_is_done_for_each_goal_and_for_none() -> None:
    told = dict(strategies(scene()))["priorities/learning"]
    first, second, third = told.description.splitlines()
    assert first.startswith(
        "“Every child reads”: Read each day (in focus, 2 measures, 1 off track or at risk); Streng"
    )
    assert second == "“Every child counts”: No work recorded yet."
    assert third == "Work for the priority as a whole: Loose (no measure yet)."


def test_a_priority_without_tactics_has_no_figure() -> None:
    assert set(dict(strategies(scene()))) == {"priorities/learning", "priorities/work"}


def test_nothing_is_said_off_track_that_is_not() -> None:
    told = dict(strategies(scene(assessments={})))["priorities/learning"]
    assert "off track" not in told.description


def test_a_tactic_of_an_unknown_goal_is_still_shown() -> None:
    plan = the_plan()
    lost = plan.tactics["loose"].model_copy(update={"goal": "gone"})
    told = dict(strategies(scene(project=replace(plan, tactics={"loose": lost}))))
    assert "as a whole: Loose" in told["priorities/learning"].description
