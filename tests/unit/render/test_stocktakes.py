from dataclasses import replace
from datetime import date

import pytest
from lxml.html import document_fromstring
from unit.render.sample import ASSESSMENT, words
from unit.render.speaking import real
from unit.render.work_sample import judged, stocktake, tactic, working

from planpress.model.period import MonthDay
from planpress.model.rating import Rating
from planpress.render.site import render
from planpress.render.stocktakes import (
    Stage,
    by_school_year,
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
