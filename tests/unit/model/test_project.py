"""Who works on a measure, and what is being done about it."""

from datetime import date

import pytest
from unit.assess.measures import measure
from unit.model.written import stocktake, tactic

from planpress.model.plan import PlanRecord
from planpress.model.project import Project
from planpress.model.stocktake import StocktakeRecord
from planpress.model.words import Words

AS_OF = date(2024, 6, 30)
ACTION = {"course_of_action": Words({"en": "More tutors."})}
STEPS = {"actions": ({"id": "hire", "title": Words({"en": "Hire"})},)}


def project(*stocktakes: StocktakeRecord) -> Project:
    """Return a plan of three measures and two tactics; `writing` is of both."""
    tactics = (
        tactic(id="coaches", smart_goals=("writing",)),
        tactic(
            leading_indicators=({"indicator": "reading", "predicts": "writing"},),
            smart_goals=("writing",),
        ),
    )
    measures = (measure("reading"), measure("writing"), measure("math", tactic="tutors"))
    return Project(
        plan=PlanRecord.model_construct(),
        indicators={one.id: one for one in measures},
        tactics={one.id: one for one in tactics},
        stocktakes={one.id: one for one in stocktakes},
    )


@pytest.mark.parametrize(
    ("indicator", "tactics"),
    [
        ("reading", ["tutors"]),
        ("writing", ["coaches", "tutors"]),
        ("math", ["tutors"]),
        ("unheard-of", []),
    ],
)
def test_the_tactics_of_a_measure(indicator: str, tactics: list[str]) -> None:
    assert [one.id for one in project().tactics_of(indicator)] == tactics


@pytest.mark.parametrize(
    ("name", "measures"), [("tutors", ["writing", "reading", "math"]), ("coaches", ["writing"])]
)
def test_the_measures_of_a_tactic_its_goals_first(name: str, measures: list[str]) -> None:
    assert [one.id for one in project().measures_for(name)] == measures


def test_the_stocktakes_of_a_tactic_that_have_been_held_the_newest_first() -> None:
    found = project(
        stocktake("2023-11-01"),
        stocktake("2024-05-01"),
        stocktake("2024-06-30"),
        stocktake("2024-07-01"),
        stocktake("2024-02-01", "cancelled"),
        stocktake("2024-03-01", tactic="coaches"),
    ).stocktakes_of("tutors", AS_OF)
    assert [one.date.isoformat() for one in found] == ["2024-06-30", "2024-05-01", "2023-11-01"]


def test_what_is_done_is_said_by_the_newest_stocktake_that_says_any() -> None:
    known = project(
        stocktake("2023-11-01", **ACTION),
        stocktake("2024-02-01", **STEPS),
        stocktake("2024-05-01"),
        stocktake("2024-07-01", **ACTION),
    )
    (found,) = known.courses_of_action("reading", AS_OF)
    assert found.date == date(2024, 2, 1)
    assert known.courses_of_action("reading", date(2023, 10, 31)) == ()


def test_each_tactic_says_what_it_does() -> None:
    other = stocktake("2024-03-01", id="2024-03-01-coaches", tactic="coaches", **STEPS)
    known = project(stocktake("2024-05-01", **ACTION), other)
    found = [one.tactic for one in known.courses_of_action("writing", AS_OF)]
    assert found == ["coaches", "tutors"]
    assert [one.tactic for one in known.courses_of_action("math", AS_OF)] == ["tutors"]
    assert known.courses_of_action("unheard-of", AS_OF) == ()


def test_every_record_is_found_by_its_key() -> None:
    keys = set(project(stocktake("2024-05-01")).records)
    assert {"plan", "indicators/reading", "tactics/tutors"} <= keys
    assert "stocktakes/2024-05-01-tutors" in keys
