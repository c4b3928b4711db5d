"""Rules that doubt a number because it is far from the ones before it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from planpress.check.exact import Range, Scale, counts_of, scale_of
from planpress.check.rows import doubt, known_series, of_people
from planpress.model.indicator import IndicatorRecord, Unit
from planpress.model.interval import Term, by_chance, wilson
from planpress.model.problem import Problem, listed
from planpress.model.project import Project
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.reading import Reading
from planpress.model.series import Status

EARLIER = 4
"""So many earlier changes must be known before a new one can be called large."""
TIMES = 2
"""A change of everyone's result is doubted from so many times the largest earlier one on."""
TIMES_OF_GROUPS = 3
"""A group's, since many groups are compared and some change by far through chance alone."""
TENFOLD = 10
SMALL = 30
"""The number of people in smaller groups goes up and down by itself."""

_POISSON = 3
"""A change of a count of people whose square is less than so many times the people in both
periods may be chance: 1.645 squared, rounded up (two Poisson counts)."""


def jumps(reading: Reading, project: Project) -> Iterator[Problem]:
    """The newest result is no jump larger than the series has ever had.

    Only the newest period is doubted: it is what a refresh brings. The change must be more than
    twice every earlier one over as long a time (of a group, three times), with all that rounding
    can hide, and more than chance where the number of people is known. Changes across a break are
    no changes. These are warnings: most are a slip of the keyboard or a wrong column.
    """
    for indicator, series in known_series(reading, project):
        yield from listed(_jumps(indicator, series))


def _jumps(indicator: IndicatorRecord, series: RawSeries) -> Iterator[Problem]:
    newest = max((period.number for period in series.by_period), default=0)
    scale = scale_of(series, counted=indicator.unit.adds_up)
    for codes, rows in series.by_codes.items():
        if len(rows) < EARLIER + 2 or rows[-1].period.number != newest:
            continue
        largest = _exceeded(indicator, rows, scale)
        if largest is None or _chance(indicator, rows[-1], rows[-2]):
            continue
        row, before = rows[-1], rows[-2]
        message = (
            f"{row.value}{of_people(codes)} comes after {before.value} in {before.period}; "
            f"until then it never changed by more than {_said(largest, scale)}"
        )
        hint = "Compare the number with its source."
        yield doubt(row, "jump", message, hint)


def _exceeded(
    indicator: IndicatorRecord, rows: Sequence[RawObservation], scale: Scale
) -> int | None:
    """Return the largest earlier change, twice as large in the scale, if the newest exceeds it."""
    last, before = rows[-1], rows[-2]
    times = TIMES_OF_GROUPS if last.codes else TIMES
    now = _change(indicator, before, last, scale)
    if now is None or now.low <= 0:
        return None
    step = last.period.number - before.period.number
    known = largest = 0
    for at in range(len(rows) - 2, 0, -1):
        took = rows[at].period.number - rows[at - 1].period.number
        if abs(took - step) * 20 > step:
            continue
        change = _change(indicator, rows[at - 1], rows[at], scale)
        if change is None:
            continue
        if now.low <= times * change.high:
            return None
        known += 1
        largest = max(largest, change.low + change.high)
    return largest if known >= EARLIER else None


def _change(
    indicator: IndicatorRecord, before: RawObservation, row: RawObservation, scale: Scale
) -> Range | None:
    """Return how large a change can have been before rounding; None where there is none."""
    if not (before.value and row.value and before.value.exact and row.value.exact):
        return None
    if Status.NOT_COMPARABLE in (before.status, row.status):
        return None
    if indicator.breaks and indicator.broken_between(before.period, row.period):
        return None
    one, other = scale.ranges[id(before.value)], scale.ranges[id(row.value)]
    middle = abs((other.low + other.high) - (one.low + one.high)) // 2
    slack = ((other.high - other.low) + (one.high - one.low)) // 2
    return Range(middle - slack, middle + slack)


def _chance(indicator: IndicatorRecord, row: RawObservation, before: RawObservation) -> bool:
    """Tell whether the change may be nothing but chance, as far as numbers of people are known."""
    shares = [(one.value.number, one.n) for one in (row, before) if one.value]
    if indicator.unit.of_people:
        (now, _), (then, _) = shares
        return (now - then) ** 2 <= _POISSON * (abs(now) + abs(then))
    if indicator.unit is not Unit.PERCENT or not all(0 <= share <= 100 for share, _ in shares):
        return False
    terms = [
        Term(Decimal(times), share, wilson(share, n.number))
        for times, (share, n) in zip((1, -1), shares, strict=True)
        if n and n.exact and n.number
    ]
    return len(terms) == len(shares) and by_chance(terms)


def _said(twice: int, scale: Scale) -> str:
    return f"{(Decimal(twice) / (2 * scale.one)).normalize():f}"


def changed_counts(reading: Reading, project: Project) -> Iterator[Problem]:
    """How many people a result is about does not change tenfold from one period to the next.

    A wrong column or a lost digit does that. A count that comes back is doubted once.
    """
    for indicator, series in known_series(reading, project):
        yield from listed(_changed_counts(indicator, series))


def _changed_counts(indicator: IndicatorRecord, series: RawSeries) -> Iterator[Problem]:
    ranges = counts_of(series)
    exact = {key: n.low for key, n in ranges.items() if n.low == n.high and n.low}
    if not exact or max(exact.values()) < max(TENFOLD * min(exact.values()), SMALL):
        return
    for codes, rows in series.by_codes.items():
        counts = [exact[id(row.n)] for row in rows if id(row.n) in exact]
        if not counts or max(counts) < max(TENFOLD * min(counts), SMALL):
            continue
        known = [row for row in rows if id(row.n) in exact]
        doubted = False
        for at, (before, row) in enumerate(pairwise(known), start=1):
            back = doubted and not _tenfold(counts[at - 2], counts[at])
            broken = indicator.broken_between(before.period, row.period)
            doubted = not back and not broken and _tenfold(counts[at - 1], counts[at])
            if doubted:
                message = (
                    f"n{of_people(codes)} is {row.n}; in {before.period} it was {before.n} "
                    f"(line {before.line})"
                )
                yield doubt(row, "n-changed", message, "Compare n with its source.")


def _tenfold(one: int, other: int) -> bool:
    return max(one, other) >= max(TENFOLD * min(one, other), SMALL)
