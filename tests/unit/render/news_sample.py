"""Updates, reports, voices and changes for the small site."""

from datetime import date
from typing import Any

from unit.render.sample import source, words

from planpress.model.assessment import State
from planpress.model.move import Known, Move
from planpress.model.period import Period
from planpress.model.rating import Rating
from planpress.model.report import ReportRecord
from planpress.model.update import UpdateRecord
from planpress.model.value import Value
from planpress.model.voice import VoiceRecord


def update(name: str = "2026-09-01-coaches", **facts: Any) -> UpdateRecord:
    usual = {
        "id": name,
        "source": source(f"updates/{name}"),
        "title": words("Coaches & tutors", "Tutores"),
    }
    return UpdateRecord.model_validate({**usual, **facts})


def report(name: str = "fall-2026", **facts: Any) -> ReportRecord:
    usual = {
        "id": name,
        "source": source(f"reports/{name}"),
        "title": words(f"Report {name}"),
        "date": "2026-09-15",
        "ends": ("E1", "E2"),
    }
    return ReportRecord.model_validate({**usual, **facts})


def voice(name: str = "mother", **facts: Any) -> VoiceRecord:
    usual = {
        "id": name,
        "source": source(f"voices/{name}"),
        "quote": words("Now I walk in and ask.", "Ahora entro y pregunto."),
        "who": words("A mother", "Una mamá"),
        "date": "2026-05-04",
        "language": "es",
        "consent": "yes",
    }
    return VoiceRecord.model_validate({**usual, **facts})


def by_id(*records: Any) -> dict[str, Any]:
    return {record.id: record for record in records}


def known(rating: str = "", period: str = "", value: str = "", state: str = "rated") -> Known:
    return Known(
        state=State(state),
        rating=Rating(rating) if rating else None,
        period=Period.parse(period) if period else None,
        value=Value.parse(value) if value else None,
    )


def move(before: Known | None, after: Known | None, **facts: Any) -> Move:
    usual: dict[str, Any] = {"indicator": "grade-3", "day": date(2026, 9, 20)}
    return Move(**{**usual, **facts}, before=before, after=after)
