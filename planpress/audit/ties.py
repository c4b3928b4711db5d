"""Which published rows hang together: groups of a total, counts of a share, parts of a year."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planpress.audit.claim import Cell, Row
from planpress.model.indicator import IndicatorRecord, Kinship
from planpress.model.period import Period
from planpress.model.project import Project
from planpress.model.series import Codes
from planpress.model.sums import sums


class Tie(NamedTuple):
    """What a cell has in common with others.

    `as_its` is part where the cells add up to the total; numerator or denominator where the one
    cell counts the people whom the total's share finds, or whom it is about. Cells that are not
    `whole` are only known to be no more than the total.
    """

    total: Cell
    cells: tuple[Cell, ...]
    as_its: Kinship = Kinship.PART
    whole: bool = True

    @property
    def all(self) -> tuple[Cell, ...]:
        """The total and the cells."""
        return (self.total, *self.cells)


def ties(project: Project, rows: Mapping[Cell, Row]) -> Iterator[Tie]:
    """Yield all ties between the cells that have a number or are hidden."""
    split: dict[tuple[str, Period], dict[Codes, Row]] = defaultdict(dict)
    told: dict[tuple[str, Period], dict[Codes, None]] = defaultdict(dict)
    for cell, row in rows.items():
        split[cell.indicator, cell.period][cell.codes] = row
        if row.hidden or row.value is not None:
            told[cell.indicator, cell.period][cell.codes] = None
    for (indicator, period), those in split.items():
        known = told[indicator, period]
        for found in sums(project, those):
            parts = tuple(codes for codes in found.parts if codes in known)
            if found.total in known and parts:
                yield Tie(
                    Cell(indicator, period, found.total),
                    tuple(Cell(indicator, period, codes) for codes in parts),
                    whole=found.whole and len(parts) == len(found.parts),
                )
    for record in project.indicators.values():
        for related in record.related:
            yield from _related(project, record, related.indicator, related.as_its, told)


def _related(
    project: Project,
    record: IndicatorRecord,
    other: str,
    as_its: Kinship,
    told: Mapping[tuple[str, Period], Mapping[Codes, None]],
) -> Iterator[Tie]:
    """Yield what a measure tells about another one, row by row."""
    mine = {period: codes for (name, period), codes in told.items() if name == record.id}
    theirs = {period: codes for (name, period), codes in told.items() if name == other}
    if as_its is not Kinship.PART:
        for period, codes in ((p, codes) for p in mine if p in theirs for codes in mine[p]):
            if codes in theirs[period]:
                yield Tie(Cell(other, period, codes), (Cell(record.id, period, codes),), as_its)
        return
    starts = project.plan.school_year_starts
    for period, those in theirs.items():
        begin, end = period.begin(starts), period.end(starts)
        parts = sorted(
            (p for p in mine if begin <= p.begin(starts) and p.end(starts) <= end),
            key=lambda part: part.number,
        )
        days = sum((p.end(starts) - p.begin(starts)).days + 1 for p in parts)
        for codes in those:
            cells = tuple(Cell(record.id, p, codes) for p in parts if codes in mine[p])
            if cells:
                whole = len(cells) == len(parts) and days == (end - begin).days + 1
                yield Tie(Cell(other, period, codes), cells, whole=whole)
