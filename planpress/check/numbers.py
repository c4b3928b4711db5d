"""Rules about the rows of the data files."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from planpress.check.rows import known_series
from planpress.check.targets import end_of
from planpress.model.calendar import Calendar
from planpress.model.indicator import IndicatorRecord, Unit
from planpress.model.nearest import did_you_mean
from planpress.model.period import Form
from planpress.model.place import Place
from planpress.model.problem import LISTED, Problem, error, listed, notice
from planpress.model.project import Project
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.reading import Reading
from planpress.model.series import Status
from planpress.model.target import TargetType

WITHOUT_DATA = (TargetType.COMPOUND, TargetType.PROCESS)
"""Targets that are rated from other measures or from milestones."""

_WITHOUT_VALUE = (Status.SUPPRESSED, Status.NOT_ADMINISTERED)
_HUNDRED = Decimal(100)


def data_files(reading: Reading, project: Project) -> Iterator[Problem]:
    """Every measure has its file of numbers, and every file its measure."""
    for indicator in project.indicators.values():
        if indicator.target.type not in WITHOUT_DATA and indicator.id not in reading.data:
            message = f"there is no data/{indicator.id}.csv"
            hint = "Add it; if nothing is published yet, let it hold only the line period,value."
            yield error(indicator.source.at(), "missing-data", message, hint)
    for name, path in reading.data.items():
        if name not in project.indicators and f"indicators/{name}" not in reading.broken:
            message = f"there is no indicator “{name}”"
            hint = did_you_mean(name, project.indicators)
            yield error(Place(path), "data-without-indicator", message, hint)


def declared_dimensions(reading: Reading, project: Project) -> Iterator[Problem]:
    """By what a measure is split is declared in content/dimensions.md."""
    codes = _codes(project)
    for indicator in project.indicators.values():
        for at, name in enumerate(indicator.dimensions):
            if name not in codes and "dimensions/dimensions" not in reading.broken:
                message = f"“{name}” is not declared in content/dimensions.md"
                place = indicator.source.at("dimensions", at)
                yield error(place, "undeclared-dimension", message, did_you_mean(name, codes))


def declared_codes(reading: Reading, project: Project) -> Iterator[Problem]:
    """Columns are declared by the measure, and codes by content/dimensions.md.

    A wrong code is told once for a file, on its first line, with how often it stands there.
    """
    codes = _codes(project)
    for indicator, series in known_series(reading, project):
        for column in series.dimensions:
            if column not in indicator.dimensions:
                message = f"nobody declared the column “{column}”"
                hint = did_you_mean(column, [*indicator.dimensions, "n", "note", "status"])
                yield error(series.place, "undeclared-column", message, hint)
        yield from listed(_undeclared(project, indicator, series, codes))


def _undeclared(
    project: Project,
    indicator: IndicatorRecord,
    series: RawSeries,
    codes: dict[str, set[str]],
) -> Iterator[Problem]:
    wrong: dict[tuple[str, str], list[RawObservation]] = {}
    for group, rows in series.by_codes.items():
        for pair in group:
            known = codes.get(pair[0])
            if known is not None and pair[1] not in known and pair[0] in indicator.dimensions:
                wrong.setdefault(pair, []).extend(rows)
    for at, ((dimension, code), found) in enumerate(wrong.items()):
        first = min(found, key=lambda row: row.line)
        message = f"“{code}” is not a code of “{dimension}”"
        if len(found) > 1:
            message += f"; it stands in {len(found):,} rows, here first"
        # the nearest code takes long to find, and only the first few problems are told
        near = at <= LISTED
        hint = _right_code(project, dimension, code, codes[dimension]) if near else ""
        yield error(first.place, "undeclared-code", message, hint)


def _right_code(project: Project, dimension: str, written: str, known: set[str]) -> str:
    """Return what to write: the code of that spelling or label, or the nearest one."""
    plain = "-".join(re.findall(r"[^\W_]+", written.casefold()))
    if plain in known:
        return f"Did you mean “{plain}”? Codes are told apart by every letter: write it exactly so."
    for code in sorted(known):
        label = project.code_label(dimension, code)
        if written.casefold() in (text.casefold() for text in label.texts.values()):
            return f"Did you mean “{code}”? “{written}” is what readers see; write the code."
    return did_you_mean(written, known)


def _codes(project: Project) -> dict[str, set[str]]:
    declared = project.dimensions.dimensions if project.dimensions else ()
    return {dimension.id: {code.id for code in dimension.codes} for dimension in declared}


def repeated_rows(reading: Reading, project: Project) -> Iterator[Problem]:
    """No period has two results for the same people; contradictions are told first."""
    for _, series in known_series(reading, project):
        if sum(map(len, series.by_period.values())) < len(series.observations):
            repeated = [
                (first, row) for rows in series.by_codes.values() for first, row in _repeated(rows)
            ]
            repeated.sort(key=lambda pair: (_said(pair[0]) == _said(pair[1]), pair[1].line))
            yield from listed(_repetition(first, row) for first, row in repeated)


def _repeated(
    rows: tuple[RawObservation, ...],
) -> Iterator[tuple[RawObservation, RawObservation]]:
    """Yield each row that repeats another one's period, with the first one of that period."""
    first = rows[0]
    for row in rows[1:]:
        if row.period == first.period:
            yield first, row
        else:
            first = row


def _said(row: RawObservation) -> tuple[object, ...]:
    return row.value, row.n, row.status


def _repetition(first: RawObservation, row: RawObservation) -> Problem:
    message = f"line {first.line} is about the same period and people"
    hint = "Keep the row that is right."
    if _said(first) == _said(row) and first.note == row.note:
        message += " and says the same"
        hint = "Remove one of the two lines."
    elif first.value != row.value:
        message += f": {_written(first)} there, {_written(row)} here"
    elif first.n != row.n:
        there, here = (f"n is {one.n}" if one.n else "no n" for one in (first, row))
        message += f": the same value, but {there} there, {here} here"
    else:
        message += ": the same value, but another status or note"
    return error(row.place, "repeated-row", message, hint)


def _written(row: RawObservation) -> str:
    return str(row.value) if row.value else f"no value ({row.status})"


def period_forms(reading: Reading, project: Project) -> Iterator[Problem]:
    """A series uses one form of period, the same as its baseline and target."""
    for indicator, series in known_series(reading, project):
        forms: Counter[Form] = Counter()
        for period, rows in series.by_period.items():
            forms[period.form] += len(rows)
        start = indicator.baseline.period if indicator.baseline else end_of(indicator)
        if start:
            form = start.form
        elif forms:
            form = forms.most_common(1)[0][0]
        else:
            continue
        if any(period.form is not form for period in series.by_period):
            yield from listed(_other_forms(series, form))


def _other_forms(series: RawSeries, form: Form) -> Iterator[Problem]:
    for row in series.observations:
        if row.period.form is not form:
            message = f"{row.period} is a {row.period.form}; this measure counts by {form}"
            hint = "Write all periods of a measure in one form."
            yield error(row.place, "period-form", message, hint)


def percent_values(reading: Reading, project: Project) -> Iterator[Problem]:
    """A share lies between 0 and 100 percent."""
    for indicator, series in known_series(reading, project):
        if indicator.unit is Unit.PERCENT:
            values = series.values
            wrong = {key for key, value in values.items() if not 0 <= value.number <= _HUNDRED}
            if wrong:
                yield from listed(
                    _no_percentage(row) for row in series.observations if id(row.value) in wrong
                )


def _no_percentage(row: RawObservation) -> Problem:
    message = f"{row.value} is not a percentage from 0 to 100"
    hint = "Mend the number, or the unit of the measure."
    return error(row.place, "percent-range", message, hint)


def valued_statuses(reading: Reading, project: Project) -> Iterator[Problem]:
    """A number that is hidden or was never measured is not written down."""
    for _, series in known_series(reading, project):
        yield from listed(
            _valued(row)
            for row in series.observations
            if row.status in _WITHOUT_VALUE and row.value is not None
        )


def _valued(row: RawObservation) -> Problem:
    message = f"the row has a value and says that it is {row.status}"
    return error(row.place, "value-and-status", message, "Remove the value, or the status.")


def results_to_come(reading: Reading, project: Project) -> Iterator[Problem]:
    """A result counts from the day on which its period is over."""
    if reading.as_of is None:
        return
    calendar = Calendar(reading.as_of, project.plan.school_year_starts)
    for _, series in known_series(reading, project):
        to_come = {period for period in series.by_period if not calendar.over(period)}
        later = [row for row in series.observations if to_come and row.period in to_come]
        if not later:
            continue
        first = min(later, key=lambda row: row.place)
        over = first.period.end(project.plan.school_year_starts)
        message = f"{first.period} is not over as of {reading.as_of}: the row is not used yet"
        if len(later) > 1:
            message += f", nor are {len(later) - 1} others of later periods or groups"
        hint = f"It will be from {over} on; a count of one day can be given by its date."
        yield notice(first.place, "result-to-come", message, hint)
