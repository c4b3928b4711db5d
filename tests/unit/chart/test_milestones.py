"""What is done, late, due and given up on a day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from unit.chart.diagram_plan import scene, the_plan
from unit.chart.small_plan import words

from planpress.chart.milestones import milestones, standing
from planpress.chart.timeline import Standing
from planpress.model.milestone import Milestone

DUE = date(2026, 5, 31)


@pytest.mark.parametrize(
    ("facts", "before", "on", "after"),
    [
        ({}, "due", "due", "late"),
        ({"done": "2026-05-31"}, "due", "done", "done"),
        ({"done": "2026-06-01"}, "due", "due", "done"),
        ({"done": "2026-06-02"}, "due", "due", "late"),
        ({"dropped": "2026-05-31"}, "due", "dropped", "dropped"),
        ({"dropped": "2026-06-02"}, "due", "due", "late"),
        ({"dropped": "2026-05-30", "done": "2026-06-01"}, "dropped", "dropped", "done"),
    ],
)
def test_a_milestone_is_what_was_known_by_the_day(facts, before, on, after) -> None:
    step = Milestone.model_validate({"id": "a", "title": words("A"), "due": str(DUE)} | facts)
    found = [standing(step, DUE + timedelta(days)) for days in (-1, 0, 1)]
    assert found == [Standing(before), Standing(on), Standing(after)]


def reading(**parts):
    plan = replace(the_plan(), tactics={"reading": the_plan().tactics["reading"]})
    ((key, told),) = milestones(scene(project=plan, **parts))
    assert key == "plan"
    return told


def test_bad_news_comes_first() -> None:
    assert reading().title == "4 milestones: 1 is late, 1 is done"
    assert reading(as_of=date(2026, 11, 14)).title == "4 milestones: none is late, 1 is done"


def test_everything_is_said_in_words() -> None:
    assert reading().description.splitlines() == [
        (
            "4 milestones as of November 15, 2026: 1 late; 1 due later; 1 done; 1 given up. "
            "Each shape stands on the day by which the step is due."
        ),
        (
            "Read each day: “Choose” (done; due on January 15, 2025), "
            "“Train” (late: due on November 14, 2026), “Look” (due on November 15, 2026), "
            "and “Drop” (given up; due on November 20, 2026)."
        ),
    ]


def test_a_plan_without_milestones_has_no_timeline() -> None:
    assert list(milestones(scene(project=replace(the_plan(), tactics={})))) == []


def test_rows_follow_the_priorities() -> None:
    plan = the_plan()
    other = replace(plan, tactics=dict(reversed(plan.tactics.items())))
    ((_, told),) = milestones(scene(project=other))
    assert told.description.splitlines()[1].startswith("Read each day")
