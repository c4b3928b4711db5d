from typing import Any

from unit.render.sample import site, source, words
from unit.render.work_sample import stocktake, working

from planpress.model.framework import FrameworkRecord
from planpress.model.initiative import InitiativeRecord, Progress
from planpress.model.rating import Rating
from planpress.model.review import Horizon, ReviewRecord
from planpress.render.work_pages import counts, initiatives, judged, progress, reviews, work_part

R, AR, AG, G = Rating


def initiative(name: str, *states: str) -> InitiativeRecord:
    items = tuple(
        {"id": f"item-{n}", "title": words("Item")} | ({"status": state} if state else {})
        for n, state in enumerate(states)
    )
    return InitiativeRecord.model_validate(
        {
            "id": name,
            "source": source(f"initiatives/{name}"),
            "title": words(name),
            "period": "2023-24",
            "priorities": ("reading",),
            "workstreams": ({"id": "one", "title": words("One"), "items": items},),
        }
    )


def framework() -> FrameworkRecord:
    elements = tuple(
        {"id": name, "code": name.upper(), "name": words(name), "question": words("?")}
        for name in ("a", "b", "c", "d")
    )
    return FrameworkRecord.model_validate(
        {
            "id": "delivery",
            "source": source("frameworks/delivery"),
            "title": words("Delivery"),
            "areas": ({"id": "start", "name": words("Start"), "elements": elements},),
        }
    )


def review(name: str = "first", **facts: Any) -> ReviewRecord:
    ratings = (("a", ["G"]), ("b", ["R", "AR"]), ("c", ["R", "AR"]))
    usual = {
        "id": name,
        "source": source(f"reviews/{name}"),
        "title": words(name),
        "framework": "delivery",
        "date": "unknown",
        "ratings": tuple(
            {"element": element, "rating": rating, "rationale": words("Because.")}
            for element, rating in ratings
        ),
    }
    return ReviewRecord.model_validate({**usual, **facts})


def test_progress_counts_the_states_of_all_pieces():
    assert progress(initiative("x", "", "done", "")) == {
        Progress.NOT_PUBLISHED: 2,
        Progress.DONE: 1,
    }


def test_initiatives_have_a_list_and_pages_that_turn():
    found = {"x": initiative("x", ""), "y": initiative("y", "")}
    top, first, last = initiatives(site(initiatives=found))
    assert top.path == "initiatives/"
    assert (first.path, first.previous, first.next.path) == (
        "initiatives/x/",
        None,
        "initiatives/y/",
    )
    assert (last.previous.path, last.next) == ("initiatives/x/", None)
    assert not list(initiatives(site()))


def test_the_pages_of_the_work_lead_to_each_other():
    everything = working(
        stocktake(),
        initiatives={"x": initiative("x", "")},
        frameworks={"delivery": framework()},
        reviews={"first": review()},
    )
    paths = [turn.path for turn in work_part(everything)]
    assert paths == ["tactics/", "stocktakes/", "initiatives/", "reviews/"]
    top, _ = initiatives(everything)
    assert [turn.path for turn in top.context["part"]] == ["tactics/", "stocktakes/"]
    assert work_part(site()) == ()


def test_ratings_and_straddles_are_counted_apart_from_green_to_red():
    assert counts(review()) == (((G,), 1), ((R, AR), 2))


def test_an_element_that_was_not_rated_is_shown_as_such():
    ((_, elements),) = judged(framework().areas, review())
    assert [one.element.id for one in elements if one.found is None] == ["d"]


def test_a_review_shows_its_advice_by_horizon():
    advice = tuple(
        {"id": name, "horizon": horizon, "title": words(name)}
        for name, horizon in (("late", "long"), ("soon", "near"), ("soon-too", "near"))
    )
    made = site(
        frameworks={"delivery": framework()}, reviews={"first": review(recommendations=advice)}
    )
    top, page = reviews(made)
    assert top.path == "reviews/"
    found = [(horizon, [one.id for one in some]) for horizon, some in page.context["horizons"]]
    assert found == [(Horizon.NEAR, ["soon", "soon-too"]), (Horizon.LONG, ["late"])]
    assert page.records == ("reviews/first", "frameworks/delivery")
