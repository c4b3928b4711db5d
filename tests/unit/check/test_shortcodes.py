"""Shortcodes are checked wherever Markdown is written."""

import pytest
from conftest import PLAN, edited
from unit.check.work_plan import HELD, TACTIC, TUTORING, WORK, spoilt

from planpress.check.rules import check
from planpress.read.project import read


@pytest.fixture
def found(alder):
    def run(changes):
        return [
            (p.place.path, p.place.line, p.message)
            for p in check(read(alder(changes)))
            if p.rule == "shortcode"
        ]

    return run


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("{{ chart grade-3 }}", None),
        ("{{ chart grade-4 }}", "there is no “grade-4” in content/indicators/"),
        ("{{ quote ana }}", "there is no “ana” in content/voices/"),
        ("{{ picture grade-3 }}", "“picture” is not a shortcode"),
    ],
)
def test_a_shortcode_in_a_front_matter_is_checked(found, written, message):
    changes = spoilt(HELD, "successes: Forty tutors.", f"successes: |\n  Good.\n\n  {written}")
    said = [text for *_, text in found(changes)]
    assert said == ([message] if message else [])


def test_a_shortcode_in_a_part_of_a_record_is_checked(found):
    cycle = "cycles:\n  - id: a\n    date: 2024-01-01\n    plan: |\n      {{ chart no }}\nroles"
    ((path, _, message),) = found({**WORK, TUTORING: edited(TACTIC, "roles", cycle)})
    assert (path, message) == (TUTORING, "there is no “no” in content/indicators/")


def test_the_place_in_a_body_is_the_line_of_the_shortcode(found):
    assert found({"content/plan.md": PLAN + "\n{{ chart no }}\n"})[0][:2] == ("content/plan.md", 21)
