from dataclasses import replace
from datetime import date, timedelta

import pytest
from rendering import render
from unit.render.sample import indicator, site, words
from unit.render.speaking import real
from unit.render.test_tactics import flat
from unit.render.work_sample import tactic, working

from planpress.model.diagram import Diagram
from planpress.model.milestone import Reached
from planpress.render.milestones import milestones
from planpress.render.navigation import entries
from planpress.render.work_pages import work_part


def step(name, due, **facts):
    return {"id": name, "title": words(name.title()), "due": due, **facts}


def planned(**project):
    """Return a site with milestones of two tactics and of a process target."""
    facts = {
        "tactics": {
            "tutoring": tactic(milestones=(step("b", "2026-12-01"), step("a", "2026-06-30"))),
            "bare": tactic("bare"),
        },
        "indicators": {
            "grade-3": indicator(),
            "plans": indicator(
                "plans",
                title=words("Safety plans"),
                target={"type": "process"},
                milestones=(step("c", "2026-07-01", done="2026-07-02"),),
            ),
        },
    }
    return working(**{**facts, **project})


def only(made):
    (leaf,) = milestones(made)
    return leaf.context


def text_of(made, code=""):
    documents, problems = render(real(made))
    assert problems == ()
    found = next(d for d in documents if d.path == f"{code}milestones/index.html")
    return flat(found.content.decode())


def test_milestones_stand_by_work_and_by_school_year():
    context = only(planned())
    assert [(g.of.path, [m.id for m in g.milestones]) for g in context["groups"]] == [
        ("tactics/tutoring/", ["a", "b"]),
        ("indicators/plans/", ["c"]),
    ]
    years = [(str(year), [s.milestone.id for s in some]) for year, some in context["years"]]
    assert years == [("2025-26", ["a"]), ("2026-27", ["c", "b"])]
    assert context["counts"] == {Reached.LATE: 1, Reached.DUE: 1, Reached.DONE: 1}
    assert [s.milestone.id for s in context["late"]] == ["a"]


def test_the_page_counts_in_words_and_shows_the_figure_where_there_is_one():
    made = planned()
    said = text_of(made)
    assert "Of 3 milestones, 1 is late, 1 is due later, and 1 is done." in said
    assert "TIMELINE" not in said
    drawn = Diagram(
        kind="milestones",
        subject="plan",
        language="en",
        title="TIMELINE",
        description="All steps.",
        pictures={"wide": "<svg/>"},
    )
    pictured = replace(made, diagrams={("plan", "milestones", "en"): drawn})
    assert "TIMELINE" in text_of(pictured)
    assert "The steps of measures are not in this picture." in text_of(pictured)
    assert "not in this picture" not in said
    assert "TIMELINE" not in text_of(pictured, "es/")


def test_a_plan_without_milestones_has_no_page_and_no_entry():
    made = site()
    assert list(milestones(made)) == []
    assert "milestones/" not in {turn.path for turn in work_part(made)}
    assert "milestones/" in {turn.path for turn in work_part(planned())}
    assert "milestones/" in {entry.path for entry in entries(planned(tactics={}))}


DUE = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("days", "reached", "words"),
    [
        (-1, Reached.DUE, "Due on November 21, 2026"),
        (0, Reached.DUE, "Due on November 21, 2026"),
        (1, Reached.LATE, "Late: due on November 21, 2026"),
    ],
)
def test_a_step_is_late_on_the_day_after_it_was_due(days, reached, words):
    made = working(tactics={"tutoring": tactic(milestones=(step("a", str(DUE)),))})
    made = replace(made, as_of=DUE + timedelta(days))
    assert only(made)["counts"] == {reached: 1}
    assert words in text_of(made)
