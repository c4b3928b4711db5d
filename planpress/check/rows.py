"""What rules about rows of numbers share: whom a row is about, and doubts."""

from collections.abc import Iterable, Iterator

from planpress.model.indicator import IndicatorRecord
from planpress.model.problem import Problem, notice, warning
from planpress.model.project import Project
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.reading import Reading
from planpress.model.series import Codes


def known_series(reading: Reading, project: Project) -> Iterator[tuple[IndicatorRecord, RawSeries]]:
    """Yield every measure that has rows, with its rows."""
    for name, series in reading.series.items():
        if name in project.indicators:
            yield project.indicators[name], series


def people(codes: Codes) -> str:
    """Return whom a row is about, by its codes."""
    return ", ".join(code for _, code in codes) or "everyone"


def of_people(codes: Codes) -> str:
    """Return the end of a phrase that says whom it is about; nothing for everyone."""
    return f" of {people(codes)}" if codes else ""


def some(names: Iterable[str], most: int = 4) -> str:
    """Return a list of names in one sentence; of many the first, and how many more."""
    every = list(names)
    if len(every) > most + 1:
        every = [*every[:most], f"{len(every) - most} others"]
    return " and ".join(filter(None, (", ".join(every[:-1]), every[-1])))


def doubt(row: RawObservation, rule: str, message: str, hint: str) -> Problem:
    """Return that a row may be wrong: a warning, or a notice where its note speaks of it.

    A strict build stops at warnings, so staff need a way to say that a strange number is right.
    """
    if row.note:
        return notice(row.place, rule, message, f"{hint} If it is right, let the note say why.")
    hint = f"{hint} If it is right, say why in the column note of this row."
    return warning(row.place, rule, message, hint)
