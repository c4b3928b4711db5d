import re
from dataclasses import replace
from datetime import date

import pytest
from rendering import render
from unit.render.sample import indicator, plan, priority, site, words
from unit.render.speaking import real, say
from unit.render.work_sample import judged, stocktake, tactic, working

from planpress.render.tactics import ahead, measures_of, tactics


def flat(text):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text)).strip()


def page(made, path="tactics/tutoring/index.html"):
    documents, problems = render(real(made))
    assert problems == ()
    content = next(d.content for d in documents if d.path == path).decode()
    return " ".join(re.sub(r"<[^>]+>", " ", content).split())


def test_tactics_stand_by_priority_and_turn_in_that_order():
    made = working(
        priorities={"reading": priority(), "empty": priority("empty"), "math": priority("math")},
        tactics={
            "counting": tactic("counting", priority="math", focus="yes"),
            "tutoring": tactic(),
        },
    )
    top, first, last = tactics(made)
    assert [(p.id, [t.id for t in some]) for p, some in top.context["by_priority"]] == [
        ("reading", ["tutoring"]),
        ("math", ["counting"]),
    ]
    assert [t.id for t in top.context["focus"]] == ["counting"]
    assert (first.path, first.next.path) == ("tactics/tutoring/", "tactics/counting/")
    assert last.next is None
    assert not list(tactics(site()))


def test_the_roll_up_counts_every_measure_of_a_tactic_once_and_no_background():
    made = working(
        indicators={
            "grade-3": indicator(),
            "nights": indicator("nights", tactic="tutoring"),
            "ground": indicator("ground", role="system", target={"type": "none"}),
        },
        tactics={
            "tutoring": tactic(
                leading_indicators=(
                    {"indicator": "grade-3", "predicts": "nights"},
                    {"indicator": "ground", "predicts": "grade-3"},
                )
            )
        },
    )
    (one,) = made.project.tactics.values()
    assert [m.id for m in measures_of(made, one)] == ["grade-3", "nights"]
    top, leaf = tactics(made)
    assert top.context["standing"].total == leaf.context["standing"].total == 2
    assert [m.id for m in leaf.context["others"]] == ["nights"]


def test_the_newest_course_of_action_holds_and_stocktakes_stand_newest_first():
    made = working(
        stocktake("2025-03-01", course_of_action=words("Old")),
        stocktake("2026-03-01", course_of_action=words("New")),
        stocktake("2026-09-15"),
        stocktake("2026-12-01", course_of_action=words("Too new")),
    )
    _, leaf = tactics(made)
    assert leaf.context["course"].id == "2026-03-01-tutoring"
    days = [one.stocktake.date for one in leaf.context["sittings"]]
    assert days == sorted(days, reverse=True)


def test_what_is_not_recorded_is_said():
    bare = page(working(tactics={"tutoring": tactic(smart_goals=())}))
    assert "The lead Not recorded yet The team Not recorded yet" in bare
    assert "SMART goals Not recorded yet" in bare
    assert "Why we think this will work Not recorded yet" in bare
    assert "Milestones Not recorded yet" in bare
    assert "No course of action is recorded." in bare
    assert "No stocktake is scheduled yet." in bare
    assert "Not recorded yet: the delivery chain, what was tried" in bare


def test_all_that_is_recorded_is_shown():
    whole = tactic(
        goal="one",
        focus="yes",
        lead={"role": words("Director"), "name": "Ana", "email": "ana@alder.example.org"},
        team=(words("Principals"),),
        theory_of_action={"if": (words("tutor"),), "then": words("all read")},
        leading_indicators=({"indicator": "nights", "predicts": "grade-3"},),
        milestones=({"id": "a", "title": words("Hire"), "due": "2026-12-01"},),
        delivery_chain=({"id": "a", "level": words("School"), "title": words("Plan the day")},),
        cycles=(
            {"id": "a", "date": "2026-02-01", "plan": words("Try"), "study": words("It worked")},
            {"id": "b", "date": "2026-12-01", "plan": words("Next"), "study": words("TOO EARLY")},
        ),
        lessons=words("Start early."),
        spread=words("Two more schools."),
        audiences={"family": words("Ask your school."), "board": words("It costs little.")},
        roles=("teacher",),
        documents=({"file": "guide.pdf", "language": "en"},),
        body=words("And so on."),
    )
    goals = ({"id": "one", "title": words("All read well")},)
    reading = priority().model_copy(update={"goals": goals})
    reading = type(reading).model_validate({**dict(reading), "order": "1", "goals": goals})
    asked = plan(roles=({"id": "teacher", "title": words("A teacher")},))
    made = working(
        judged(), plan=asked, tactics={"tutoring": whole}, priorities={"reading": reading}
    )
    text = page(made)
    for said in (
        *("All read well", "Director", "Ana", "Principals", "If tutor then all read", "Hire"),
        *("“Grade 3 reading” predicts “Grade 3 reading”", "Plan the day", "It worked"),
        *("To be studied on this day", "Start early.", "guide.pdf", "And so on.", "In focus"),
        *("Two more schools.", "For families Ask your school.", "For the Board It costs little."),
        *("A teacher", "For 1 link nobody is named who answers for it."),
        "School. Nobody is named who answers for it.",
        "This file is not published on this site.",
    ):
        assert said in text, said
    assert "TOO EARLY" not in text
    assert "Not recorded yet" not in text


def test_a_page_says_what_and_why_then_who_then_how_it_goes():
    whole = tactic(
        theory_of_action={"if": (words("tutor"),), "then": words("all read")},
        delivery_chain=({"id": "a", "title": words("Plan")},),
        cycles=({"id": "a", "date": "2026-02-01"},),
        body=words("What it is."),
    )
    text = page(working(judged(), tactics={"tutoring": whole}))
    order = [
        *("What it is.", "If tutor", "The lead", "SMART goals", "Milestones Not recorded"),
        *("What the last one said:", "Nobody is named", "February 1, 2026"),
    ]
    places = [text.index(one) for one in order]
    assert places == sorted(places)


def test_files_lead_to_where_they_are_published_those_of_the_page_first():
    files = ({"file": "a.pdf", "language": "en"}, {"file": "b.pdf", "language": "es"})
    made = working(tactics={"tutoring": tactic(documents=files)})
    made = real(replace(made, attached={f"tactics/tutoring/{f}.pdf": f"t/{f}.pdf" for f in "ab"}))
    documents, _ = render(made)
    spanish = next(d for d in documents if d.path == "es/tactics/tutoring/index.html")
    links = re.findall(r'href="([^"]*\.pdf)" hreflang="(\w+)"', spanish.content.decode())
    assert links == [("../../../t/b.pdf", "es"), ("../../../t/a.pdf", "en")]


def test_the_list_says_what_is_late_and_what_comes_next():
    steps = tuple(
        {"id": name.lower(), "title": words(name), "due": due, **more}
        for name, due, more in (
            ("Past", "2026-11-20", {}),
            ("Later", "2027-02-01", {}),
            ("Soon", "2026-11-21", {}),
            ("Gone", "2026-11-20", {"dropped": "2026-01-01"}),
        )
    )
    course = stocktake(actions=({"id": "a", "title": words("Hire"), "due": "2026-11-20"},))
    made = working(course, tactics={"tutoring": tactic(milestones=steps)})
    (one,) = made.project.tactics.values()
    found = ahead(made, one)
    assert (found.late, found.actions, found.next.id) == (1, 1, "soon")
    text = page(made, "tactics/index.html")
    assert "1 milestone is late. 1 step of the course of action is late." in text
    assert "Next milestone, due on November 21, 2026 : Soon" in text
    before = ahead(replace(made, as_of=date(2026, 11, 20)), one)
    assert (before.late, before.actions, before.next.id) == (0, 0, "past")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"due": "2026-11-20"}, "Late: due on November 20, 2026"),
        ({"due": "2026-11-21"}, "Due on November 21, 2026"),
        ({"due": "2026-11-20", "done": "2026-11-21"}, "Done on November 21, 2026"),
        ({"due": "2026-11-20", "done": "2026-11-22"}, "Late: due on November 20, 2026"),
        ({}, "No date set"),
    ],
)
def test_an_action_is_done_late_or_due_as_of_the_day(facts, said):
    one = stocktake(actions=({"id": "a", "title": words("Hire"), **facts},))
    line = '{% from "parts/actions.html" import action_state with context %}{{ action_state(a) }}'
    assert flat(say(line, a=one.actions[0])) == said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "Late: due on November 20, 2026"),
        ({"done": "2026-11-22"}, "Late: due on November 20, 2026"),
        ({"done": "2026-11-01"}, "Done on November 1, 2026"),
        ({"dropped": "2026-11-01"}, "Given up on November 1, 2026"),
        ({"due": "2026-11-21"}, "Due on November 21, 2026"),
    ],
)
def test_a_milestone_is_done_given_up_late_or_due_as_of_the_day(facts, said):
    step = {"id": "a", "title": words("Hire"), "due": "2026-11-20", **facts}
    (milestone,) = tactic(milestones=(step,)).milestones
    line = (
        '{% from "parts/milestones.html" import milestone_state with context %}'
        "{{ milestone_state(m) }}"
    )
    assert flat(say(line, m=milestone)) == said


def test_actions_say_of_which_stocktake_and_tactic_they_are():
    made = real(working(stocktake()))
    line = (
        '{% from "parts/actions.html" import actions with context %}{{ actions(s, with_tactic=w) }}'
    )
    spoken = {w: flat(say(line, made=made, s=stocktake(), w=w)) for w in (True, False)}
    assert spoken[True].startswith("Stocktake of September 15, 2026: Tutoring")
    assert spoken[False] == "Stocktake of September 15, 2026 No course of action is recorded."


def test_a_plan_may_call_its_tactics_otherwise():
    labels = {"tactic": words("Strategy", "Estrategia")}
    made = working(plan=plan(labels=labels))
    top, leaf = tactics(made)
    assert top.title.said("es").text == leaf.crumbs[0].title.said("es").text == "Estrategia"
    labels["tactics"] = words("Strategies", "Estrategias")
    named = working(stocktake(), plan=plan(labels=labels))
    assert next(iter(tactics(named))).title.said("en").text == "Strategies"
    assert "Strategies without a lead" in page(named, "completeness/index.html")
    assert "Strategy Tutoring" in page(named, "stocktakes/2026-09-15-tutoring/index.html")


def test_the_day_of_the_site_moves_the_work():
    made = working(judged("2026-09-15"))
    assert "What people judged" in page(made)
    assert "What people judged" not in page(replace(made, as_of=date(2026, 9, 14)))
