"""What the parts of templates say about ratings: the working, the path, groups, counts."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html import unescape

import pytest
from unit.render.sample import ASSESSMENT, indicator, priority, row, site, words
from unit.render.speaking import leaf, real, say
from unit.render.work_sample import stocktake, tactic

from planpress.model.assessment import Expected, PastRating, Result, State
from planpress.model.equity import Course, GroupGap, GroupStanding
from planpress.model.period import Period
from planpress.model.rating import Rating
from planpress.model.series import Status
from planpress.model.value import Value

YEAR = Period.parse("2024-25")


def text(made):
    """Return what a reader sees of some HTML."""
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", made)).split())
    return re.sub(r" ([.,])", r"\1", words)


def part(file, macro, *arguments, made=None, code="en", **given):
    line = f'{{% from "parts/{file}.html" import {macro} with context %}}'
    return say(f"{line}{{{{ {macro}({', '.join(arguments)}) }}}}", code, made=made, **given)


def rated(start, goal, latest, expected, **facts):
    """Return an assessment by rule 8 as the engine would publish it."""
    start, goal, latest, expected = map(Decimal, (start, goal, latest, expected))
    sign = -1 if goal < start else 1
    usual = {
        "baseline": Expected(Period.parse("2022-23"), start),
        "target": Expected(Period.parse("2026-27"), goal),
        "latest": Result(YEAR, Value(latest)),
        "expected": expected,
        "gap": sign * (latest - expected),
        "plan": sign * (expected - start),
        "gain": sign * (latest - start),
        "tolerance": Decimal("0.5"),
    }
    return replace(ASSESSMENT, **{**usual, **facts})


def test_the_working_has_every_number_and_how_it_was_worked_out():
    found = rated("50", "62", "52.5", "56")
    said = text(part("working", "working", "i", "f", i=indicator(), f=found))
    assert "Baseline 2022–23 50%" in said
    assert "Target 2026–27 62%" in said
    assert "Latest result 2024–25 52.5%" in said
    assert "Expected by the plan 2024–25 56%" in said
    assert "Behind what was expected 56 − 52.5 3.5 percentage points" in said
    assert "Planned gain since the baseline 56 − 50 6 percentage points" in said
    assert "Gain since the baseline 52.5 − 50 2.5 percentage points" in said
    assert "Tolerance half of the smallest step that we publish 0.5 percentage points" in said
    assert "This is rule 8 of our method" in said
    assert "less than half of the planned gain is made" in said
    assert "In one sentence: It is so." in said


def test_where_lower_is_better_the_sums_are_turned_around():
    found = rated("1.8", "1.2", "1.5", "1.4", rating=Rating.AG, tolerance=Decimal("0.1"))
    lower = indicator(direction="decrease", decimals="1", tolerance="0.1")
    said = text(part("working", "working", "i", "f", i=lower, f=found))
    assert "Behind what was expected 1.5 − 1.4 0.1 percentage points" in said
    assert "Planned gain since the baseline 1.8 − 1.4 0.4 percentage points" in said
    assert "Gain since the baseline 1.8 − 1.5 0.3 percentage points" in said
    assert "Tolerance set by the plan 0.1" in said


def test_a_loss_has_a_minus_and_a_lead_is_ahead():
    said = text(
        part("working", "working", "i", "f", i=indicator(), f=rated("50", "62", "49", "56"))
    )
    assert "Gain since the baseline 49 − 50 −1 percentage point" in said
    said = text(
        part("working", "working", "i", "f", i=indicator(), f=rated("50", "62", "58", "56"))
    )
    assert "Ahead of what was expected 58 − 56 2 percentage points" in said


@pytest.mark.parametrize("rule", range(1, 11))
def test_every_rule_has_words_and_a_reason(rule):
    found = replace(rated("50", "62", "52.5", "56"), rule=rule)
    reason = part("rules", "rule_reason", "i", "f", i=indicator(), f=found)
    assert reason.endswith(".")
    assert part("rules", "rule_words", "rule", rule=rule) != reason


def test_an_overdue_result_shows_the_last_rating_only_with_its_period():
    found = replace(
        ASSESSMENT, state=State.OVERDUE, rule=5, rating=None, awaited=YEAR, due=date(2026, 1, 31)
    )
    said = text(part("working", "working", "i", "f", i=indicator(), f=found))
    assert "The result for 2024–25 was due by January 31, 2026." in said
    assert "The last known rating is for 2023–24: AR Amber-Red" in said


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "changes by the same amount every period, from"),
        ({"shape": "step"}, "goes in steps"),
        ({"trajectory": ({"period": "2024-25", "value": "53"},)}, "For other periods nothing"),
        (
            {"trajectory": ({"period": "2024-25", "value": "53"},), "shape": "linear"},
            "interim targets",
        ),
        ({"starts": "2023-24"}, "until 2023–24 no more than the baseline"),
    ],
)
def test_the_shape_of_a_path_is_said(facts, expected):
    assert expected in part("path", "path_words", "i", "f", i=indicator(**facts), f=ASSESSMENT)


def test_revisions_say_when_what_from_and_to():
    revised = indicator(
        revisions=(
            {"date": "2024-09-10", "field": "target", "from": "65", "reason": words("Gone.")},
            {
                "date": "2025-01-15",
                "field": "trajectory",
                "period": "2025-26",
                "to": "57.5",
                "reason": words("New."),
            },
            {
                "date": "2025-02-15",
                "field": "target.period",
                "from": "2025-26",
                "to": "2026-27",
                "reason": words("Later."),
            },
        )
    )
    said = text(part("path", "revision_table", "i", "i.revisions", i=revised))
    assert "September 10, 2024 Target 65% Dropped Gone." in said
    assert "January 15, 2025 Expected value for 2025–26 First set 57.5% New." in said
    assert "February 15, 2025 Period of the target 2025–26 2026–27 Later." in said


def gap(period, group, overall):
    theirs, ours = row(period, group, "100"), row(period, overall, "1000")
    return GroupGap(group=theirs, overall=ours, behind=ours.value.number - theirs.value.number)


def test_groups_stand_beside_everyone_and_small_ones_say_why_not():
    girls = GroupStanding(
        code="girls",
        latest=row("2024-25", "48", "100"),
        now=gap("2024-25", "48", "52.5"),
        then=gap("2022-23", "40", "50"),
        course=Course.CLOSING,
        assessment=rated("40", "62", "48", "51"),
    )
    few = GroupStanding(code="few", latest=row("2024-25", status=Status.SUPPRESSED))
    said = text(part("groups", "group_table", "i", "g", i=indicator(), g=(girls, few)))
    assert "Girls 48% 51% AR Amber-Red 4.5 behind 10 behind Closing may be chance" in said
    assert "few Not shown to protect privacy Not known Not rated Not known Not known Not" in said
    assert "Gap in 2022–23" in said


def several():
    names = ("green", "again", "amber", "hidden", "late")
    found = {
        "green": ASSESSMENT.__class__(
            indicator="green", state=State.RATED, rule=8, rating=Rating.G
        ),
        "again": replace(ASSESSMENT, indicator="again", rating=Rating.G),
        "amber": replace(ASSESSMENT, indicator="amber"),
        "hidden": replace(ASSESSMENT, indicator="hidden", state=State.HIDDEN, rating=None),
        "late": replace(ASSESSMENT, indicator="late", state=State.LATE, rating=None),
    }
    made = site(indicators={name: indicator(name) for name in names})
    return replace(real(made), assessments=found)


def test_a_unit_chart_is_named_after_its_counts():
    made = several()
    shown = part(
        "tally",
        "units",
        "m",
        "t",
        made=made,
        m=made.project.measures_of("reading"),
        t=words("Learners"),
    )
    assert 'aria-label="Learners: 2 Green, 1 Amber-Red, 1 late, and 1 cannot be rated."' in shown
    assert shown.count("<li>") == 5


def test_a_roll_up_counts_in_words_and_an_empty_one_says_so():
    made = several()
    measures = made.project.measures_of("reading")
    rollups = [
        {"title": priority().title, "path": "priorities/reading/", "measures": measures},
        {"title": words("Bare"), "path": "priorities/bare/", "measures": ()},
    ]
    said = text(part("tally", "rollup_lines", "r", made=made, r=rollups))
    assert "2 Green, 1 Amber-Red, 1 late, and 1 cannot be rated." in said
    assert "Bare No measure published yet" in said


def test_what_is_off_track_says_what_is_done_or_that_nothing_is_recorded():
    measures = "project.indicators.values()"
    bare = part("measure", "measure_lines", measures, "true")
    assert "No course of action is recorded for this measure." in bare
    assert "No course of action" not in part("measure", "measure_lines", measures)
    held = stocktake(course_of_action=words("We hire tutors."))
    late = stocktake("2026-12-15", course_of_action=words("Not yet decided."))
    made = real(
        site(tactics={"tutoring": tactic()}, stocktakes={one.id: one for one in (held, late)})
    )
    answered = part("measure", "measure_lines", measures, "true", made=made)
    assert "We hire tutors." in answered
    assert "Not yet decided." not in answered
    assert "No course of action" not in answered


def test_a_step_done_after_the_day_of_the_site_is_not_done():
    steps = (
        {"id": "a", "title": words("A"), "due": "2026-01-01", "done": "2026-11-21"},
        {"id": "b", "title": words("B"), "due": "2026-01-01", "done": "2026-11-22"},
        {"id": "c", "title": words("C"), "due": "2026-01-01", "dropped": "2026-11-21"},
    )
    process = indicator(target={"type": "process"}, milestones=steps)
    said = part("measure", "latest_value", "i", "f", i=process, f=ASSESSMENT)
    assert said == "1 of 2 steps done"


def test_the_history_is_told_with_the_expectation_of_that_time():
    past = (PastRating(YEAR, Value.parse("54"), Decimal(65), Rating.AR),)
    context = {"indicator": indicator(), "rows": (), "whole": True, "parts": (), "past": past}
    context |= {"revisions": (), "judgements": ()}
    said = text(page("indicator", context))
    assert "Each period is rated by the target that was in force" in said
    assert "2024–25 54% 65% AR Amber-Red" in said


def page(name, context):
    """Return a page of the small site."""
    shown = replace(leaf(f"{name}/"), context=context)
    return say(f'{{% extends "pages/{name}.html" %}}', path=f"{name}/", **context, leaf=shown)
