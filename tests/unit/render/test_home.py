from dataclasses import replace
from datetime import date

from unit.render.sample import ASSESSMENT, indicator, priority, site, source, words
from unit.render.work_sample import stocktake, tactic, working

from planpress.model.move import Move
from planpress.model.page import PageRecord
from planpress.model.rating import Rating
from planpress.model.update import UpdateRecord
from planpress.render.home import home


def context(made):
    (leaf,) = home(made)
    return leaf.context


def test_the_vision_is_the_summary_of_the_page_vision_or_the_title():
    vision = PageRecord.model_validate(
        {
            "id": "vision",
            "source": source("pages/vision"),
            "title": words("Vision"),
            "summary": words("All read."),
            "section": "plan",
        }
    )
    assert context(site(pages={"vision": vision}))["vision"].said("en").text == "All read."
    assert context(site())["vision"].said("en").text == "Plan of Alder"


def test_every_priority_has_a_row_even_without_measures():
    made = site(priorities={"reading": priority(), "bare": priority("bare")})
    rows = context(made)["rows"]
    assert [(row.priority.id, len(row.measures)) for row in rows] == [("reading", 1), ("bare", 0)]


def test_results_still_to_come_are_sorted_by_their_day():
    names = ("past", "later", "soon")
    days = (date(2026, 1, 1), date(2027, 5, 1), date(2027, 1, 1))
    made = replace(
        site(indicators={name: indicator(name) for name in names}),
        assessments={
            name: replace(ASSESSMENT, indicator=name, due=day)
            for name, day in zip(names, days, strict=True)
        },
    )
    assert [measure.id for measure, _ in context(made)["awaited"]] == ["soon", "later"]


def test_news_need_more_than_one_day():
    first, second = date(2026, 1, 1), date(2026, 2, 2)
    same = {("indicators/grade-3", "en"): first, ("priorities/reading", "en"): first}
    assert context(replace(site(), changed=same))["news"] == ()
    two = {**same, ("priorities/reading", "en"): second, ("plan", "en"): second}
    news = context(replace(site(), changed=two))["news"]
    assert [(day, turn.path) for day, turn in news] == [(second, "priorities/reading/")]


def test_the_newest_updates_stand_on_the_home_page():
    made = {
        f"2026-01-0{day}-news": UpdateRecord(
            id=f"2026-01-0{day}-news", source=source("updates/x"), title=words(f"News {day}")
        )
        for day in range(1, 6)
    }
    found = context(site(updates=made))["updates"]
    assert [update.title.said("en").text for update in found] == ["News 5", "News 4", "News 3"]


def test_pages_of_earlier_plans_are_no_news():
    old = PageRecord(id="old", source=source("pages/old"), title=words("Old"), section="archive")
    days = {("pages/old", "en"): date(2020, 1, 1), ("plan", "en"): date(2026, 1, 1)}
    assert context(replace(site(pages={"old": old}), changed=days))["news"] == ()


def test_the_newest_five_moves_are_told():
    moved = tuple(
        Move(indicator="grade-3", day=date(2024, 6, 30 - n), before=None, after=None)
        for n in range(7)
    )
    made = replace(site(), moves=moved, as_of=date(2024, 6, 29))
    assert [move.day.day for move in context(made)["moves"]] == [29, 28, 27, 26, 25]


def test_what_is_off_track_comes_worst_first():
    names = ("amber", "red")
    made = site(indicators={name: indicator(name) for name in names})
    found = {
        name: replace(ASSESSMENT, indicator=name, rating=rating)
        for name, rating in zip(names, (Rating.AR, Rating.R), strict=True)
    }
    off_track = context(replace(made, assessments=found))["off_track"]
    assert [measure.id for measure in off_track] == ["red", "amber"]


def test_tactics_in_focus_come_first():
    tactics = {"a": tactic("a"), "b": tactic("b", focus="yes")}
    assert [one.id for one in context(site(tactics=tactics))["tactics"]] == ["b", "a"]


def test_the_next_reviews_are_those_of_the_soonest_day():
    made = working(
        stocktake("2026-12-01", "scheduled"),
        stocktake("2026-12-08", "scheduled"),
        stocktake("2026-12-01", "scheduled", tactic="other"),
        tactics={"tutoring": tactic(), "other": tactic("other")},
    )
    found = context(made)["next_reviews"]
    assert [one.stocktake.id for _, one in found] == ["2026-12-01-other", "2026-12-01-tutoring"]
    assert context(replace(made, as_of=date(2026, 12, 9)))["next_reviews"] == ()
