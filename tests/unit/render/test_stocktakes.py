from dataclasses import replace
from datetime import date, timedelta

import pytest
from lxml.html import document_fromstring
from rendering import render
from unit.render.sample import ASSESSMENT, plan, words
from unit.render.speaking import real
from unit.render.work_sample import judged, stocktake, tactic, working

from planpress.model.period import MonthDay
from planpress.model.rating import Rating
from planpress.render.stocktakes import (
    Stage,
    by_school_year,
    reviews_to_come,
    sitting,
    stage,
    stocktake_title,
    stocktakes,
)

AS_OF = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("day", "status", "expected"),
    [
        ("2026-11-21", "held", Stage.HELD),
        ("2026-11-22", "held", Stage.COMING),
        ("2026-11-22", "scheduled", Stage.COMING),
        ("2026-11-21", "scheduled", Stage.COMING),
        ("2026-11-20", "scheduled", Stage.UNRECORDED),
        ("2026-11-20", "postponed", Stage.POSTPONED),
        ("2026-11-20", "cancelled", Stage.CANCELLED),
    ],
)
def test_every_stocktake_has_its_stage(day, status, expected):
    assert stage(stocktake(day, status), AS_OF) is expected


def test_the_schedule_goes_by_school_year_the_newest_first():
    made = working(stocktake("2026-06-30"), stocktake("2026-07-01"), stocktake("2026-09-15"))
    found = [sitting(made, one) for one in made.project.stocktakes.values()]
    years = by_school_year(found, MonthDay(7, 1))
    assert [(str(year), [s.stocktake.date.month for s in some]) for year, some in years] == [
        ("2026-27", [7, 9]),
        ("2025-26", [6]),
    ]


def test_a_name_of_its_own_is_used_unless_it_could_tell_the_outcome():
    made = working(tactics={"tutoring": tactic(title=words("Tutoring"))})
    own = stocktake("2026-09-15", title=words("We are behind"))
    assert stocktake_title(made, own).said("en").text == "We are behind"
    later = stocktake("2026-12-01", title=words("We are behind"))
    made_up = stocktake_title(made, later)
    assert made_up.said("es") == ("Stocktake of December 1, 2026: Tutoring", "en")


def test_what_was_held_counts_what_the_numbers_said_that_day():
    far, near = (replace(ASSESSMENT, rating=rating) for rating in (Rating.R, Rating.AG))
    made = working(judged(rating="G"))
    made = replace(made, that_day={"2026-09-15-tutoring": {"grade-3": far, "nights": near}})
    (one,) = (sitting(made, s) for s in made.project.stocktakes.values())
    assert (one.numbers.total, one.numbers.off_track, one.far) == (2, 1, 1)
    assert sitting(made, judged("2026-12-01")).numbers is None


def test_a_postponed_stocktake_leads_to_the_new_one():
    moved = stocktake("2026-03-10", "postponed", moved_to="2026-09-15")
    made = working(moved, judged())
    assert sitting(made, moved).instead.id == "2026-09-15-tutoring"
    assert sitting(working(moved), moved).instead is None


def test_neighbours_are_those_of_the_same_tactic():
    made = working(
        stocktake("2025-09-15"),
        stocktake("2026-01-01", tactic="other"),
        stocktake("2026-09-15"),
        tactics={"tutoring": tactic(), "other": tactic("other")},
    )
    top, first, _, last = stocktakes(made)
    assert top.path == "stocktakes/"
    assert (first.previous, first.next.path) == (None, "stocktakes/2026-09-15-tutoring/")
    assert (last.previous.path, last.next) == ("stocktakes/2025-09-15-tutoring/", None)
    assert not list(stocktakes(working()))


def published(*found):
    documents, problems = render(real(working(*found)))
    assert problems == ()
    return {
        d.path: document_fromstring(d.content.decode()).text_content()
        for d in documents
        if d.path.endswith(".html")
    }


def test_nothing_that_was_found_later_is_told_anywhere():
    told = words("SECRET")
    facts = ("title", "summary", "successes", "challenges", "course_of_action", "requests", "body")
    later = stocktake(
        "2026-11-22",
        judged="R",
        rationale=told,
        actions=({"id": "a", "title": told},),
        presentation={"file": "x.pdf", "text": told},
        **dict.fromkeys(facts, told),
    )
    pages = published(later)
    assert "Scheduled" in pages["stocktakes/2026-11-22-tutoring/index.html"]
    assert [path for path, text in pages.items() if "SECRET" in text] == []


def test_what_did_not_take_place_stays_visible():
    pages = published(
        stocktake("2026-03-10", "postponed", moved_to="2026-05-10"),
        stocktake("2026-04-10", "cancelled", body=words("Schools were closed.")),
        stocktake("2026-10-10", "scheduled"),
    )
    schedule = " ".join(pages["stocktakes/index.html"].split())
    assert "Postponed to May 10, 2026. Nothing is recorded since." in schedule
    assert "Cancelled" in schedule
    assert "The day has passed. Nothing is recorded yet." in schedule
    cancelled = pages["stocktakes/2026-04-10-tutoring/index.html"]
    assert "Schools were closed." in cancelled
    assert "What people judged" not in cancelled


def test_what_was_held_is_told_whole():
    told = {"successes": "Good.", "challenges": "Bad.", "requests": "More.", "body": "And so on."}
    held = judged(
        presentation={"file": "x.pdf", "text": words("Two slides.")},
        actions=({"id": "a", "title": words("Hire"), "due": "2026-11-20"},),
        **{key: words(text) for key, text in told.items()},
    )
    page = published(held)["stocktakes/2026-09-15-tutoring/index.html"]
    for text in (*told.values(), "Two slides.", "Hire", "Late: due on", "Reasons of 2026-09-15."):
        assert text in page


@pytest.mark.parametrize(
    ("days", "stages", "coming"),
    [
        (-1, "coming", ["2026-09-15", "2026-10-20"]),
        (0, "coming", ["2026-09-15", "2026-10-20"]),
        (1, "unrecorded", ["2026-10-20"]),
        (35, "unrecorded", ["2026-10-20"]),
        (36, "unrecorded", []),
    ],
)
def test_a_review_is_the_next_one_until_its_day_has_passed(days, stages, coming):
    made = working(
        stocktake("2026-09-15", "scheduled"),
        stocktake("2026-03-10", "postponed", moved_to="2026-10-20"),
        stocktake("2026-12-01", "cancelled"),
    )
    made = replace(made, as_of=date(2026, 9, 15) + timedelta(days))
    assert sitting(made, made.project.stocktakes["2026-09-15-tutoring"]).stage == stages
    assert [str(day) for day, _ in reviews_to_come(made)] == coming


@pytest.mark.parametrize(("days", "said"), [(-1, "Due"), (0, "Due"), (1, "Late: due")])
def test_an_action_is_late_on_the_day_after_it_was_due_wherever_it_is_shown(days, said):
    action = {"id": "a", "title": words("Hire"), "due": "2026-10-01"}
    late = {"1 step of the course of action is late."} if days > 0 else set()
    made = working(stocktake(actions=(action,)))
    off = replace(ASSESSMENT, rating=Rating.R)
    made = replace(
        made,
        as_of=date(2026, 10, 1) + timedelta(days),
        assessments={**made.assessments, "grade-3": off},
    )
    documents, _ = render(real(made))
    pages = {
        d.path: " ".join(d.content.decode().split()) for d in documents if d.path.endswith(".html")
    }
    for path in ("stocktakes/2026-09-15-tutoring/", "tactics/tutoring/", "on-track/"):
        text = document_fromstring(pages[f"{path}index.html"]).text_content()
        assert f"{said} on October 1, 2026" in text, path
    for path in ("", "tactics/", "tactics/tutoring/", "on-track/"):
        assert ("step of the course of action is late" in pages[f"{path}index.html"]) is bool(late)


def test_a_year_says_whether_its_schedule_is_final():
    schedules = ({"period": "2026-27", "status": "draft"},)
    made = working(stocktake("2026-09-15"), stocktake("2026-03-10"), plan=plan(schedules=schedules))
    top = next(iter(stocktakes(made)))
    assert [(str(year), status) for year, status, _ in top.context["years"]] == [
        ("2026-27", "draft"),
        ("2025-26", None),
    ]
    documents, _ = render(real(made))
    (page,) = (d.content.decode() for d in documents if d.path == "stocktakes/index.html")
    assert "is a draft" in page
    assert "is not recorded" in page
    assert "No next stocktake is scheduled." in page


def test_what_was_shown_leads_to_its_file_where_it_is_published():
    made = working(judged(presentation={"file": "x.pdf", "text": words("Two slides.")}))
    without = document_fromstring(_held(made)).text_content()
    assert "Two slides." in without
    assert "The file of the presentation is not published." in without
    path = "stocktakes/2026-09-15-tutoring/x.pdf"
    assert 'href="x.pdf"' in _held(replace(made, attached={path: path}))


def _held(made):
    documents, _ = render(real(made))
    path = "stocktakes/2026-09-15-tutoring/index.html"
    return next(d.content.decode() for d in documents if d.path == path)
