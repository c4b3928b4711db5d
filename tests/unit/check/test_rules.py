"""Each rule: the whole plan of tests/conftest.py is the good case, here are the bad ones."""

from dataclasses import replace
from datetime import date

import pytest
from conftest import INDICATOR, PLAN, PLAN_ES, PRIORITY, SERIES, edited
from unit.check.archive_plan import ARCHIVED, CHANGED
from unit.check.archive_plan import BAD as BAD_ARCHIVE
from unit.check.number_plan import BAD as BAD_NUMBERS
from unit.check.number_plan import NUMBERS, RELATED
from unit.check.plain_plan import BAD as BAD_PLAIN
from unit.check.plain_plan import PLAIN
from unit.check.review_plan import BAD as BAD_REVIEWS
from unit.check.review_plan import REVIEWED
from unit.check.work_plan import BAD as BAD_WORK
from unit.check.work_plan import WORK

from planpress.check.measures import rules_of_measures
from planpress.check.rules import RULES, check
from planpress.check.words import words
from planpress.model.problem import Level
from planpress.read.project import read

AS_OF = date(2024, 6, 30)
"""The last day of 2023-24."""

GRADE_3 = "content/indicators/grade-3.md"
DATA = "data/grade-3.csv"
FRAMEWORK = """---
title: Delivery
areas:
  - id: start
    name: Start
    elements:
      - {id: aim, code: 1A, name: Aim, question: Is there an aim?}
      - {id: team, code: 1B, name: Team, question: Is there a team?}
---
"""
REVIEW = """---
title: Review
framework: delivery
date: unknown
ratings:
  - {element: aim, rating: [R, AR], rationale: So so.}
  - {element: team, rating: [G], rationale: Good.}
---
"""
INITIATIVE = "---\ntitle: Work\nperiod: 2023-24\npriorities: [reading]\n---\n"
DIMENSIONS = """---
dimensions:
  - id: group
    label: Group
    codes:
      - {id: female, label: Girls}
      - {id: male, label: Boys}
---
"""
GROUPS = edited(INDICATOR, "sources:", "dimensions: [group]\nsources:")
REVIEWS = {
    "content/frameworks/delivery.md": FRAMEWORK,
    "content/reviews/first.md": REVIEW,
    "content/initiatives/work.md": INITIATIVE,
    "content/dimensions.md": DIMENSIONS,
    GRADE_3: GROUPS,
    DATA: "period,value,n,group\n2023-24,54,410,\n2023-24,55,200,female\n",
}


def target(text):
    return edited(INDICATOR, "{type: numeric, period: 2026-27, value: 62}", text)


def with_keys(*lines):
    """Return the measure with keys of its own from line 11 on."""
    return edited(INDICATOR, "sources:", "".join(f"{line}\n" for line in lines) + "sources:")


REVISED = "  - {date: 2024-02-01, field: target, from: 60, to: 62, reason: More}"

BAD = {
    "plan_dates": ({"content/plan.md": PLAN.replace("2027", "2022")}, "plan-dates", 14, "2022"),
    "plan_languages": (
        {"content/plan.md": edited(PLAN, "[en, es]", "[en, es, es]")},
        "repeated-language",
        15,
        "es",
    ),
    "page_addresses": (
        {"content/pages/data.md": "---\ntitle: Data\n---\n"},
        "reserved-address",
        1,
        "/data/",
    ),
    "repeated_orders": (
        {"content/priorities/writing.md": "---\ntitle: Writing\norder: 1\n---\n"},
        "repeated-order",
        3,
        "reading",
    ),
    "repeated_ids": (
        {**REVIEWS, "content/frameworks/delivery.md": edited(FRAMEWORK, "1B", "1A")},
        "repeated-id",
        8,
        "1A",
    ),
    "dangling_references": (
        {GRADE_3: edited(INDICATOR, "priority: reading\ngoal: all-read", "priority: reeding")},
        "dangling-reference",
        5,
        "reeding",
    ),
    "dangling_goals": (
        {GRADE_3: edited(INDICATOR, "all-read", "all-reed")},
        "dangling-reference",
        6,
        "all-reed",
    ),
    "unknown_shortcodes": (
        {"content/plan.md": PLAN + "\n{{ chart grade-4 }}\n"},
        "shortcode",
        21,
        "grade-4",
    ),
    "equal_statements": (
        {"content/plan.es.md": edited(PLAN_ES, "Bienvenidos.", "Somos 3 escuelas.")},
        "numbers-differ",
        14,
        "“3” is not stated in content/plan.md:19",
    ),
    "target_parts": (
        {GRADE_3: target("{type: numeric, period: 2026-27}")},
        "target-parts",
        10,
        "value",
    ),
    "target_periods": (
        {GRADE_3: target("{type: numeric, period: 2021-22, value: 62}")},
        "period-order",
        10,
        "2021-22",
    ),
    "target_values": (
        {GRADE_3: target("{type: numeric, period: 2026-27, value: 162}")},
        "percent-range",
        10,
        "162",
    ),
    "trajectory_order": (
        {
            GRADE_3: with_keys(
                "trajectory:",
                "  - {period: 2024-25, value: 55}",
                "  - {period: 2023-24, value: 53}",
            )
        },
        "period-order",
        13,
        "2023-24",
    ),
    "trajectory_ends": (
        {GRADE_3: with_keys("trajectory:", "  - {period: 2026-27, value: 61}")},
        "trajectory-end",
        12,
        "61 here, 62 there",
    ),
    "trajectory_use": (
        {GRADE_3: edited(target("{type: none}"), "sources", "shape: step\nsources")},
        "trajectory-unused",
        11,
        "shape",
    ),
    "delayed_starts": (
        {GRADE_3: with_keys("starts: 2026-27")},
        "delayed-start",
        11,
        "2026-27",
    ),
    "starts_use": (
        {GRADE_3: with_keys("starts: 2024-25", "shape: step")},
        "starts-unused",
        11,
        "step",
    ),
    "revision_order": (
        {
            GRADE_3: with_keys(
                "revisions:",
                REVISED,
                "  - {date: 2024-01-01, field: baseline, from: 49, to: 50, reason: Mended}",
            )
        },
        "revision-order",
        13,
        "2024-01-01",
    ),
    "repeated_revisions": (
        {
            GRADE_3: with_keys(
                "revisions:",
                "  - {id: a, date: 2024-02-01, field: target, from: 58, to: 60, reason: More}",
                edited(REVISED, "{", "{id: b, "),
            )
        },
        "repeated-revision",
        13,
        "line 12",
    ),
    "revision_chain": (
        {GRADE_3: with_keys("revisions:", edited(REVISED, "62", "61"))},
        "revision-chain",
        12,
        "61 since 2024-02-01, but 62",
    ),
    "revision_periods": (
        {
            GRADE_3: with_keys(
                "revisions:",
                edited(REVISED, "target", "trajectory, period: 2027-28"),
            )
        },
        "revision-period",
        12,
        "2027-28",
    ),
    "group_targets": (
        {GRADE_3: target("{type: numeric, period: 2026-27, value: 62, groups: yes}")},
        "target-groups",
        10,
        "“group”",
    ),
    "group_baselines": (
        {**REVIEWS, GRADE_3: edited(GROUPS, "value: 62", "value: 62, groups: yes")},
        "group-without-baseline",
        1,
        "female",
    ),
    "data_files": ({DATA: None}, "missing-data", 1, "data/grade-3.csv"),
    "declared_codes": (
        {**REVIEWS, DATA: "period,value,group\n2023-24,54,femal\n"},
        "undeclared-code",
        2,
        "femal",
    ),
    "declared_dimensions": (
        {GRADE_3: GROUPS},
        "undeclared-dimension",
        11,
        "group",
    ),
    "repeated_rows": ({DATA: SERIES + "2023-24,55,410\n"}, "repeated-row", 4, "54 there, 55 here"),
    "period_forms": ({DATA: SERIES + "2025,55,410\n"}, "period-form", 4, "2025"),
    "percent_values": ({DATA: SERIES + "2024-25,140,410\n"}, "percent-range", 4, "140"),
    "valued_statuses": (
        {DATA: "period,value,status\n2023-24,54,suppressed\n"},
        "value-and-status",
        2,
        "suppressed",
    ),
    "results_to_come": ({DATA: SERIES + "2024-25,55,410\n"}, "result-to-come", 4, "2024-25"),
    "rated_elements": (
        {**REVIEWS, "content/reviews/first.md": edited(REVIEW, "element: team", "element: aem")},
        "dangling-reference",
        7,
        "aem",
    ),
    "straddling_ratings": (
        {**REVIEWS, "content/reviews/first.md": edited(REVIEW, "[R, AR]", "[R, G]")},
        "straddling-rating",
        6,
        "neighbours",
    ),
    "update_ids": (
        {"content/updates/coaches.md": "---\ntitle: Coaches\ndate: 2024-05-01\n---\n"},
        "update-id",
        3,
        "2024-05-01",
    ),
    "empty_reports": (
        {"content/reports/fall.md": "---\ntitle: Fall\ndate: 2024-05-01\nends: [E1]\n---\n"},
        "empty-report",
        1,
        "",
    ),
    **BAD_ARCHIVE,
    **BAD_NUMBERS,
    **BAD_PLAIN,
    **BAD_REVIEWS,
    **BAD_WORK,
}


EVERY = (*RULES, *rules_of_measures())
OF_WORDS = {
    "unknown_shortcodes",
    "equal_statements",
    "long_sentences",
    "reading_grades",
    "undefined_acronyms",
}


def test_every_rule_has_a_bad_case():
    assert set(BAD) == {rule.__name__ for rule in EVERY} | OF_WORDS


@pytest.mark.parametrize(
    "changes",
    [{}, REVIEWS, REVIEWED, WORK, ARCHIVED, NUMBERS, RELATED, PLAIN],
    ids=["tiny", "rated", "reviewed", "worked", "archived", "numbered", "related", "plain"],
)
def test_a_good_plan_passes_every_rule(alder, changes):
    assert check(replace(read(alder(changes)), as_of=AS_OF)) == ()


@pytest.mark.parametrize("rule", BAD)
def test_a_bad_plan_is_told_with_place_and_mend(alder, rule):
    changes, name, line, said = BAD[rule]
    reading = replace(read(alder(changes)), as_of=AS_OF, changed=CHANGED)
    (rule_function,) = [r for r in EVERY if r.__name__ == rule] or [words]
    found = [p for p in rule_function(reading, reading.project) if p.rule == name]
    assert found, reading.problems
    assert found[0].place.line == line
    assert said in found[0].message
    assert found[0].hint
    assert found[0] in check(reading)


@pytest.mark.parametrize(
    ("changes", "rule", "message"),
    [
        ({"content/plan.md": edited(PLAN, "contact", "supersedes: [old]\ncontact")}, 17, "old"),
        ({GRADE_3: target("{type: compound, all_of: [grade-4]}")}, 10, "grade-4"),
        (
            {**REVIEWS, "content/initiatives/work.md": edited(INITIATIVE, "reading", "reding")},
            4,
            "reding",
        ),
        (
            {**REVIEWS, "content/reviews/first.md": edited(REVIEW, "delivery", "delivry")},
            3,
            "delivry",
        ),
    ],
)
def test_every_kind_of_reference_is_followed(alder, changes, rule, message):
    (found,) = [p for p in check(read(alder(changes))) if p.rule == "dangling-reference"]
    assert (found.place.line, found.level) == (rule, Level.ERROR)
    assert message in found.message


def test_other_faults_of_targets_and_numbers(alder):
    cases = [
        ({GRADE_3: target("{type: compound}")}, "target-parts"),
        ({GRADE_3: target("{type: compound, all_of: [grade-3]}")}, "target-parts"),
        ({GRADE_3: target("{type: process, period: 2026-27}")}, "target-parts"),
        ({GRADE_3: target("{type: universal}")}, "target-parts"),
        ({GRADE_3: target("{type: numeric, period: 2026, value: 6}")}, "period-form"),
        ({GRADE_3: edited(INDICATOR, "priority: reading\n", "")}, "goal-without-priority"),
        ({"data/grade-4.csv": SERIES}, "data-without-indicator"),
        ({DATA: "period,value,room\n2023-24,5,a\n"}, "undeclared-column"),
        ({"content/plan.md": PLAN + "\n{{ picture grade-3 }}\n"}, "shortcode"),
        ({**REVIEWS, "content/reviews/first.md": REVIEW.replace("team", "aim")}, "unrated-element"),
    ]
    for changes, rule in cases:
        assert rule in {p.rule for p in check(read(alder(changes)))}, rule


def test_nothing_dangles_from_a_record_that_cannot_be_read(alder):
    broken = alder({"content/priorities/reading.md": edited(PRIORITY, "order: 1", "order: one")})
    assert check(read(broken)) == ()


def test_a_project_without_a_plan_has_nothing_to_check(tmp_path):
    assert check(read(tmp_path)) == ()
