"""Tactics and stocktakes for the small site."""

from typing import Any

from unit.render.sample import indicator, site, source, words

from planpress.model.site import Site
from planpress.model.stocktake import StocktakeRecord
from planpress.model.tactic import TacticRecord


def tactic(name: str = "tutoring", **facts: Any) -> TacticRecord:
    usual = {
        "id": name,
        "source": source(f"tactics/{name}"),
        "title": words("Tutoring", "Tutoría"),
        "priority": "reading",
        "order": "1",
        "smart_goals": ("grade-3",),
    }
    return TacticRecord.model_validate({**usual, **facts})


def stocktake(date: str = "2026-09-15", status: str = "held", **facts: Any) -> StocktakeRecord:
    usual = {
        "id": f"{date}-{facts.get('tactic', 'tutoring')}",
        "source": source(f"stocktakes/{date}"),
        "tactic": "tutoring",
        "date": date,
        "status": status,
    }
    return StocktakeRecord.model_validate({**usual, **facts})


def judged(date: str = "2026-09-15", rating: str = "G", **facts: Any) -> StocktakeRecord:
    return stocktake(date, judged=rating, rationale=words(f"Reasons of {date}."), **facts)


def working(*stocktakes: StocktakeRecord, **project: Any) -> Site:
    """Return the small site with a tactic that has two measures, and some stocktakes."""
    usual = {
        "tactics": {"tutoring": tactic()},
        "indicators": {
            "grade-3": indicator(),
            "nights": indicator("nights", tactic="tutoring"),
        },
        "stocktakes": {one.id: one for one in stocktakes},
    }
    return site(**{**usual, **project})
