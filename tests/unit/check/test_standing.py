"""What is off track has a course of action, or `check` says that it has none."""

from datetime import date

import pytest
from unit.assess.measures import measure
from unit.model.written import stocktake, tactic

from planpress.check.standing import doubts
from planpress.model.assessment import Assessment, State
from planpress.model.place import Place
from planpress.model.plan import PlanRecord
from planpress.model.project import Project
from planpress.model.rating import Rating
from planpress.model.stocktake import StocktakeRecord
from planpress.model.tactic import TacticRecord
from planpress.model.words import Words

AS_OF = date(2024, 6, 30)


def assessment(state: State, rating: Rating | None = None, name: str = "reading") -> Assessment:
    return Assessment(indicator=name, state=state, rule=8, rating=rating)


def project(*records: object, **facts: object) -> Project:
    indicator = measure(**{"priority": "p", **facts})
    return Project(
        plan=PlanRecord.model_construct(),
        indicators={"reading": indicator},
        tactics={r.id: r for r in records if isinstance(r, TacticRecord)},
        stocktakes={r.id: r for r in records if isinstance(r, StocktakeRecord)},
    )


RED = assessment(State.RATED, Rating.R)
ACTION = {"course_of_action": Words({"en": "More tutors."})}


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (RED, "the measure is off track or at risk"),
        (assessment(State.RATED, Rating.AR), "the measure is off track or at risk"),
        (assessment(State.NOT_MET, Rating.AG), "the target was not met"),
        (assessment(State.LATE), "a step of the target is late"),
    ],
)
def test_off_track_without_action(found, said):
    (problem,) = doubts(project(), {"reading": found}, AS_OF)
    assert (problem.level, problem.rule) == ("warning", "off-track-without-action")
    assert problem.place == Place("content/indicators/reading.md", 1)
    assert problem.message == f"{said}, and no course of action is recorded"
    assert "content/stocktakes/" in problem.hint
    assert not problem.stops


@pytest.mark.parametrize(
    "found",
    [
        assessment(State.RATED, Rating.G),
        assessment(State.RATED, Rating.AG),
        assessment(State.MET, Rating.G),
        assessment(State.OVERDUE),
        assessment(State.HIDDEN),
        assessment(State.NOT_DUE),
        assessment(State.NOT_SET),
        assessment(State.DONE),
        assessment(State.DUE_LATER),
        assessment(State.INCOMPLETE),
    ],
)
def test_what_is_not_off_track_needs_none(found):
    assert doubts(project(), {"reading": found}, AS_OF) == ()


@pytest.mark.parametrize(
    "claim",
    [
        {"smart_goals": ("reading",)},
        {"leading_indicators": ({"indicator": "reading", "predicts": "writing"},)},
    ],
)
@pytest.mark.parametrize(
    "recorded", [ACTION, {"actions": ({"id": "hire", "title": Words({"en": "Hire"})},)}]
)
def test_a_stocktake_of_one_of_its_tactics_records_one(claim, recorded):
    known = project(tactic(**claim), stocktake(**recorded))
    assert doubts(known, {"reading": RED}, AS_OF) == ()


def test_a_measure_may_name_its_tactic_itself():
    known = project(tactic(), stocktake(**ACTION), tactic="tutors")
    assert doubts(known, {"reading": RED}, AS_OF) == ()


@pytest.mark.parametrize(
    "held",
    [
        stocktake(),
        stocktake(day="2024-07-01", **ACTION),
        stocktake(status="scheduled", **ACTION),
        stocktake(status="postponed", **ACTION),
        stocktake(status="cancelled", **ACTION),
    ],
)
def test_a_stocktake_without_one_or_not_yet_held_does_not_count(held):
    known = project(tactic(smart_goals=("reading",)), held)
    assert len(doubts(known, {"reading": RED}, AS_OF)) == 1


def test_a_stocktake_of_another_tactic_does_not_count():
    known = project(tactic(smart_goals=("writing",)), stocktake(**ACTION))
    assert len(doubts(known, {"reading": RED}, AS_OF)) == 1


def test_a_background_number_needs_none():
    known = project(priority=None, target={"type": "none"})
    assert known.indicators["reading"].background
    assert doubts(known, {"reading": RED}, AS_OF) == ()


def test_each_part_of_a_compound_target_is_told_by_itself():
    """The page shows each of them with its own course of action, so the warning does too."""
    parts = {name: measure(name, priority="p") for name in ("reading", "writing")}
    whole = measure("both", target={"type": "compound", "all_of": ("reading", "writing")})
    plan = PlanRecord.model_construct()
    known = Project(plan=plan, indicators={**parts, "both": whole})
    found = {
        "reading": RED,
        "writing": assessment(State.RATED, Rating.G, "writing"),
        "both": assessment(State.RATED, Rating.R, "both"),
    }
    told = [problem.place.path for problem in doubts(known, found, AS_OF)]
    assert told == ["content/indicators/reading.md", "content/indicators/both.md"]


def test_a_measure_that_was_not_assessed_is_passed_over():
    assert doubts(project(), {}, AS_OF) == ()
