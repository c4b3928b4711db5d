"""What a SMART goal lacks, letter by letter."""

import pytest
from unit.render.sample import indicator, plan, words
from unit.render.work_sample import tactic

from planpress.check.goals import smart_goals
from planpress.model.problem import Level
from planpress.model.project import Project
from planpress.model.reading import Reading

BASELINE = {"period": "2022-23", "value": "50"}
STEP = {"id": "a", "title": words("Hire"), "due": "2026-01-01"}


def letters(**facts):
    """Return the letters that fail, and the levels of what is said about them."""
    goal = indicator(**{"baseline": BASELINE, **facts})
    project = Project(
        plan=plan(),
        indicators={goal.id: goal},
        tactics={"tutoring": tactic(smart_goals=(goal.id,))},
    )
    found = list(smart_goals(Reading(project=project, series={}, problems=(), data={}), project))
    assert all(p.level is Level.WARNING and goal.id in p.message and p.hint for p in found)
    return [p.message.partition("(")[2][0] for p in found]


def test_a_number_from_a_baseline_to_a_target_by_a_period_is_smart():
    assert letters() == []


@pytest.mark.parametrize(
    ("facts", "failing"),
    [
        ({"definition": words("Grade 3 Reading.")}, ["S"]),
        ({"baseline": None}, ["M"]),
        ({"target": {"type": "none"}}, ["M", "T"]),
        ({"target": {"type": "numeric", "value": "62"}}, ["T"]),
        ({"target": {"type": "universal", "period": "2026-27"}, "baseline": None}, ["M"]),
        ({"target": {"type": "universal", "period": "2026-27"}}, []),
        ({"target": {"type": "compound", "all_of": ("a", "b")}, "baseline": None}, []),
        ({"target": {"type": "compound"}}, ["M", "T"]),
        ({"target": {"type": "process"}}, ["M", "T"]),
        ({"target": {"type": "process"}, "milestones": (STEP,), "baseline": None}, []),
    ],
)
def test_each_letter_can_fail(facts, failing):
    assert letters(**facts) == failing
