"""Tactics and stocktakes in a line each."""

from planpress.model.source import Source
from planpress.model.stocktake import StocktakeRecord
from planpress.model.tactic import TacticRecord
from planpress.model.words import Words


def tactic(**facts: object) -> TacticRecord:
    """Return the tactic `tutors`."""
    source, title = Source({"en": "content/tactics/tutors.md"}, {}), Words({"en": "Tutors"})
    usual = {"id": "tutors", "source": source, "title": title, "priority": "p", "order": "1"}
    return TacticRecord.model_validate({**usual, **facts})


def stocktake(day: str = "2024-05-01", status: str = "held", **facts: object) -> StocktakeRecord:
    """Return a stocktake of `tutors`."""
    source = Source({"en": f"content/stocktakes/{day}-tutors.md"}, {})
    usual = {"id": f"{day}-tutors", "source": source, "tactic": "tutors", "date": day}
    return StocktakeRecord.model_validate({**usual, "status": status, **facts})
