"""The files of `content/history/`, and what they remember of ratings and of stocktakes' days."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from planpress.model.assessment import State
from planpress.model.history import Agenda, Revised
from planpress.model.move import Known, Move, RatingLog
from planpress.model.period import Form, Period
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.project import Project
from planpress.model.rating import Rating
from planpress.model.value import Value
from planpress.read.text import read_text
from planpress.store import digest

RATINGS = "content/history/ratings.json"
CALENDAR = "content/history/calendar.json"

T = TypeVar("T")


def read_recorded(
    folder: Path, path: str, typed: Callable[[Any], T]
) -> tuple[T | None, list[Problem]]:
    """Return what a recorded file says; None where there is none, or none that can be read."""
    if not (folder / path).exists():
        return None, []
    text, problems = read_text(folder / path, path)
    if text is None:
        return None, problems
    try:
        return typed(json.loads(text)), problems
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as wrong:
        hint = "Bring the file back from git, or remove it and run python3 build.py record."
        message = f"the recorded history cannot be read: {wrong}"
        place = Place(path, getattr(wrong, "lineno", 0), getattr(wrong, "colno", 0))
        return None, [*problems, error(place, "history", message, hint)]


def read_ratings(folder: Path) -> tuple[RatingLog, list[Problem]]:
    """Return what was known about every indicator, and every recorded move."""
    found, problems = read_recorded(folder, RATINGS, _log)
    return found or RatingLog(), problems


def read_calendar(folder: Path) -> tuple[Agenda, list[Problem]]:
    """Return how often the day or state of every stocktake was changed, and when last."""
    found, problems = read_recorded(folder, CALENDAR, _agenda)
    return found or Agenda(), problems


def stocktake_digests(project: Project) -> dict[str, str]:
    """Return a digest of the day and state of every stocktake."""
    return {
        s.id: digest(s.date.isoformat(), s.status, s.moved_to.isoformat() if s.moved_to else "")
        for s in project.stocktakes.values()
    }


def written_ratings(log: RatingLog) -> str:
    """Return a log of ratings as it stands in its file."""
    moves = [
        {
            "indicator": m.indicator,
            "day": m.day.isoformat(),
            "before": _told(m.before),
            "after": _told(m.after),
        }
        for m in log.moves
    ]
    known = {name: _told(found) for name, found in (log.known or {}).items()}
    since = log.since.isoformat() if log.since else None
    return _text({"since": since, "known": known, "moves": moves})


def written_calendar(agenda: Agenda) -> str:
    """Return an agenda as it stands in its file."""
    return _text(
        {
            key: {"digest": e.digest, "sequence": e.sequence, "since": e.since.isoformat()}
            for key, e in (agenda.entries or {}).items()
        }
    )


def _text(kept: object) -> str:
    return json.dumps(kept, indent=1, sort_keys=True) + "\n"


def _told(known: Known | None) -> dict[str, str | None] | None:
    if known is None:
        return None
    told: dict[str, str | None] = {
        "state": known.state.value,
        "rating": known.rating.value if known.rating else None,
        "period": str(known.period) if known.period else None,
        "value": str(known.value) if known.value else None,
    }
    # 2011-12 is a school year unless it is said to be a month
    monthly = known.period is not None and known.period.form is Form.MONTH
    return {**told, "form": Form.MONTH.value} if monthly else told


def _known(told: dict[str, str | None]) -> Known:
    rating, period, value = told["rating"], told["period"], told["value"]
    form = told.get("form")
    return Known(
        state=State(str(told["state"])),
        rating=Rating(rating) if rating else None,
        period=Period.parse(period, Form(form) if form else None) if period else None,
        value=Value.parse(value) if value else None,
    )


def _log(kept: dict[str, Any]) -> RatingLog:
    moves = tuple(
        Move(
            indicator=str(told["indicator"]),
            day=date.fromisoformat(told["day"]),
            before=_known(told["before"]) if told["before"] else None,
            after=_known(told["after"]) if told["after"] else None,
        )
        for told in kept["moves"]
    )
    return RatingLog(
        known={name: _known(told) for name, told in kept["known"].items()},
        since=date.fromisoformat(kept["since"]),
        moves=tuple(sorted(moves, key=lambda move: (move.day, move.indicator))),
    )


def _agenda(kept: dict[str, dict[str, Any]]) -> Agenda:
    return Agenda(
        {
            key: Revised(
                str(told["digest"]), int(told["sequence"]), date.fromisoformat(told["since"])
            )
            for key, told in kept.items()
        }
    )
