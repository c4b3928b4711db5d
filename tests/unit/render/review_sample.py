"""Reviews of a small framework for the small site."""

from collections.abc import Mapping, Sequence
from typing import Any

from unit.render.sample import site, source, words

from planpress.model.framework import FrameworkRecord
from planpress.model.review import ReviewRecord
from planpress.model.site import Site

RATINGS: Mapping[str, Sequence[str]] = {"a": ["G"], "b": ["R", "AR"], "c": ["R", "AR"]}


def framework(*elements: str) -> FrameworkRecord:
    """Return the framework `delivery`: one area with the elements a, b, c, d, or others."""
    return FrameworkRecord.model_validate(
        {
            "id": "delivery",
            "source": source("frameworks/delivery"),
            "title": words("Delivery", "Cumplir"),
            "areas": (
                {
                    "id": "start",
                    "name": words("Start", "Empezar"),
                    "elements": tuple(
                        {"id": e, "code": e.upper(), "name": words(e), "question": words("?")}
                        for e in elements or ("a", "b", "c", "d")
                    ),
                },
            ),
        }
    )


def review(
    name: str = "first",
    ratings: Mapping[str, Sequence[str]] = RATINGS,
    date: str = "unknown",
    **facts: Any,
) -> ReviewRecord:
    usual = {
        "id": name,
        "source": source(f"reviews/{name}"),
        "title": words(f"Review {name}", f"Revisión {name}"),
        "framework": "delivery",
        "date": date,
        "ratings": tuple(
            {"element": element, "rating": rating, "rationale": words("Because.")}
            for element, rating in ratings.items()
        ),
    }
    return ReviewRecord.model_validate({**usual, **facts})


def advice(name: str, horizon: str, *states: str) -> dict[str, Any]:
    """Return a recommendation with an action in each state."""
    actions = tuple(
        {"id": f"step-{n}", "text": words(f"Step {n}"), "status": state}
        for n, state in enumerate(states)
    )
    return {"id": name, "horizon": horizon, "title": words(name), "actions": actions}


def reviewed(*reviews: ReviewRecord, **project: Any) -> Site:
    """Return the small site with some reviews of the framework."""
    found = {one.id: one for one in reviews}
    return site(**{"frameworks": {"delivery": framework()}, "reviews": found, **project})
