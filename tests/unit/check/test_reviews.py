"""Rules about reviews, case by case; the bad cases of review_plan are run with those of all."""

from dataclasses import replace
from datetime import date

import pytest
from conftest import edited
from unit.check.review_plan import REVIEW, REVIEWED, SECOND

from planpress.check.rules import check
from planpress.model.problem import Level
from planpress.read.project import read


def found(alder, changes, as_of=date(2024, 6, 30)):
    """Check the tiny plan with the given files: (rule, level, path) of every problem."""
    reading = replace(read(alder(changes)), as_of=as_of)
    assert reading.project, reading.problems
    return [(p.rule, p.level, p.place.path) for p in check(reading)]


def test_the_second_of_two_reviews_of_one_day_is_warned_of(alder):
    assert found(alder, {**REVIEWED, SECOND: REVIEW}) == [
        ("same-review-date", Level.WARNING, SECOND)
    ]


@pytest.mark.parametrize(
    ("old", "new"), [("2024-05-02", "unknown"), ("framework: delivery", "framework: other")]
)
def test_only_known_dates_of_one_framework_are_compared(alder, old, new):
    other = edited(REVIEW, old, new)
    files = {
        **REVIEWED,
        "content/reviews/first.md": other if new == "unknown" else REVIEW,
        SECOND: other,
        "content/frameworks/other.md": REVIEWED["content/frameworks/delivery.md"],
    }
    assert found(alder, files) == []


@pytest.mark.parametrize(("day", "noticed"), [(29, True), (30, False)])
def test_a_review_is_to_come_until_its_day(alder, day, noticed):
    every = found(alder, REVIEWED, date(2024, 6, day))
    problems = [p for p in every if p[0] == "day-to-come"]
    assert problems == ([("day-to-come", Level.NOTICE, SECOND)] if noticed else [])
