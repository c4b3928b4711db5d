"""Somebody else's table to rows of ours, by a mapping; what it does not cover is named."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from planpress.model.importing import ImportRecord, Wide
from planpress.model.indicator import IndicatorRecord
from planpress.model.nearest import did_you_mean
from planpress.model.period import Period
from planpress.model.place import Place
from planpress.model.problem import Problem, error, notice
from planpress.model.project import Project
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.series import Codes
from planpress.read.mapped_cells import Cells, Told
from planpress.read.repeats import Fault, told
from planpress.read.table import INVISIBLE, Table, column_name


def tidy(
    table: Table,
    how: ImportRecord,
    indicator: IndicatorRecord,
    project: Project,
    path: str,
) -> tuple[RawSeries | None, list[Problem]]:
    """Return the rows of a table that are about us, with their places in it; and every fault.

    `path` is how problems shall name the file. The series is None where anything is wrong: nothing
    is guessed.
    """
    missing = list(_missing(table, how, path))
    if missing:
        return None, missing
    work = _Tidying(table, how, Cells(how, indicator, project, table.sheet), path)
    observations = tuple(work.observations())
    faults = map(_in_cell, work.faults) if table.sheet else work.faults
    problems = [*told(path, faults), *work.kept_nothing(), *work.notices()]
    if any(p.stops for p in problems):
        return None, problems
    dimensions = {n for n in how.columns if n in indicator.dimensions}
    if how.wide and how.wide.dimension != "period":
        dimensions.add(how.wide.dimension)
    series = RawSeries(
        indicator=indicator.id,
        dimensions=tuple(sorted(dimensions)),
        observations=observations,
        place=Place(path, table.header_line),
    )
    return series, problems


def _named(how: ImportRecord) -> Iterator[tuple[str, Place]]:
    """Yield every column of the file that the mapping names, and where it does."""
    at = how.source.at
    for name, origins in how.columns.items():
        if origins.column is not None:
            yield origins.column, at("columns", name, "column")
    for name in how.keep:
        yield name, at("keep", name)
    for key, columns in (("columns", how.wide.columns), ("n", how.wide.n)) if how.wide else ():
        for name in columns:
            yield name, at("wide", key, name)


def _missing(table: Table, how: ImportRecord, path: str) -> Iterator[Problem]:
    for name, place in _named(how):
        if name not in table.header:
            near = did_you_mean(name, [n for n in table.header if n])
            message = f"{path} has no column “{name}” on line {table.header_line}"
            hint = f"{near} Look at “header” too: the line that names the columns."
            yield error(place, "missing-column", message, hint)
        elif table.header.count(name) > 1:
            message = f"{path} has two columns “{name}”"
            hint = "Give one of them another name in the file."
            yield error(place, "repeated-column", message, hint)


def _in_cell(fault: Fault) -> Fault:
    """Name a cell of a workbook as Excel does."""
    if not fault.column:
        return fault
    cell = f"{column_name(fault.column)}{fault.line}"
    return fault._replace(message=f"{fault.message} (cell {cell})")


@dataclass
class _Tidying:
    """One pass over a table."""

    table: Table
    how: ImportRecord
    cells: Cells
    path: str
    faults: list[Fault] = field(default_factory=list)
    seen: dict[tuple[Period, Codes], int] = field(default_factory=dict)

    def observations(self) -> Iterator[RawObservation]:
        """Yield the rows that are about us and have no fault."""
        for at in self.ours():
            shared = {name: self.told(name, at) for name in self.how.columns}
            if any(self.cells.left_out(name, cell.text) for name, cell in shared.items()):
                continue
            for own in self._wide(self.how.wide, at) if self.how.wide else ({},):
                row = self._observation(self.table.lines[at], {**shared, **own})
                if row is not None:
                    yield row

    def ours(self) -> list[int]:
        """Return which rows of the table are about us."""
        kept = list(range(len(self.table.lines)))
        for name, allowed in self.how.keep.items():
            column = self._column(name)
            kept = [at for at in kept if column[at].strip(INVISIBLE) in allowed]
        return kept

    def _column(self, name: str) -> Sequence[str]:
        return self.table.columns[self.table.header.index(name)]

    def told(self, name: str, at: int) -> Told:
        """Return the cell that a column of ours comes from."""
        origins = self.how.columns[name]
        if origins.column is None:
            return Told(self.cells.constant(name), 0, "")
        return self._cell(origins.column, at)

    def _cell(self, column: str, at: int) -> Told:
        position = self.table.header.index(column)
        return Told(self.table.columns[position][at].strip(INVISIBLE), position + 1, column)

    def _wide(self, wide: Wide, at: int) -> Iterator[Mapping[str, Told]]:
        counts = {code: column for column, code in wide.n.items()}
        for column, code in wide.columns.items():
            value = self._cell(column, at)
            if value.text in wide.leave_out:
                continue
            own = {wide.dimension: Told(code, 0, column, declared=True), "value": value}
            if code in counts:
                own["n"] = self._cell(counts[code], at)
            yield own

    def _observation(self, line: int, row: Mapping[str, Told]) -> RawObservation | None:
        before = len(self.faults)
        read = self.cells.read(line, row, self.faults)
        if read is None or len(self.faults) > before:
            return None
        key = (read.period, read.codes)
        if key in self.seen:
            message = f"the same period and people as on line {self.seen[key]}"
            hint = "Keep one of the two, or tell the rows apart in the mapping (“keep”)."
            at = row["value"].column
            self.faults.append(Fault(line, at, "repeated-row", "", message, hint))
        self.seen.setdefault(key, line)
        return read._replace(path=self.path)

    def kept_nothing(self) -> Iterator[Problem]:
        """Say which rule of `keep` leaves no row, with the nearest that there are."""
        if self.ours() or not self.table.lines:
            return
        for name, allowed in self.how.keep.items():
            there = {text.strip() for text in self._column(name)}
            if not there & set(allowed):
                message = f"no row has “{', '.join(allowed)}” in the column “{name}”"
                hint = did_you_mean(allowed[0], sorted(there)[:40])
                yield error(self.how.source.at("keep", name), "no-rows", message, hint)
                return
        message = "no row fits all that “keep” asks for"
        hint = "Ask for less, or look at the file with these filters."
        yield error(self.how.source.at("keep"), "no-rows", message, hint)

    def notices(self) -> Iterator[Problem]:
        """Say which columns are not used and how many values were rounded."""
        used = {name for name, _ in _named(self.how)}
        unused = [name for name in self.table.header if name and name not in used]
        place = Place(self.path, self.table.header_line)
        if unused:
            message = f"not used: {', '.join(f'“{name}”' for name in unused)}"
            hint = "If one of them matters, name it in the mapping."
            yield notice(place, "unused-column", message, hint)
        shorter = self.cells.rounded
        if shorter:
            text, value = next(iter(shorter.items()))
            message = f"{len(shorter)} different values are rounded, such as “{text}” to {value}"
            hint = "Remove “round” from “numbers” to keep all decimals."
            yield notice(place, "rounded", message, hint)
