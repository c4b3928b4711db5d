"""The numbers of a trend."""

from typing import TypeVar

from planpress.chart import chance
from planpress.chart.course import Course
from planpress.chart.phrases import amount, shown, status_of
from planpress.chart.subject import Subject
from planpress.model.figure import Cell, Table
from planpress.model.period import Period
from planpress.model.words import Said

C = TypeVar("C")


def table(about: Subject, course: Course) -> Table:
    """Return the results by period with what was expected, the latest one emphasised."""
    say, language = about.language.say, about.language
    rows = {row.period: row for row in course.rows}
    planned = {point.period: point.value for point in course.trajectory}
    marks = [(say("Baseline"), course.baseline), (say("Target"), course.target)]
    planned |= {point.period: point.value for _, point in marks if point}
    periods = sorted(rows.keys() | planned.keys())
    marked = {
        period: [word for word, point in marks if point and point.period == period]
        + [say("Break in series") for change in course.breaks if change.before == period]
        + ([status_of(language, rows[period])] if period in rows else [])
        for period in periods
    }
    notes = {
        period: _note(about, marked[period], rows[period].note if period in rows else "")
        for period in periods
    }
    columns = [True, True, course.latest_interval is not None, bool(planned), any(notes.values())]
    header = (
        say("Period"),
        say("Result"),
        chance.header(language),
        say("Expected"),
        say("Note"),
    )
    body = [
        (
            language.period(period),
            shown(about, rows[period]) if period in rows else say("Not yet published"),
            _interval(about, course, period),
            amount(about, planned[period]) if period in planned else "",
            notes[period],
        )
        for period in periods
    ]
    latest = course.latest
    return Table(
        caption=say("%(measure)s: results by period", measure=about.name),
        header=_kept(header, columns),
        rows=tuple(_kept(row, columns) for row in body),
        numeric=tuple(
            n for n, keep in zip((False, True, True, True, False), columns, strict=True) if keep
        ),
        emphasis=periods.index(latest.period) if latest else None,
    )


def _interval(about: Subject, course: Course, period: Period) -> str:
    """Return a result's interval or that it is not known; nothing where there is no result."""
    reading = next((one for one in course.readings if one.period == period), None)
    if reading is None:
        return ""
    if reading.interval is None:
        return about.language.say("not known")
    return chance.span(about, reading.interval)


def _note(about: Subject, marks: list[str], note: str) -> Cell:
    """Join our own words with the note of the data file, which is in the plan's first language."""
    own, first = about.language.code, about.project.languages[0]
    words = [word for word in marks if word]
    if not note or own == first:
        return " · ".join((*words, note) if note else words)
    return (*(Said(word, own) for word in words), Said(note, first))


def _kept(cells: tuple[C, ...], columns: list[bool]) -> tuple[C, ...]:
    return tuple(cell for cell, keep in zip(cells, columns, strict=True) if keep)
