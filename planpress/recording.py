"""What is recorded in content/history/: recalled, brought up to today, and kept on request."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from planpress.model.assessment import Assessment
from planpress.model.history import Past
from planpress.model.move import Known
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.project import Project
from planpress.model.reading import Reading
from planpress.model.series import Series
from planpress.read.history import HISTORY, archived_since, page_digests, read_history, written
from planpress.read.published import NUMBERS, written_numbers
from planpress.read.recorded import (
    CALENDAR,
    RATINGS,
    read_calendar,
    read_ratings,
    stocktake_digests,
    written_calendar,
    written_ratings,
)


def recall(folder: Path) -> tuple[Past, tuple[Problem, ...]]:
    """Return all that was recorded, and what is wrong with it."""
    pages, wrong_pages = read_history(folder)
    ratings, wrong_ratings = read_ratings(folder)
    agenda, wrong_agenda = read_calendar(folder)
    problems = (*wrong_pages, *wrong_ratings, *wrong_agenda)
    return Past(pages=pages, ratings=ratings, agenda=agenda), problems


def with_pages(past: Past, folder: Path, reading: Reading, project: Project, today: date) -> Past:
    """Return the past with since when every page has the words and numbers of today."""
    digests = page_digests(folder, project, dict(reading.data))
    return replace(past, pages=past.pages.now(digests, today, archived_since(project)))


def with_ratings(past: Past, assessments: Mapping[str, Assessment], today: date) -> Past:
    """Return the past with what is known about every indicator today."""
    known = {name: Known.of(found) for name, found in assessments.items()}
    return replace(past, ratings=past.ratings.now(known, today))


def with_agenda(past: Past, project: Project, today: date) -> Past:
    """Return the past with the days and states that stocktakes have today."""
    return replace(past, agenda=past.agenda.now(stocktake_digests(project), today))


def revised(past: Past, project: Project, today: date) -> dict[str, tuple[int, date]]:
    """Return how often each stocktake was changed and when last; nothing if none was recorded."""
    if past.agenda.entries is None:
        return {}
    entries = with_agenda(past, project, today).agenda.entries or {}
    return {
        key: (entries[key].sequence, min(entries[key].since, today)) for key in project.stocktakes
    }


def keep(
    folder: Path, past: Past, today: date, series: Mapping[str, Series] | None = None
) -> tuple[Problem, ...]:
    """Write what is known today into content/history/; return why it cannot be, if it cannot.

    `series` is what is published of every measure's numbers; None leaves what was kept of them.
    """
    since = past.ratings.since
    if since and since > today:
        message = f"ratings were recorded as of {since}, which is after {today}"
        hint = (
            "Record as of today, or of a later day: leave out --as-of, or look at content/plan.md."
        )
        return (error(Place(RATINGS), "history", message, hint),)
    texts = {
        HISTORY: written(past.pages),
        RATINGS: written_ratings(past.ratings),
        CALENDAR: written_calendar(past.agenda),
    }
    numbers = written_numbers(series) if series is not None else {}
    try:
        for path, text in {**texts, **numbers}.items():
            replace_file(folder / path, text.encode())
        if series is not None:
            (folder / NUMBERS).mkdir(parents=True, exist_ok=True)
            for file in (folder / NUMBERS).glob("*.csv"):
                if f"{NUMBERS}/{file.name}" not in numbers:
                    file.unlink()
    except OSError as refused:
        message = f"cannot be written: {refused.strerror}"
        hint = (
            "See that the folder content/history/ may be written to and that the disk is not full."
        )
        return (error(Place("content/history"), "history", message, hint),)
    return ()


def replace_file(file: Path, content: bytes) -> bool:
    """Put a whole file in the place of another; return False where it is the same already.

    Raises OSError, and leaves the old file as it was.
    """
    if file.is_file() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.new")
    new.write_bytes(content)
    new.replace(file)
    return True
