"""Rules that compare a total with the groups that make it up."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from planpress.check.exact import counts_of, scale_of
from planpress.check.ledger import (
    Contradiction,
    Entry,
    contradiction,
    entries,
    ledger_of,
    limits_of,
)
from planpress.check.rows import doubt, known_series, of_people, people, some
from planpress.model.indicator import IndicatorRecord, Unit
from planpress.model.problem import Problem, listed
from planpress.model.project import Project
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.reading import Reading
from planpress.model.series import Codes
from planpress.model.sums import sums

Rows = Mapping[Codes, RawObservation]

_SOURCE = "Compare the rows with their source."
_DECLARED = f"{_SOURCE} content/dimensions.md says that they make up this total."


def groups_and_totals(reading: Reading, project: Project) -> Iterator[Problem]:
    """Groups that make up a total add up to it.

    Their people do, their values where the unit counts something, and their shares weighted by
    their people, all within what rounding can hide; where nobody knows how many people there are,
    a total lies between the lowest and the highest of its groups. What is hidden or a bound may be
    anything that it allows. These are warnings: sources count people of unknown group in different
    ways, but most are a wrong row.
    """
    entries_of = _remembering(project)
    for indicator, series in known_series(reading, project):
        if any(series.by_codes):
            yield from listed(_problems(indicator, series, entries_of))


def _remembering(project: Project) -> Callable[[Rows], tuple[Entry, ...]]:
    """Return what finds the sums of a period; periods of the same rows share them."""
    last: list[tuple[list[Codes], tuple[Entry, ...]]] = []

    def entries_of(rows: Rows) -> tuple[Entry, ...]:
        codes = list(rows)
        if not last or last[0][0] != codes:
            last[:] = [(codes, entries(sums(project, rows.keys()), codes))]
        return last[0][1]

    return entries_of


def _problems(
    indicator: IndicatorRecord,
    series: RawSeries,
    entries_of: Callable[[Rows], tuple[Entry, ...]],
) -> Iterator[Problem]:
    unit, counts = indicator.unit, counts_of(series)
    scale = scale_of(series, counted=unit.adds_up)
    limits, full = limits_of(unit, scale), 100 * scale.one if unit is Unit.PERCENT else None
    for rows in series.by_period.values():
        found = entries_of(rows)
        if not found:
            continue
        ledger = ledger_of(list(rows.values()), limits, counts, full)
        for entry in found:
            wrong = contradiction(ledger, entry, unit)
            if wrong:
                total = rows[entry.sum.total]
                parts = [rows[codes] for codes in entry.sum.parts]
                known = entry.sum.whole and all(row.value and row.n for row in parts)
                yield _doubted(wrong, total, parts, counted=unit.adds_up, known=known)


def _doubted(
    wrong: Contradiction,
    total: RawObservation,
    parts: Sequence[RawObservation],
    *,
    counted: bool,
    known: bool,
) -> Problem:
    """Return the doubt about a total.

    `counted` says that values are counts and not shares, `known` that all parts are known.
    """
    named = some(f"{_own(row, parts)} (line {row.line})" for row in parts)
    whom, when = people(total.codes), total.period
    match wrong:
        case Contradiction.MORE_PEOPLE | Contradiction.FEWER_PEOPLE:
            than = "more than" if wrong is Contradiction.MORE_PEOPLE else "fewer than"
            together = sum(row.n.number for row in parts if row.n)
            message = f"{when}: n of {named} is {together} together, {than} {total.n} of {whom}"
            return doubt(total, "groups-n", message, _DECLARED)
        case Contradiction.RANGE:
            written = sorted(row.value.number for row in parts if row.value)
            message = (
                f"{when}: {total.value}{of_people(total.codes)} does not lie between the lowest "
                f"and the highest of {named}: {written[0]:f} and {written[-1]:f}"
            )
            return doubt(total, "groups-range", message, _DECLARED)
    if counted:
        together = sum(row.value.number for row in parts if row.value)
        message = f"{when}: {named} add up to {together:f}, but {whom} to {total.value}"
    else:
        mean = f"{_weighted(parts):.2f}"
        message = f"{when}: {named} have {mean} together (weighted by n), but {whom} {total.value}"
    if not known and not counted:
        message += ", which cannot be, whatever is not known"
    return doubt(total, "groups-total", message, _DECLARED)


def _weighted(parts: Sequence[RawObservation]) -> Decimal:
    pairs = [(row.value.number, row.n.number) for row in parts if row.value and row.n]
    n = sum(count for _, count in pairs)
    return sum(share * count for share, count in pairs) / n if n else Decimal(0)


def _own(row: RawObservation, parts: Sequence[RawObservation]) -> str:
    """Return the codes of a part that the other parts do not have."""
    shared = set(parts[0].codes).intersection(*(part.codes for part in parts[1:]))
    own = tuple(pair for pair in row.codes if pair not in shared)
    return people(own if len(parts) > 1 else row.codes)
