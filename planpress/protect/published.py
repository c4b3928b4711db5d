"""Raw rows to what may be published of them, for indicators that hang together."""

from collections.abc import Iterator, Mapping

from planpress.model.indicator import Unit
from planpress.model.project import Project
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.series import Observation, Series, Status
from planpress.protect.account import Account, account, meanings
from planpress.protect.book import Book
from planpress.protect.cover import cover
from planpress.protect.ledger import HIDDEN, SHOWN
from planpress.protect.primary import Rule, too_few
from planpress.protect.twins import agree


def published(raw: Mapping[str, RawSeries], project: Project) -> dict[str, Series]:
    """Return the rows of some indicators that may be published; see `protect`."""
    rule = Rule.of(project.plan.privacy)
    units = {name: _unit(project, name) for name in raw}
    meaning = {unit: meanings(unit, rule) for unit in set(units.values())}
    accounts = {
        name: account(series, units[name], meaning[units[name]]) for name, series in raw.items()
    }
    book = Book(project, accounts, rule)
    agree(accounts, project)
    names = set(accounts)
    while names:
        for page in book.pages(names):
            cover(page.ledger, rule)
            page.close(accounts)
        names = agree(accounts, project)
    return {
        name: Series(
            indicator=series.indicator,
            dimensions=series.dimensions,
            observations=tuple(_published(accounts[name], rule.minimum)),
        )
        for name, series in raw.items()
    }


def _unit(project: Project, name: str) -> Unit:
    record = project.indicators.get(name)
    return record.unit if record else Unit.PERCENT


def _published(one: Account, minimum: int) -> Iterator[Observation]:
    """Yield what may be shown of each row, by codes and then period.

    A hidden row keeps its period and codes and nothing else. A row that has no value to hide
    keeps its status and loses only a number of people that is too small.
    """
    kinds: dict[int, list[int]] = {}
    silent, suppressed = Status.NOT_ADMINISTERED, Status.SUPPRESSED
    for cell, rows in enumerate(one.rows):
        for row in rows:
            # a star to unpack the last two costs more than all else here
            period, value, n, status, codes, note, _, _ = row
            at = id(period)
            if at not in kinds:
                table = one.tables.get(period)
                kinds[at] = table.kind if table else []
            if status is silent or value is None:
                yield _empty(row, minimum)
            elif (kind := kinds[at][cell]) == SHOWN:
                yield Observation(period, value, n, status, codes, note)
            elif kind == HIDDEN:
                yield Observation(period, None, None, suppressed, codes)
            else:
                shown = one.tables[period].bounds[cell]
                yield Observation(period, shown, n, status, codes, note)


def _empty(row: RawObservation, minimum: int) -> Observation:
    """Return a row without a number: hidden by its file, or nothing was measured."""
    if row.status is Status.SUPPRESSED:
        return Observation(period=row.period, status=Status.SUPPRESSED, codes=row.codes)
    few = too_few(row.n, minimum)
    return Observation(
        period=row.period,
        n=None if few else row.n,
        status=row.status,
        codes=row.codes,
        note=row.note,
    )
