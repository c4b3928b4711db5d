"""A new file of numbers beside the present one: what it changes, and what that means."""

from collections.abc import Iterable
from dataclasses import field, replace
from pathlib import Path

from planpress.model.change import Change, RowKey, changes
from planpress.model.dataclass import dataclass
from planpress.model.indicator import IndicatorRecord
from planpress.model.move import Known
from planpress.model.nearest import did_you_mean
from planpress.model.place import Place
from planpress.model.problem import Problem, error, in_order
from planpress.model.project import Project
from planpress.model.raw import RawSeries
from planpress.model.reading import Reading
from planpress.model.series import Series
from planpress.options import Options
from planpress.pipeline import examine
from planpress.read.foreign import read_foreign
from planpress.read.mapping import as_it_is, read_mapping
from planpress.read.series import read_series
from planpress.read.tidy import tidy
from planpress.recording import replace_file
from planpress.refresh.amend import amended, joined
from planpress.refresh.since_recorded import Compared, compared, rows_of


class WrongUsage(Exception):  # noqa: N818  # it says what happened
    """What was asked for cannot be meant; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """What to bring in, and how. `whole` makes the file all there is, `write` writes it."""

    file: Path
    indicator: str
    mapping: Path | None = None
    sheet: str | None = None
    whole: bool = False
    write: bool = False


@dataclass(frozen=True, kw_only=True)
class Refreshed:
    """What a file changes in the numbers of a measure; `rows` are for staff, not for readers.

    `hidden` are the rows whose numbers readers do not see as they are: hidden, or only a bound.
    """

    source: str
    path: str
    problems: tuple[Problem, ...]
    rows: tuple[Change, ...] = ()
    as_before: int = 0
    hidden: frozenset[RowKey] = frozenset()
    seen: Compared = field(default_factory=Compared)
    written: bool = False


def refresh(options: Options, request: Request) -> Refreshed:
    """Compare a file with the present rows of a measure, and write the new ones where asked.

    Rows of the same period and kind of split (everyone, by group, by level, …) are replaced, all
    others stay, unless the file is to be the whole truth. Nothing is written where anything is
    wrong. Raises WrongUsage.
    """
    mapping = _found(request.mapping, options.project) if request.mapping else None
    file = _found(request.file, options.project)
    request = replace(request, file=file, mapping=mapping)
    before = examine(options)
    source = _told(request.file, options.project)
    path = f"data/{request.indicator}.csv"
    project = before.reading.project
    indicator = _indicator(before.reading, request.indicator)
    if project is None or indicator is None:
        return Refreshed(source=source, path=path, problems=before.problems)
    incoming, problems = _incoming(options, request, indicator, project)
    present = before.reading.series.get(request.indicator)
    problems += _obstacles(before.reading, before.problems, incoming, present, request)
    if incoming is None or any(p.stops for p in problems):
        return Refreshed(source=source, path=path, problems=in_order(problems))
    merged = incoming if request.whole or present is None else joined(present, incoming)
    after = examine(options, _instead(before.reading, merged, path))
    new = set(after.problems) - set(before.problems)
    changed = changes(rows_of(present), rows_of(merged))
    series = {} if after.judged is None else after.judged.series
    seen = (
        compared(
            project,
            (before.judged.series, after.judged.series),
            (
                {name: Known.of(found) for name, found in before.judged.assessments.items()},
                {name: Known.of(found) for name, found in after.judged.assessments.items()},
            ),
            after.reading.as_of or options.today,
        )
        if before.judged and after.judged
        else Compared(told=False)
    )
    found = Refreshed(
        source=source,
        path=path,
        problems=in_order((*problems, *new)),
        rows=changed,
        as_before=len(rows_of(merged)) - sum(1 for c in changed if c.after),
        hidden=_hidden(merged, series.get(request.indicator)),
        seen=seen,
    )
    if not request.write or not changed or options.stopped_by(found.problems):
        return found
    _write(options.project / path, present, merged, changed, indicator)
    return replace(found, written=True)


def _found(file: Path, project: Path) -> Path:
    """Return a file that stands here or in the project's folder."""
    for path in (file, project / file):
        if path.is_file():
            return path
    raise WrongUsage(f"there is no file {file}")


def _told(file: Path, project: Path) -> str:
    whole = file.absolute()
    inside = whole.is_relative_to(project)
    return whole.relative_to(project).as_posix() if inside else file.as_posix()


def _indicator(reading: Reading, name: str) -> IndicatorRecord | None:
    if reading.project is None or f"indicators/{name}" in reading.broken:
        return None
    if name not in reading.project.indicators:
        near = did_you_mean(name, reading.project.indicators)
        raise WrongUsage(f"there is no measure “{name}” in content/indicators/. {near}")
    return reading.project.indicators[name]


def _incoming(
    options: Options, request: Request, indicator: IndicatorRecord, project: Project
) -> tuple[RawSeries | None, list[Problem]]:
    path, how = _told(request.file, options.project), None
    problems: list[Problem] = []
    if request.mapping:
        told = _told(request.mapping, options.project)
        how, problems = read_mapping(request.mapping, told, indicator, project)
        if how is None:
            return None, problems
    table, wrong = read_foreign(request.file, path, how, request.sheet)
    problems += wrong
    if table is None:
        return None, problems
    if how is None:
        how, wrong = as_it_is(table, path, indicator)
        problems += wrong
    if how is None:
        return None, problems
    series, wrong = tidy(table, how, indicator, project, path)
    return series, [*problems, *wrong]


def _obstacles(
    reading: Reading,
    known: Iterable[Problem],
    incoming: RawSeries | None,
    present: RawSeries | None,
    request: Request,
) -> list[Problem]:
    """Return why the present file cannot be changed by the new one."""
    path = reading.data.get(request.indicator, "")
    if path.endswith(".xlsx"):
        hint = "Change the workbook itself, or save it as CSV under the same name and remove it."
        return [error(Place(path), "workbook", "the numbers stand in a workbook", hint)]
    if incoming is None or request.whole or not path:
        return []
    if present is None or any(p.stops and p.place.path == path for p in known):
        hint = "Mend it first (build.py check), or bring in all rows with --replace."
        return [error(Place(path), "broken-file", "the present file has errors itself", hint)]
    if any(row.n for row in present.observations) and not any(o.n for o in incoming.observations):
        hint = "Map the column that tells it: without it no small group would be hidden any more."
        message = "the present rows say how many people they are about, the new ones do not"
        return [error(incoming.place, "lost-n", message, hint)]
    return []


def _instead(reading: Reading, series: RawSeries, path: str) -> Reading:
    return replace(
        reading,
        series={**reading.series, series.indicator: series},
        problems=tuple(p for p in reading.problems if p.place.path != path),
    )


def _hidden(merged: RawSeries, series: Series | None) -> frozenset[RowKey]:
    """Return the rows whose number readers do not see as it is."""
    seen = rows_of(series)
    return frozenset(
        key
        for key, entry in rows_of(merged).items()
        if key not in seen or (seen[key].value, seen[key].n) != (entry.value, entry.n)
    )


def _write(
    file: Path,
    present: RawSeries | None,
    merged: RawSeries,
    changed: tuple[Change, ...],
    indicator: IndicatorRecord,
) -> None:
    before = file.read_bytes() if file.is_file() else b""
    content = amended(before, present, changed, indicator.dimensions)
    text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    again, _ = read_series(indicator.id, f"data/{file.name}", text)
    if again is None or rows_of(again) != rows_of(merged):
        raise AssertionError(f"{file.name} would not say what was shown")
    replace_file(file, content)
