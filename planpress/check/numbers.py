"""Rules about the rows of the data files."""

from collections import Counter
from collections.abc import Iterator

from planpress.check.targets import end_of
from planpress.model.calendar import Calendar
from planpress.model.indicator import IndicatorRecord, Unit
from planpress.model.nearest import did_you_mean
from planpress.model.period import Period
from planpress.model.place import Place
from planpress.model.problem import Problem, error, notice
from planpress.model.project import Project
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.reading import Reading
from planpress.model.series import Codes, Status
from planpress.model.target import TargetType

WITHOUT_DATA = (TargetType.COMPOUND, TargetType.PROCESS)
"""Targets that are rated from other measures or from milestones."""


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
    """Columns are declared by the measure, and codes by content/dimensions.md."""
    codes = _codes(project)
    for indicator, series in _known(reading, project):
        for column in series.dimensions:
            if column not in indicator.dimensions:
                message = f"nobody declared the column “{column}”"
                hint = did_you_mean(column, [*indicator.dimensions, "n", "note", "status"])
                yield error(series.place, "undeclared-column", message, hint)
        for row in series.observations:
            for dimension, code in row.codes:
                known = codes.get(dimension)
                if known is not None and dimension in indicator.dimensions and code not in known:
                    message = f"“{code}” is not a code of “{dimension}”"
                    yield error(row.place, "undeclared-code", message, did_you_mean(code, known))


def _codes(project: Project) -> dict[str, set[str]]:
    declared = project.dimensions.dimensions if project.dimensions else ()
    return {dimension.id: {code.id for code in dimension.codes} for dimension in declared}


def repeated_rows(reading: Reading, project: Project) -> Iterator[Problem]:
    """No period has two results for the same people."""
    for _, series in _known(reading, project):
        first: dict[tuple[Period, Codes], RawObservation] = {}
        for row in series.observations:
            other = first.setdefault((row.period, row.codes), row)
            if other is not row:
                values = (
                    "the same value"
                    if other.value == row.value
                    else f"{other.value} there, {row.value} here"
                )
                message = f"line {other.place.line} is about the same period and people: {values}"
                hint = "Keep the row that is right."
                yield error(row.place, "repeated-row", message, hint)


def period_forms(reading: Reading, project: Project) -> Iterator[Problem]:
    """A series uses one form of period, the same as its baseline and target."""
    for indicator, series in _known(reading, project):
        forms = Counter(row.period.form for row in series.observations)
        start = indicator.baseline.period if indicator.baseline else end_of(indicator)
        if start:
            form = start.form
        elif forms:
            form = forms.most_common(1)[0][0]
        else:
            continue
        for row in series.observations:
            if row.period.form is not form:
                message = f"{row.period} is a {row.period.form}; this measure counts by {form}"
                hint = "Write all periods of a measure in one form."
                yield error(row.place, "period-form", message, hint)


def percent_values(reading: Reading, project: Project) -> Iterator[Problem]:
    """A share lies between 0 and 100 percent."""
    for indicator, series in _known(reading, project):
        if indicator.unit is not Unit.PERCENT:
            continue
        for row in series.observations:
            if row.value is not None and not 0 <= row.value.number <= 100:
                message = f"{row.value} is not a percentage from 0 to 100"
                hint = "Mend the number, or the unit of the measure."
                yield error(row.place, "percent-range", message, hint)


def valued_statuses(reading: Reading, project: Project) -> Iterator[Problem]:
    """A number that is hidden or was never measured is not written down."""
    for _, series in _known(reading, project):
        for row in series.observations:
            if row.value is not None and row.status in (
                Status.SUPPRESSED,
                Status.NOT_ADMINISTERED,
            ):
                message = f"the row has a value and says that it is {row.status}"
                hint = "Remove the value, or the status."
                yield error(row.place, "value-and-status", message, hint)


def results_to_come(reading: Reading, project: Project) -> Iterator[Problem]:
    """A result counts from the day on which its period is over."""
    if reading.as_of is None:
        return
    calendar = Calendar(reading.as_of, project.plan.school_year_starts)
    for _, series in _known(reading, project):
        later = [row for row in series.observations if not calendar.over(row.period)]
        if not later:
            continue
        first = min(later, key=lambda row: row.place)
        over = first.period.end(project.plan.school_year_starts)
        message = f"{first.period} is not over as of {reading.as_of}: the row is not used yet"
        if len(later) > 1:
            message += f", nor are {len(later) - 1} others of later periods or groups"
        hint = f"It will be from {over} on; a count of one day can be given by its date."
        yield notice(first.place, "result-to-come", message, hint)


def _known(reading: Reading, project: Project) -> Iterator[tuple[IndicatorRecord, RawSeries]]:
    for name, series in reading.series.items():
        if name in project.indicators:
            yield project.indicators[name], series
