"""What can be worked out about a hidden row from the rows that are shown."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from planpress.audit.claim import Cell, Row
from planpress.audit.fits import MOST, Range
from planpress.audit.program import MANY
from planpress.audit.system import Aim, System, components, mean, settled
from planpress.audit.ties import Tie, ties
from planpress.model.decimals import places as places_of
from planpress.model.indicator import Kinship, Unit
from planpress.model.project import Project
from planpress.model.value import Bound, Value

_MANY, _ROUNDS = 40, 3
"""From how many ties on it pays to look for many solutions at once, and how often."""


class Narrow(NamedTuple):
    """What is known too well: between which numbers something about a cell lies, and from what.

    `what` is yes (people who did), no, people, value (of a count), mean, few (a shown row about
    too few), rest (the hidden parts of a total together) or left (its parts that have no row).
    """

    cell: Cell
    what: str
    range: Range
    of: Range
    behind: tuple[Cell, ...]


def attack(project: Project, rows: Mapping[Cell, Row]) -> Iterator[Narrow]:
    """Yield what the shown rows give away of the hidden ones, and rows about too few people.

    The method: bounds on every cell of tables that are linked by sums, by linear programming
    (Cox 1975; Fischetti and Salazar 2001), after enumeration of the whole numbers that a rounded
    share allows.
    """
    records = {cell.indicator: project.indicators[cell.indicator] for cell in rows}
    decimals = {name: record.decimals for name, record in records.items()}
    for cell, row in rows.items():
        if row.value is not None and row.value.exact:
            places = places_of(row.value.number)
            decimals[cell.indicator] = max(decimals[cell.indicator], places)
    yield from _too_few(project, rows)
    loose = {cell for cell, row in rows.items() if _to_guard(row)}
    fixed = {
        cell
        for cell, row in rows.items()
        if settled(row, records[cell.indicator], decimals[cell.indicator])
    }
    few = project.plan.privacy.minimum_n
    found = [tie for tie in ties(project, rows) if _loose(tie, rows, fixed, few)]
    tied: set[Cell] = set()
    for part in components(tuple(rows), found, fixed):
        cells = tuple(dict.fromkeys(cell for tie in part for cell in tie.all))
        if loose.isdisjoint(cells) and all(tie.whole for tie in part):
            continue
        tied.update(cells)
        attacked = _Attacked(project, System(records, rows, decimals), cells, part)
        yield from attacked.narrow(loose)
    for cell in loose - tied:
        if not rows[cell].hidden and rows[cell].n is not None:
            alone = _Attacked(project, System(records, rows, decimals), (cell,), ())
            yield from alone.narrow(loose)


def _loose(tie: Tie, rows: Mapping[Cell, Row], fixed: set[Cell], few: int) -> bool:
    """Whether a tie can tell something: of a cell that is not known, or of a part without a row."""
    if not fixed.issuperset(tie.all):
        return True
    if tie.whole or tie.as_its is not Kinship.PART:
        return False
    people = [row.n or row.value for row in map(rows.__getitem__, tie.all)]
    listed = [one.number for one in people if one]
    return 0 < 2 * listed[0] - sum(listed) < few


def _to_guard(row: Row) -> bool:
    """Whether a row's people must not be known exactly: hidden, or a limit or share without n."""
    if row.hidden:
        return True
    if row.value is None:
        return False
    return not row.value.exact or row.n is None or not row.n.exact


def _too_few(project: Project, rows: Mapping[Cell, Row]) -> Iterator[Narrow]:
    minimum = project.plan.privacy.minimum_n
    for cell, row in rows.items():
        people = row.n
        counted = project.indicators[cell.indicator].unit.of_people
        if people is None and counted and row.value is not None and row.value.exact:
            people = row.value
        if people is not None and not row.hidden and _least(people) < minimum:
            known = Range(_least(people), people.number)
            yield Narrow(cell, "few", known, known, (cell,))


def _least(people: Value) -> Decimal:
    return Decimal(0) if people.bound is Bound.AT_MOST else people.number


class _Attacked(NamedTuple):
    """Cells that hang together, under attack."""

    project: Project
    system: System
    cells: Sequence[Cell]
    ties: Sequence[Tie]

    def narrow(self, loose: set[Cell]) -> Iterator[Narrow]:
        self._fill({})
        most = self._sizes(loose)
        if most:
            self._fill(most)
        interval = self.project.plan.privacy.minimum_interval
        doubtful = [cell for cell in self.cells if cell in loose]
        if len(self.ties) > _MANY:
            for _ in range(_ROUNDS):
                self.system.stir(doubtful)
                doubtful = [cell for cell in doubtful if not self._safe(cell, interval)]
        for cell in doubtful:
            if not self._safe(cell, interval):
                yield from self._narrow(cell)
        for tie in self.ties:
            yield from self._rest(tie)

    def _safe(self, cell: Cell, interval: int) -> bool:
        """Tell whether solutions met so far prove already that a cell is not narrow."""
        row = self.system.rows[cell]
        limited = row.value is not None and not row.value.exact
        counted = not mean(self.system.records[cell.indicator])
        return counted and (row.hidden or limited) and self.system.wide(cell, interval)

    def _fill(self, most: Mapping[Cell, int]) -> None:
        system = self.system
        system.program.__init__()  # type: ignore[misc]
        system.columns.clear()
        system.tied.clear()
        for cell in self.cells:
            system.add(cell, most.get(cell))
        for tie in self.ties:
            system.tie(tie)

    def _sizes(self, loose: set[Cell]) -> dict[Cell, int]:
        """Return how many people the shares without n can be about, where that is few."""
        found = {}
        for cell in self.cells:
            row = self.system.rows[cell]
            share = self.system.records[cell.indicator].unit is Unit.PERCENT
            told = row.value is not None and row.value.exact and not (row.n and row.n.exact)
            if self.ties and cell in loose and share and told:
                high = self.system.range(self.system.people(cell)).high
                if high <= MOST:
                    found[cell] = int(high)
        return found

    def _narrow(self, cell: Cell) -> Iterator[Narrow]:
        row, record = self.system.rows[cell], self.system.records[cell.indicator]
        own, privacy = self.system.columns[cell], self.project.plan.privacy
        people = self.system.people(cell)
        if row.hidden and self.system.range(people).high <= 0:
            return
        if not row.hidden and row.value is not None and row.value.exact:
            if record.unit is Unit.PERCENT and row.n is None:
                known = self.system.range(people)
                if known.high < privacy.minimum_n:
                    yield self._found(cell, "people", people, known)
            return
        if not row.hidden and row.n is None and record.unit is Unit.PERCENT:
            return
        for what, aim in _aims(own, people, record.unit):
            known = self.system.range(aim)
            if what == "mean":
                if (
                    known.high < Decimal(MANY)
                    and known.high - known.low <= self.system.range(people).high
                ):
                    yield self._found(cell, what, aim, known)
                    return
            elif known.high - known.low < privacy.minimum_interval:
                yield self._found(cell, what, aim, known)
                return

    def _found(self, cell: Cell, what: str, aim: Aim, known: Range) -> Narrow:
        of = self.system.range(self.system.people(cell))
        behind = tuple(other for other in self.system.cells_behind(aim) if other != cell)
        return Narrow(cell, what, known, of, behind)

    def _rest(self, tie: Tie) -> Iterator[Narrow]:
        """Yield a total's hidden or missing parts if they are too few and known together."""
        if (
            tie.as_its is not Kinship.PART
            or len({len(self.system.columns[c]) for c in tie.all}) > 1
        ):
            return
        privacy = self.project.plan.privacy
        hidden = [cell for cell in tie.cells if self.system.rows[cell].hidden]
        if tie.whole:
            terms = [(cell, 1.0) for cell in hidden]
        else:
            terms = [(tie.total, 1.0), *((cell, -1.0) for cell in tie.cells)]
        people = {at: by for cell, by in terms for at in self.system.people(cell)}
        if tie.whole and self.system.many(people, privacy.minimum_n):
            return
        known = self.system.range(people) if terms else Range(Decimal(0), Decimal(0))
        if not 0 < known.high < privacy.minimum_n:
            return
        layers = range(len(self.system.columns[tie.total]))
        results = [
            self.system.range({self.system.columns[cell][at]: by for cell, by in terms})
            for at in layers
        ]
        if any(one.high - one.low < privacy.minimum_interval for one in results):
            behind = tuple(cell for cell in tie.all if cell not in hidden)
            what, cell = ("rest", hidden[0]) if tie.whole else ("left", tie.total)
            yield Narrow(cell, what, results[0], known, behind)


def _aims(own: tuple[int, ...], people: Aim, unit: Unit) -> Iterator[tuple[str, Aim]]:
    if unit is Unit.PERCENT:
        yield "yes", {own[0]: 1.0}
        yield "no", {own[1]: 1.0}
    elif len(own) == 1:
        yield "value", {own[0]: 1.0}
    else:
        yield "people", people
        yield "mean", {own[0]: 1.0}
