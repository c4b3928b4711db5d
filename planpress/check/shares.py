"""Rules about shares in percent that look as if they were something else."""

from collections.abc import Iterator

from planpress.check.exact import whole
from planpress.check.rows import doubt, known_series, of_people, some
from planpress.model.decimals import places
from planpress.model.indicator import IndicatorRecord, Unit
from planpress.model.problem import Problem, notice
from planpress.model.project import Project
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.reading import Reading

_NAMED = 5
"""So many lines are named; the others are counted."""
_LEAST = 10
"""A share of one period that is at most 1 stands out where the next one is so large."""


def impossible_shares(reading: Reading, project: Project) -> Iterator[Problem]:
    """A share is some whole number of the n people, with the decimals as written.

    Rounding half up, half to even and cutting off are all allowed. One warning for a file: where n
    is not what the shares are taken of, as in weighted surveys, all rows would be doubted. If the
    measure says so in `accuracy`, and most of its shares do not fit, it is a notice.
    """
    for indicator, series in known_series(reading, project):
        if indicator.unit is Unit.PERCENT and not _fractions(indicator, series):
            yield from _impossible(indicator, series)


def _impossible(indicator: IndicatorRecord, series: RawSeries) -> Iterator[Problem]:
    values = {
        key: (whole(value, places(value.number)), 100 * 10 ** places(value.number))
        for key, value in series.values.items()
        if value.exact and 0 <= value.number <= 100
    }
    counts = {key: int(n.number) for key, n in series.counts.items() if n.exact}
    asked, found = 0, []
    for row in series.observations:
        share, n = values.get(id(row.value)), counts.get(id(row.n))
        if share is None or n is None:
            continue
        number, hundred = share
        if n >= hundred:  # people are so many that every share is some of them
            continue
        asked += 1
        fewest = -((1 - 2 * number) * n // (2 * hundred))
        if 2 * hundred * fewest >= (2 * number + 2) * n:
            found.append(row)
    weighted = bool(indicator.accuracy) and 2 * len(found) > asked
    for noted in (False, True):
        rows = [row for row in found if bool(row.note) is noted]
        if rows:
            yield _misfit(rows, weighted=weighted)


def _misfit(rows: list[RawObservation], *, weighted: bool) -> Problem:
    row = rows[0]
    message = f"{row.value}{of_people(row.codes)} is not a share of {row.n} people: {_near(row)}"
    if len(rows) > 1:
        lines = [f"line {other.line}" for other in rows[1 : _NAMED + 1]]
        others = len(rows) - 1
        more = f"; {others:,} more rows do not fit their n" if others > 1 else "; another does not"
        message += f"{more} ({some(lines, _NAMED)}{' and others' * (others > _NAMED)})"
    hint = "Mend the value or n; n is the number of people of whom this is the share."
    if weighted:
        hint = "Nothing is to be done if “accuracy” of the measure says why."
        return notice(row.place, "share-of-n", message, hint)
    return doubt(row, "share-of-n", message, hint)


def _near(row: RawObservation) -> str:
    """Return the two shares that so many people can make around a value."""
    if not (row.value and row.n and row.n.number):
        return "there is nobody"
    n, value = int(row.n.number), row.value
    below = min(int(value.number * n / 100), n - 1)
    decimals = places(value.number) + 1
    shares = (
        f"{people} of them are {100 * people / n:.{decimals}f}" for people in (below, below + 1)
    )
    return ", ".join(shares)


def fractions(reading: Reading, project: Project) -> Iterator[Problem]:
    """Shares are written in percent, 84.6, and not as fractions, 0.846.

    Excel stores percent cells so. Where the baseline or the target is itself at most 1 the measure
    is about very small shares, and nothing is doubted.
    """
    for indicator, series in known_series(reading, project):
        if indicator.unit is not Unit.PERCENT:
            continue
        rows = _fractions(indicator, series)
        if rows:
            row = rows[0]
            every = len(rows) == sum(other.value is not None for other in series.observations)
            whose = "the file" if every else str(row.period)
            message = f"all values of {whose} lie between 0 and 1, such as {row.value}"
            percent = (row.value.number * 100).normalize() if row.value else 0
            hint = f"Write them in percent: {percent:f} and not {row.value}."
            yield doubt(row, "fraction", message, hint)


def _fractions(indicator: IndicatorRecord, series: RawSeries) -> list[RawObservation]:
    """Return the rows that look like fractions: all, or those of the newest period."""
    goals = [point.value for point in (indicator.baseline, indicator.target) if point]
    if any(goal is not None and goal <= 1 for goal in goals):
        return []
    values = series.values
    small = {key for key, value in values.items() if 0 <= value.number <= 1}
    if all(values[key].number in (0, 1) for key in small):
        return []
    valued = [row for row in series.observations if row.value is not None]
    if len(small) == len(values):
        return valued
    periods = sorted({row.period for row in valued}, key=lambda period: period.number)[-2:]
    now = [row for row in valued if row.period == periods[-1]]
    if len(periods) < 2 or not all(id(row.value) in small for row in now):
        return []
    before = {row.codes: row.value for row in valued if row.period == periods[0]}
    pairs = [(before[row.codes], row.value) for row in now if row.codes in before]
    large = all(then and then.number >= _LEAST for then, _ in pairs)
    whole_ones = all(row.value and row.value.number in (0, 1) for row in now)
    return now if pairs and large and not whole_ones else []
