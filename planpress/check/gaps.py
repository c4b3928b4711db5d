"""Rules that miss a period in the middle of a series."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from planpress.check.rows import doubt, known_series, people, some
from planpress.model.period import Form, Period
from planpress.model.problem import Problem, listed
from planpress.model.project import Project
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.reading import Reading

_PARTS = {Form.QUARTER: 4, Form.MONTH: 12}
_YEAR = range(330, 400)
"""So many days apart are counts that are taken once a year."""


def missing_periods(reading: Reading, project: Project) -> Iterator[Problem]:
    """No period is missing in the middle of a series.

    What is usual decides: results every second year miss nothing, and months or quarters that
    have a result in few years are not missed in the others. Days are looked at where they are a
    year apart. Groups miss nothing where everyone's row says that there is no value. A gap is told
    once for all groups that have it. It is a warning, since charts show it as a hole.
    """
    for _, series in known_series(reading, project):
        yield from listed(_missing(series))


def _missing(series: RawSeries) -> Iterator[Problem]:
    whole = {row.period for row in series.by_codes.get((), ()) if row.value is None}
    found: dict[tuple[Period, ...], list[tuple[RawObservation, RawObservation]]]
    found = defaultdict(list)
    for rows in series.by_codes.values():
        if len(rows) > 2 and rows[-1].period.number - rows[0].period.number >= len(rows):
            for before, after, missing in _gaps(rows):
                periods = tuple(Period(after.period.form, number) for number in missing)
                if not periods or not whole.issuperset(periods):
                    found[periods or (before.period, after.period)].append((before, after))
    for periods, gaps in found.items():
        before, after = min(gaps, key=lambda gap: (bool(gap[1].note), gap[1].line))
        whom = some((people(row.codes) for _, row in gaps), most=3)
        if before.period in periods:
            message = f"nothing for {whom} between {before.period} and {after.period}"
        else:
            message = f"no row of {some(map(str, periods))} for {whom}"
        hint = (
            "Add what is missing; where nothing was measured, write a row with the status "
            "not_administered."
        )
        yield doubt(after, "missing-period", message, hint)


def _gaps(
    rows: Sequence[RawObservation],
) -> Iterator[tuple[RawObservation, RawObservation, Sequence[int]]]:
    """Yield the rows before and after each gap, and what is missing unless that is some day."""
    form = rows[0].period.form
    if any(row.period.form is not form for row in rows):
        return
    steps = [after.period.number - before.period.number for before, after in pairwise(rows)]
    if form is Form.DAY:
        usual = sorted(steps)[(len(steps) - 1) // 2]
        if usual in _YEAR:
            for before, after in pairwise(rows):
                if 2 * (after.period.number - before.period.number) > 3 * usual:
                    yield before, after, ()
        return
    times = Counter(step for step in steps if step)
    usual = min(step for step in times if times[step] == max(times.values()))
    expected = _seasons(rows, _PARTS[form]) if form in _PARTS else None
    for before, after in pairwise(rows):
        first, last = before.period.number, after.period.number
        if expected is not None:
            between = range(first + 1, last)
            missing = [number for number in between if number % _PARTS[form] in expected]
        else:
            missing = list(range(first + usual, last, usual)) if last - first >= 2 * usual else []
        if missing:
            yield before, after, missing


def _seasons(rows: Sequence[RawObservation], parts: int) -> frozenset[int]:
    """Return the quarters or months of a year that have a result more often than not."""
    numbers = {row.period.number for row in rows}
    first, last = rows[0].period.number, rows[-1].period.number
    return frozenset(
        season
        for season in range(parts)
        if 2 * sum(number % parts == season for number in numbers)
        > len(range(first + (season - first) % parts, last + 1, parts))
    )
