"""The tiny plan with a tactic and its stocktakes: good as it stands, and spoilt rule by rule."""

from conftest import INDICATOR, PLAN, edited

TACTICS = "content/tactics/"
TUTORING = f"{TACTICS}tutoring.md"
HELD = "content/stocktakes/2023-11-14-tutoring.md"
POSTPONED = "content/stocktakes/2024-03-12-tutoring.md"
GRADE_3 = "content/indicators/grade-3.md"

TACTIC = """---
title: Tutoring
priority: reading
goal: all-read
order: 1
focus: yes
lead: {role: Director of Literacy}
theory_of_action:
  if: [tutor every child]
  then: all read
smart_goals: [grade-3]
leading_indicators:
  - indicator: sessions
    predicts: grade-3
milestones:
  - {id: hire, title: Hire, due: 2023-08-15, done: 2023-09-01}
  - {id: app, title: Buy an app, due: 2024-08-15, dropped: 2024-01-10}
documents:
  - {file: guide.pdf, language: en}
delivery_chain:
  - {id: director, owner: Director of Literacy, title: Plan the hours}
  - {id: tutor, owner: Tutors, title: Meet every group}
roles: []
---
"""
SESSIONS = edited(
    edited(INDICATOR, "role: measure", "role: leading\ntactic: tutoring"),
    "{type: numeric, period: 2026-27, value: 62}",
    "{type: none}",
)
STOCKTAKE = """---
tactic: tutoring
date: 2023-11-14
status: held
judged: AG
rationale: Most groups meet.
successes: Forty tutors.
course_of_action: We hire more.
actions:
  - {id: hire, title: Hire, due: 2024-01-10, done: 2024-01-09}
---
"""
MOVED = """---
tactic: tutoring
date: 2024-03-12
status: postponed
moved_to: 2024-09-10
---
"""
WORK = {
    TUTORING: TACTIC,
    HELD: STOCKTAKE,
    POSTPONED: MOVED,
    "content/indicators/sessions.md": SESSIONS,
    "data/sessions.csv": "period,value\n2022-23,60\n",
}
"""What the tiny plan needs besides to be a good plan with work."""

BARE = "---\ntitle: Bare\npriority: reading\norder: 2\n---\n"


def spoilt(file, old, new):
    return {**WORK, file: edited(WORK[file], old, new)}


BAD = {
    "focus_tactics": (
        {
            **WORK,
            **{f"{TACTICS}{name}.md": edited(TACTIC, "order: 1", "order: 0") for name in "abc"},
        },
        "too-many-in-focus",
        6,
        "“a”, “b”, “c”",
    ),
    "unfinished_tactics": ({**WORK, f"{TACTICS}bare.md": BARE}, "unfinished-tactic", 1, "lead"),
    "early_signs": (
        spoilt(TUTORING, "predicts: grade-3", "predicts: sessions"),
        "predicts-itself",
        14,
        "sessions",
    ),
    "repeated_entries": (
        spoilt(TUTORING, "[grade-3]", "[grade-3, sessions, grade-3]"),
        "repeated-entry",
        11,
        "entry 1",
    ),
    "milestone_ends": (
        spoilt(TUTORING, "dropped: 2024-01-10", "done: 2024-01-09, dropped: 2024-01-10"),
        "done-and-dropped",
        17,
        "app",
    ),
    "stocktake_ids": (
        spoilt(HELD, "date: 2023-11-14", "date: 2023-11-15"),
        "stocktake-id",
        1,
        "2023-11-15-tutoring",
    ),
    "postponed_stocktakes": (
        spoilt(POSTPONED, "moved_to: 2024-09-10\n", ""),
        "postponed-stocktake",
        4,
        "moved_to",
    ),
    "stocktakes_not_held": (
        spoilt(HELD, "status: held", "status: scheduled"),
        "judged-not-held",
        5,
        "scheduled",
    ),
    "archived_pages": (
        {"content/pages/now.md": "---\ntitle: Now\narchived_on: 2022-06-30\n---\n"},
        "not-archived",
        3,
        "archived_on",
    ),
    "undeclared_roles": (
        spoilt(TUTORING, "roles: []", "roles: [techer]"),
        "dangling-reference",
        23,
        "techer",
    ),
    "smart_goals": (
        spoilt(TUTORING, "smart_goals: [grade-3]", "smart_goals: [grade-3, sessions]"),
        "smart-goal",
        11,
        "“sessions” is not measurable (M)",
    ),
    "chain_owners": (
        spoilt(TUTORING, "owner: Tutors, ", ""),
        "unowned-link",
        22,
        "“tutor”",
    ),
    "stocktakes_without_record": (
        spoilt(POSTPONED, "moved_to: 2024-09-10", "moved_to: 2024-06-29"),
        "stocktake-without-record",
        5,
        "2024-06-29",
    ),
    "stocktake_schedules": (
        {
            "content/plan.md": edited(
                PLAN,
                "contact:",
                "schedules:\n  - {period: 2023-24, status: final}\n"
                "  - {period: 2023-24, status: draft}\ncontact:",
            )
        },
        "repeated-schedule",
        19,
        "2023-24",
    ),
    "days_to_come": (
        spoilt(TUTORING, "done: 2023-09-01", "done: 2024-09-01"),
        "day-to-come",
        16,
        "2024-09-01",
    ),
}
"""For each rule about the work: the files, and the name, line and words of what is found."""
