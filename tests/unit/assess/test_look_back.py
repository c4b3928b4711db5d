"""What the data said on the day of a stocktake."""

from datetime import date

from unit.assess.measures import languages, measure, plan_of, rows

from planpress.assess.look_back import looked_back
from planpress.model.project import Project
from planpress.model.rating import Rating
from planpress.model.series import Series
from planpress.model.source import Source
from planpress.model.stocktake import StocktakeRecord
from planpress.model.tactic import TacticRecord

HERE = {"source": Source({"en": "content/x.md"}, {})}
TITLE = measure().title


def project(*stocktakes: StocktakeRecord) -> Project:
    tactic = TacticRecord.model_validate(
        {
            **HERE,
            "id": "coaches",
            "title": TITLE,
            "priority": "learners",
            "order": "1",
            "smart_goals": ["reading"],
            "leading_indicators": [{"indicator": "early", "predicts": "reading"}],
        }
    )
    made = plan_of(measure("reading"), measure("early"), measure("other"))
    return Project(
        plan=made.plan,
        indicators=made.indicators,
        tactics={"coaches": tactic},
        stocktakes={one.id: one for one in stocktakes},
    )


def stocktake(day: str, status: str = "held", tactic: str = "coaches") -> StocktakeRecord:
    facts = {"id": f"{day}-{tactic}", "tactic": tactic, "date": day, "status": status}
    return StocktakeRecord.model_validate({**HERE, **facts})


RESULTS = {
    name: Series(indicator=name, observations=rows("2021-22 53", "2022-23 51", "2023-24 59"))
    for name in ("reading", "early", "other")
}


def test_the_measures_of_the_tactic_are_rated_as_of_the_day() -> None:
    plan = project(stocktake("2022-09-01"), stocktake("2023-09-01"), stocktake("2024-09-01"))
    found = looked_back(plan, RESULTS, date(2025, 1, 1), languages())
    ratings = {name: that_day["reading"].rating for name, that_day in found.items()}
    assert ratings == {
        "2022-09-01-coaches": Rating.G,
        "2023-09-01-coaches": Rating.AR,
        "2024-09-01-coaches": Rating.G,
    }
    assert {tuple(that_day) for that_day in found.values()} == {("reading", "early")}
    assert "2022–23" in found["2023-09-01-coaches"]["reading"].sentences["en"]


def test_only_what_was_held_by_today_is_looked_back_at() -> None:
    plan = project(
        stocktake("2022-09-01"),
        stocktake("2023-09-01", "cancelled"),
        stocktake("2023-09-01", tactic="unknown"),
        stocktake("2024-09-01"),
    )
    found = looked_back(plan, RESULTS, date(2024, 8, 31), {})
    assert list(found) == ["2022-09-01-coaches"]
