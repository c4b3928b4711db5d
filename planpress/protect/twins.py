"""Measures that tell the same people in two ways: what one hides, the other must not tell."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from planpress.model.indicator import Kinship, Unit
from planpress.model.project import Project
from planpress.model.value import Bound, Value
from planpress.protect.account import Account, Table
from planpress.protect.ledger import ABSENT, BOUND, HIDDEN, SHOWN


def agree(accounts: Mapping[str, Account], project: Project) -> set[str]:
    """Hide a cell of a share and of its count in both where one hides it; return what changed.

    Where only a bound on the share may be shown, only the same bound on the count is.
    """
    changed: set[str] = set()
    while more := {name for pair in _twins(accounts, project) for name in _agreed(accounts, *pair)}:
        changed |= more
    return changed


def _twins(accounts: Mapping[str, Account], project: Project) -> Iterator[tuple[str, str, Kinship]]:
    for name in accounts:
        record = project.indicators.get(name)
        for relative in record.related if record else ():
            other = relative.indicator
            if relative.as_its is not Kinship.PART and other in accounts and other != name:
                yield name, other, relative.as_its


def _agreed(
    accounts: Mapping[str, Account], count: str, share: str, kinship: Kinship
) -> Iterator[str]:
    counted, shared = accounts[count], accounts[share]
    number = {codes: cell for cell, codes in enumerate(shared.codes)}
    both = [(cell, number[codes]) for cell, codes in enumerate(counted.codes) if codes in number]
    bounded = kinship is Kinship.NUMERATOR and counted.unit is not Unit.PERCENT
    for period, table in counted.tables.items():
        other = shared.tables.get(period)
        if other is None:
            continue
        for one, two in both:
            kinds = table.kind[one], other.kind[two]
            if ABSENT in kinds or kinds[0] == kinds[1]:
                continue
            if kinds[0] == HIDDEN:
                other.kind[two] = HIDDEN
                yield share
            elif kinds[1] == HIDDEN:
                table.kind[one] = HIDDEN
                yield count
            elif bounded and kinds == (SHOWN, BOUND):
                _bound(table, one, *other.span[two])
                yield count


def _bound(table: Table, cell: int, least: int, most: int) -> None:
    low = least == 0
    table.kind[cell] = BOUND
    table.span[cell] = (least, most)
    table.y[cell] = min(max(table.y[cell], least), most)
    table.bounds[cell] = Value(
        Decimal(most if low else least), Bound.AT_MOST if low else Bound.AT_LEAST
    )
