"""Rules about the work, case by case; each rule's first bad case is run with those of all rules."""

from dataclasses import replace
from datetime import date

import pytest
from conftest import INDICATOR, edited
from unit.check.work_plan import GRADE_3, HELD, POSTPONED, TACTIC, TUTORING, WORK, spoilt

from planpress.check.rules import check
from planpress.model.problem import Level
from planpress.read.project import read

AS_OF = date(2024, 6, 30)


@pytest.fixture
def found(alder):
    """Checks the tiny plan with the given files: (rule, level, line) of every problem."""

    def run(changes, as_of=AS_OF):
        reading = replace(read(alder(changes)), as_of=as_of)
        assert reading.project, reading.problems
        return [(p.rule, p.level, p.place.line, p.message) for p in check(reading)]

    return run


@pytest.mark.parametrize(
    ("changes", "line", "name"),
    [
        (spoilt(TUTORING, "priority: reading", "priority: reeding"), 3, "reeding"),
        (spoilt(TUTORING, "goal: all-read", "goal: all-reed"), 4, "all-reed"),
        (spoilt(TUTORING, "smart_goals: [grade-3]", "smart_goals: [grade-4]"), 11, "grade-4"),
        (spoilt(TUTORING, "indicator: sessions", "indicator: session"), 13, "session"),
        (spoilt(TUTORING, "predicts: grade-3", "predicts: grade-4"), 14, "grade-4"),
        (spoilt(HELD, "tactic: tutoring", "tactic: tutorin"), 2, "tutorin"),
        (
            {**WORK, GRADE_3: edited(INDICATOR, "unit:", "tactic: tutors\nunit:")},
            7,
            "tutors",
        ),
    ],
)
def test_every_id_of_the_work_names_something(found, changes, line, name):
    (only,) = [p for p in found(changes) if p[0] == "dangling-reference"]
    assert only[1:3] == (Level.ERROR, line)
    assert f"“{name}”" in only[3]


def test_nothing_dangles_from_a_tactic_that_cannot_be_read(found):
    broken = spoilt(TUTORING, "order: 1", "order: one")
    assert found(broken) == []


def test_a_goal_of_another_priority_is_no_goal_of_the_tactic(found):
    other = "---\ntitle: Math\norder: 2\ngoals:\n  - {id: count, title: All count}\n---\n"
    changes = {**spoilt(TUTORING, "all-read", "count"), "content/priorities/math.md": other}
    (only,) = found(changes)
    assert only[3] == "“count” is not a goal of “reading”"


@pytest.mark.parametrize("key", ["lead", "smart_goals", "theory_of_action"])
def test_a_tactic_that_lacks_something_is_only_warned_of(found, key):
    lines = TACTIC.splitlines(keepends=True)
    first = next(at for at, line in enumerate(lines) if line.startswith(f"{key}:"))
    rest = first + (3 if key == "theory_of_action" else 1)
    without = "".join((*lines[:first], *lines[rest:]))
    (only,) = found({**WORK, TUTORING: without})
    assert only[:2] == ("unfinished-tactic", Level.WARNING)
    assert f"“{key}”" in only[3]


def test_three_tactics_in_focus_are_not_too_many(found):
    more = {f"content/tactics/{n}.md": edited(TACTIC, "order: 1", "order: 0") for n in "ab"}
    assert found({**WORK, **more}) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (POSTPONED, "moved_to: 2024-09-10", "moved_to: 2024-03-12", 5),
        (POSTPONED, "status: postponed", "status: cancelled", 5),
        (HELD, "status: held", "status: held\nmoved_to: 2024-09-10", 5),
    ],
)
def test_a_new_day_is_later_and_belongs_to_what_was_postponed(found, file, old, new, line):
    (only,) = found(spoilt(file, old, new))
    assert only[:3] == ("postponed-stocktake", Level.ERROR, line)


@pytest.mark.parametrize("status", ["scheduled", "cancelled"])
def test_what_was_found_waits_until_the_stocktake_is_held(found, status):
    changes = spoilt(HELD, "status: held", f"status: {status}")
    assert [p[:3] for p in found(changes) if p[0].endswith("not-held")] == [
        ("judged-not-held", Level.ERROR, 5),
        ("found-not-held", Level.WARNING, 7),
        ("found-not-held", Level.WARNING, 8),
        ("found-not-held", Level.WARNING, 9),
    ]


def test_a_list_names_each_thing_once(found):
    signs = "  - indicator: sessions\n    predicts: grade-3\n"
    files = "  - {file: guide.pdf, language: en}\n"
    twice = edited(edited(TACTIC, signs, signs * 2), files, files * 2)
    assert [p[:3] for p in found({**WORK, TUTORING: twice})] == [
        ("repeated-entry", Level.ERROR, 15),
        ("repeated-entry", Level.ERROR, 22),
    ]


def test_a_step_of_a_process_target_is_done_or_dropped_too(found):
    steps = (
        "{type: process, period: 2026-27}\nmilestones:\n"
        "  - {id: a, title: A, due: 2024-01-01, done: 2024-01-01, dropped: 2024-01-02}"
    )
    changed = edited(INDICATOR, "{type: numeric, period: 2026-27, value: 62}", steps)
    assert ("done-and-dropped", Level.ERROR, 12) in {p[:3] for p in found({GRADE_3: changed})}


def test_days_to_come_are_noticed_and_stop_nothing(found):
    day_before = date(2023, 8, 31)
    ahead = [p[1:3] for p in found(WORK, day_before) if p[0] == "day-to-come"]
    assert sorted(ahead) == [(Level.NOTICE, line) for line in (3, 10, 16, 17)]
    assert not [p for p in found(WORK, date(2024, 6, 30)) if p[0] == "day-to-come"]
