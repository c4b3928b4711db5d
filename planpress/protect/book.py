"""All tables of indicators that hang together, as ledgers that can be covered one by one."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from planpress.model.indicator import Kinship
from planpress.model.period import MonthDay, Period
from planpress.model.project import Project
from planpress.model.series import Codes
from planpress.model.sums import sums
from planpress.protect.account import Account, Table
from planpress.protect.ledger import ABSENT, BOUND, HIDDEN, Frame, Ledger, complete, frame
from planpress.protect.loss import costs
from planpress.protect.primary import Rule
from planpress.protect.settle import settle

Sheet = tuple[str, Period]
"""An indicator's table of one period."""


@dataclass(slots=True)
class Page:
    """A ledger and the sheets that stand in it, with the number of the first cell of each."""

    ledger: Ledger
    sheets: Mapping[Sheet, int]

    def close(self, accounts: Mapping[str, Account]) -> None:
        """Write what was hidden into the tables."""
        for (name, period), first in self.sheets.items():
            table = accounts[name].tables[period]
            size = len(accounts[name].codes)
            table.kind[:] = self.ledger.kind[first : first + size]
            for counts in (table.y, table.z, table.n):
                del counts[size:]


@dataclass(slots=True)
class Book:
    """The accounts of a project, and how they hang together."""

    project: Project
    accounts: Mapping[str, Account]
    rule: Rule
    frames: dict[tuple[Codes, ...], Frame] = field(default_factory=dict)

    def pages(self, names: AbstractSet[str]) -> Iterator[Page]:
        """Yield a page for each table of some indicators in which not everything is shown.

        Indicators of which the periods add up to those of others stand on one page.
        """
        links = list(self._adding_up())
        linked = {name for pair in links for name in pair}
        for name, one in self.accounts.items():
            if name in linked or name not in names:
                continue
            cost = costs(one.codes, one.people)
            for period, table in one.tables.items():
                if not table.quiet:
                    yield self._single(name, period, table, cost)
        for group in _groups(links):
            page = self._joined(group, links) if names & set(group) else None
            if page:
                yield page

    def _adding_up(self) -> Iterator[tuple[str, str]]:
        """Yield (part, whole): measures of which the periods of one add up to the other's."""
        for name, one in self.accounts.items():
            record = self.project.indicators.get(name)
            for relative in record.related if record else ():
                other = self.accounts.get(relative.indicator)
                same = other is not None and other is not one and other.unit is one.unit
                if relative.as_its is Kinship.PART and same:
                    yield name, relative.indicator

    def _frame(self, one: Account, table: Table) -> Frame:
        present = tuple(
            codes for codes, kind in zip(one.codes, table.kind, strict=False) if kind != ABSENT
        )
        key = (*present, (), *one.codes) if len(present) < len(one.codes) else one.codes
        found = self.frames.get(key)
        if found is None:
            number = {codes: cell for cell, codes in enumerate(one.codes)}
            found = self.frames[key] = frame(
                len(one.codes),
                [
                    (number[s.total], [number[part] for part in s.parts], s.whole)
                    for s in sums(self.project, present)
                ],
            )
        return found

    def _single(self, name: str, period: Period, table: Table, cost: list[int]) -> Page:
        form = self._frame(self.accounts[name], table)
        prices = cost + [0] * (len(form.places) - form.size)
        ledger = Ledger(form, table.kind, table.y, table.z, table.n, prices, table.span)
        _finish(ledger, self.rule)
        return Page(ledger, {(name, period): 0})

    def _joined(self, group: list[str], links: list[tuple[str, str]]) -> Page | None:
        """Return one page of all periods of some indicators; None if all of them is shown."""
        sheets: dict[Sheet, int] = {}
        kind: list[int] = []
        y: list[int] = []
        z: list[int] = []
        n: list[int] = []
        prices: list[int] = []
        span: dict[int, tuple[int, int]] = {}
        adding: list[tuple[int, list[int], bool]] = []
        for name in group:
            one = self.accounts[name]
            cost = costs(one.codes, one.people)
            for period, table in one.tables.items():
                first = sheets[name, period] = len(kind)
                kind += table.kind
                y += table.y
                z += table.z
                n += table.n
                prices += cost
                span |= {first + cell: allowed for cell, allowed in table.span.items()}
                adding += [
                    (first + s[0], [first + p for p in s[1]], s[2])
                    for s in _sums_of(self._frame(one, table))
                ]
        if HIDDEN not in kind and BOUND not in kind:
            return None
        for part, whole in links:
            if part in group:
                adding += self._periods(part, whole, sheets)
        form = frame(len(kind), adding)
        prices += [0] * (len(form.places) - form.size)
        two = any(t.y is not t.z for name in group for t in self.accounts[name].tables.values())
        ledger = Ledger(form, kind, y, z if two else y, n, prices, span)
        _finish(ledger, self.rule)
        return Page(ledger, sheets)

    def _periods(
        self, part: str, whole: str, sheets: dict[Sheet, int]
    ) -> Iterator[tuple[int, list[int], bool]]:
        starts = self.project.plan.school_year_starts
        small, large = self.accounts[part], self.accounts[whole]
        number = {codes: cell for cell, codes in enumerate(small.codes)}
        for period, table in large.tables.items():
            inside = [
                p for p in small.tables if p.form is not period.form and _within(p, period, starts)
            ]
            for cell, codes in enumerate(large.codes):
                at = number.get(codes)
                if at is None or table.kind[cell] == ABSENT:
                    continue
                held = [p for p in inside if small.tables[p].kind[at] != ABSENT]
                if held:
                    parts = [sheets[part, p] + at for p in held]
                    full = sum(_days(p, starts) for p in held) == _days(period, starts)
                    yield sheets[whole, period] + cell, parts, full


def _finish(ledger: Ledger, rule: Rule) -> None:
    complete(ledger, rule.minimum)
    settle(ledger)


def _sums_of(form: Frame) -> Iterator[tuple[int, list[int], bool]]:
    for total, *parts in form.equations:
        real = [part for part in parts if part < form.size]
        yield total, real, len(real) == len(parts)


def _within(inner: Period, outer: Period, starts: MonthDay) -> bool:
    begun = inner.begin(starts) >= outer.begin(starts)
    return begun and inner.end(starts) <= outer.end(starts)


def _days(period: Period, starts: MonthDay) -> int:
    return (period.end(starts) - period.begin(starts)).days + 1


def _groups(links: list[tuple[str, str]]) -> list[list[str]]:
    """Return the names that are linked, directly or through others."""
    groups: list[set[str]] = []
    for pair in links:
        touched = [one for one in groups if one & set(pair)]
        groups = [one for one in groups if not one & set(pair)]
        groups.append(set(pair).union(*touched))
    return sorted(sorted(one) for one in groups)
