"""Rules that doubt numbers which look as if they were copied."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from planpress.check.rows import doubt, known_series
from planpress.model.indicator import Unit
from planpress.model.period import Period
from planpress.model.problem import Problem, listed
from planpress.model.project import Project
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.reading import Reading
from planpress.model.series import Codes

ROWS = 3
"""So many rows that repeat those of the period before are no chance any more."""
GROUPS = 4
"""So many groups with the same share are no chance any more."""

Rows = Mapping[Codes, RawObservation]


def copied_periods(reading: Reading, project: Project) -> Iterator[Problem]:
    """A period does not repeat all values of the period before.

    At least three values, of which not all are the same: a level that is held at 100 is no copy.
    """
    for _, series in known_series(reading, project):
        periods = sorted(series.by_period, key=lambda period: (period.form, period.number))
        yield from listed(
            problem
            for before, now in pairwise(periods)
            for problem in _copied(series.by_period[before], series.by_period[now])
        )


def _copied(before: Rows, now: Rows) -> Iterator[Problem]:
    if len(before) != len(now) or len(now) < ROWS:
        return
    for codes, row in now.items():
        other = before.get(codes)
        if other is None or other.value != row.value or other.n != row.n:
            return
    valued = [row for row in now.values() if row.value]
    if len(valued) < ROWS or len({row.value for row in valued}) < 2:
        return
    row = valued[0]
    then = before[row.codes]
    message = f"all {len(now)} rows of {row.period} repeat those of {then.period}"
    hint = f"Compare them with the source; those of {then.period} begin on line {then.line}."
    yield doubt(row, "copied-period", message, hint)


def copied_groups(reading: Reading, project: Project) -> Iterator[Problem]:
    """The groups of a period do not all have the same share.

    At least four exact shares of one dimension; all 0 or all 100 can well be.
    """
    for indicator, series in known_series(reading, project):
        if indicator.unit is Unit.PERCENT:
            yield from listed(_same(series))


def _same(series: RawSeries) -> Iterator[Problem]:
    found: dict[tuple[Period, str], list[RawObservation]] = defaultdict(list)
    for codes, rows in series.by_codes.items():
        if len(codes) == 1:
            for row in rows:
                if row.value is not None:
                    found[row.period, codes[0][0]].append(row)
    for (period, dimension), group in found.items():
        first = group[0].value
        if len(group) < GROUPS or first is None or not first.exact or first.number in (0, 100):
            continue
        if all(row.value == first for row in group):
            row = min(group, key=lambda row: row.line)
            message = f"all {len(group)} values of {period} by {dimension} are {first}"
            yield doubt(row, "copied-groups", message, "Compare them with their source.")
