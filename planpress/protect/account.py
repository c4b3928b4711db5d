"""The rows of one indicator as counts: for each period who is known to be how many."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from planpress.model.indicator import Unit
from planpress.model.period import Period
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.series import Codes, Status
from planpress.model.value import Value
from planpress.protect.edges import Edge, allowed, edge, fraction, nearest
from planpress.protect.ledger import ABSENT, BOUND, HIDDEN, PLENTY, SHOWN, UNKNOWN
from planpress.protect.primary import Rule, fewest


@dataclass(slots=True)
class Table:
    """The cells of one period, in the order of the codes; see `ledger.Ledger`."""

    kind: list[int]
    y: list[int]
    z: list[int]
    n: list[int]
    span: dict[int, tuple[int, int]] = field(default_factory=dict)
    bounds: dict[int, Value] = field(default_factory=dict)
    """What is published of a cell that may only be shown as a bound."""

    @property
    def quiet(self) -> bool:
        """Whether everything in it is shown."""
        return HIDDEN not in self.kind and BOUND not in self.kind


@dataclass(slots=True)
class Account:
    """An indicator's rows and tables. `people` is how many each of `codes` is about, ever."""

    unit: Unit
    codes: tuple[Codes, ...]
    rows: tuple[tuple[RawObservation, ...], ...]
    tables: dict[Period, Table]
    people: list[int]


Meaning = Callable[[RawObservation], "Told | None"]
"""Tells what a row says; None where it has no number to hide."""


def account(raw: RawSeries, unit: Unit, meaning: Meaning) -> Account:
    """Count the people of each row, and mark what is hidden for its own sake or only a bound."""
    by_codes = raw.by_codes
    codes = tuple(sorted(by_codes))
    found = Account(unit, codes, tuple(by_codes[one] for one in codes), {}, [0] * len(codes))
    tables: dict[int, Table] = {}
    for cell, rows in enumerate(found.rows):
        people = 0
        for row in rows:
            told = meaning(row)
            if told is None:
                continue
            at = id(row[0])
            if at not in tables:
                table = found.tables.get(row.period) or _table(len(codes), two=unit is Unit.PERCENT)
                tables[at] = found.tables[row.period] = table
            table = tables[at]
            kind, table.y[cell], table.z[cell], table.n[cell], many, narrowed = told
            # repeated rows are an error elsewhere, but never a leak
            table.kind[cell] = HIDDEN if table.kind[cell] == HIDDEN else kind
            people += many
            if narrowed is not None:
                table.span[cell] = (narrowed.fewest, narrowed.most)
                table.bounds[cell] = narrowed.value
        found.people[cell] = people
    for table in found.tables.values():
        _open(table)
    return found


class Told(NamedTuple):
    """What a row says: see `Table`. `people` is their number where it is known."""

    kind: int
    y: int
    z: int
    n: int
    people: int
    narrowed: Edge | None = None


class _Number(NamedTuple):
    """What a number in a file says, worked out once for all rows that hold it."""

    fewest: int
    """The smallest whole number that it allows, cut off; PLENTY if there is no number."""
    whole: int
    """The whole number, or UNKNOWN if it is a bound."""
    number: int
    scale: int
    exact: bool


NOTHING = _Number(PLENTY, PLENTY, 0, 1, exact=False)


def meanings(unit: Unit, rule: Rule) -> Meaning:
    """Return a reader of the rows of all files with a unit.

    It remembers equal rows by the identity of their cells, which files share.
    """
    known: dict[tuple[int, int, Status], Told | None] = {}
    numbers: dict[int, _Number] = {id(None): NOTHING}

    def read(value: Value | None) -> _Number:
        found = numbers.get(id(value))
        if found is None and value is not None:
            whole = int(value.number // 1) if value.exact else UNKNOWN
            least = int(fewest(value) // 1)
            found = _Number(least, whole, *fraction(value.number), value.exact)
            numbers[id(value)] = found
        return found or NOTHING

    def meaning(row: RawObservation) -> Told | None:
        _, value, n, status, _, _, _, _ = row
        key = (id(value), id(n), status)
        try:
            return known[key]
        except KeyError:
            told = None if _silent(row) else _told(row, read(value), read(n), unit, rule)
            known[key] = told
            return told

    return meaning


def _silent(row: RawObservation) -> bool:
    """Tell whether a row has no number to hide."""
    empty = row.value is None and row.status is not Status.SUPPRESSED
    return empty or row.status is Status.NOT_ADMINISTERED


def _told(row: RawObservation, told: _Number, size: _Number, unit: Unit, rule: Rule) -> Told:
    """Return what a row says: its value is `told`, its n is `size`."""
    about = told if row.n is None and unit.of_people else size
    hidden = row.status is Status.SUPPRESSED or about.fewest < rule.minimum
    n = UNKNOWN if about is NOTHING and hidden else about.whole
    people = about.whole if 0 < about.whole < PLENTY else 0
    kind = HIDDEN if hidden else SHOWN
    if unit is Unit.PERCENT:
        y, z, narrowed = _share(row.value, told, size.whole, rule.interval, hidden=hidden)
        if narrowed is not None:
            wide = narrowed.most - narrowed.fewest >= rule.interval
            kind = BOUND if wide and size.whole >= 2 * rule.interval else HIDDEN
        return Told(kind, y, z, n, people, narrowed if kind == BOUND else None)
    y = n if not unit.adds_up else UNKNOWN if told is NOTHING else told.whole
    return Told(kind, y, y, n, people)


def _share(
    value: Value | None, told: _Number, n: int, interval: int, *, hidden: bool
) -> tuple[int, int, Edge | None]:
    """Count the people with and without; find out whether only a bound may be shown."""
    if value is None or not 0 <= n < PLENTY:
        unknown = UNKNOWN if hidden else PLENTY
        return unknown, unknown, None
    if hidden and not told.exact:
        return UNKNOWN, UNKNOWN, None
    if told.exact:
        y = min(max(nearest(told.number, told.scale, n), 0), n)
        slack = n // (200 * told.scale) + 1
        if hidden or (y - slack > interval and n - y - slack > interval):
            return y, n - y, None
    else:
        y = allowed(value, n)[0]
    narrowed = edge(value, n, interval)
    if narrowed is not None:
        y = min(max(y, narrowed.fewest), narrowed.most)
    return y, n - y, narrowed


def _open(table: Table) -> None:
    """Where no count of a table is known, those of hidden rows are anybody's guess."""
    for counts in (table.y, table.z):
        if not any(0 <= one < PLENTY for one in counts):
            counts[:] = [PLENTY] * len(counts)


def _table(size: int, *, two: bool) -> Table:
    y = [UNKNOWN] * size
    return Table([ABSENT] * size, y, [UNKNOWN] * size if two else y, [UNKNOWN] * size)
