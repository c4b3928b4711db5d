"""What is known of the people of rows that hang together, as a linear program."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import ceil, floor, inf

from planpress.audit.claim import Cell, Row
from planpress.audit.fits import MOST, Range, counts, fewest, shares, sizes
from planpress.audit.program import MANY, Program
from planpress.audit.ties import Tie
from planpress.model.decimals import places as places_of
from planpress.model.indicator import IndicatorRecord, Kinship, Unit
from planpress.model.value import Bound, Value

Aim = dict[int, float]


def mean(record: IndicatorRecord) -> bool:
    """Whether values are means: neither shares nor numbers of people or schools."""
    return record.unit is not Unit.PERCENT and not record.unit.adds_up


@dataclass
class System:
    """The unknown numbers of some cells: of a share those who did and who did not.

    Of a mean they are its sum and its people, of a count it is the count alone.
    """

    records: Mapping[str, IndicatorRecord]
    rows: Mapping[Cell, Row]
    decimals: Mapping[str, int]
    program: Program = field(default_factory=Program)
    columns: dict[Cell, tuple[int, ...]] = field(default_factory=dict)
    tied: dict[int, Tie] = field(default_factory=dict)

    def people(self, cell: Cell) -> Aim:
        """Return how the number of people of a cell is put together."""
        record, own = self.records[cell.indicator], self.columns[cell]
        return {own[1]: 1.0} if mean(record) else dict.fromkeys(own, 1.0)

    def range(self, aim: Aim) -> Range:
        """Return between which whole numbers a sum lies."""
        low = self.program.least(aim)
        high = -self.program.least({at: -by for at, by in aim.items()})
        return Range(Decimal(ceil(low - 1e-5)), Decimal(floor(high + 1e-5)))

    def wide(self, cell: Cell, interval: int) -> bool:
        """Tell whether solutions met so far already differ by so many people in a cell."""
        return bool(self.program.seen) and all(
            floor(self.program.seen[at][1]) - ceil(self.program.seen[at][0]) >= interval
            for at in self.columns[cell]
        )

    def many(self, people: Aim, least: int) -> bool:
        """Tell whether solutions met so far have at least so many people in one of some columns."""
        seen = self.program.seen
        return bool(seen) and any(seen[at][1] >= least for at in people)

    def stir(self, cells: Sequence[Cell]) -> None:
        """Meet some solutions in which the numbers of many cells differ."""
        for bit in range(max(len(cells), 2).bit_length()):
            aim = {
                at: 1.0 if index >> bit & 1 == layer else -1.0
                for index, cell in enumerate(cells)
                for layer, at in enumerate(self.columns[cell])
            }
            self.program.least(aim)
            self.program.least({at: -by for at, by in aim.items()})

    def cells_behind(self, aim: Aim) -> list[Cell]:
        """Return the cells whose numbers keep a sum from being smaller or larger."""
        owner = {at: cell for cell, own in self.columns.items() for at in own}
        found: dict[Cell, None] = {}
        for sign in (1.0, -1.0):
            rows, columns = self.program.binding({at: sign * by for at, by in aim.items()})
            for row in rows:
                tie = self.tied.get(row)
                found |= dict.fromkeys((tie.total, *tie.cells) if tie else ())
            found |= dict.fromkeys(owner[at] for at in columns if at in owner)
        return list(found)

    def add(self, cell: Cell, most: int | None = None) -> None:
        """Add a cell; of a share without a number of people, `most` is how many it can have."""
        record, row = self.records[cell.indicator], self.rows[cell]
        if mean(record):
            self._mean(cell, row)
        elif record.unit is Unit.PERCENT:
            self._share(cell, row, most)
        else:
            self.columns[cell] = (self.program.column(*_limits(row.value)),)

    def tie(self, tie: Tie) -> None:
        """Add what cells have in common; those of which nothing is known are left out."""
        total = self.columns[tie.total]
        cells = [self.columns[cell] for cell in tie.cells]
        if tie.as_its is Kinship.NUMERATOR:
            pairs = [([total[0]], [own[0] for own in cells])]
        elif tie.as_its is Kinship.DENOMINATOR:
            pairs = [(list(self.people(tie.total)), [own[0] for own in cells])]
        elif len({len(own) for own in (total, *cells)}) > 1:
            pairs = []
        else:
            pairs = [([total[at]], [own[at] for own in cells]) for at in range(len(total))]
        for whole, parts in pairs:
            terms = dict.fromkeys(parts, 1.0) | dict.fromkeys(whole, -1.0)
            self.tied[len(self.program.rows)] = tie
            self.program.row(terms, 0.0 if tie.whole else -inf, 0.0, soft=True)

    def _share(self, cell: Cell, row: Row, most: int | None) -> None:
        add, decimals = self.program.column, self.decimals[cell.indicator]
        low, high = _limits(row.n)
        if row.value is None:
            self.columns[cell] = did, did_not = add(0.0, MANY), add(0.0, MANY)
            if row.n is not None:
                self.program.row({did: 1.0, did_not: 1.0}, low, high)
            return
        share = shares(row.value, decimals)
        if row.n is not None and row.n.exact:
            n = row.n.number
            fit = counts(row.value, n, decimals) or Range(share.low * n / 100, share.high * n / 100)
            did = add(float(fit.low), float(fit.high))
            did_not = add(float(n - fit.high), float(n - fit.low))
            self.columns[cell] = did, did_not
            if fit.low < fit.high:
                self.program.row({did: 1.0, did_not: 1.0}, low, high)
            return
        if row.value.exact:
            low = max(low, fewest(row.value, decimals))
            high = min(high, MANY if most is None else most)
            if high <= MOST and (size := sizes(row.value, decimals, int(low), int(high))):
                low, high = float(size.low), float(size.high)
        self.columns[cell] = did, did_not = add(0.0, high), add(0.0, high)
        self.program.row({did: 1.0, did_not: 1.0}, min(low, high), high)
        at_least, at_most = float(share.low) / 100, float(share.high) / 100
        self.program.row({did: 1.0 - at_least, did_not: -at_least}, 0.0, inf)
        self.program.row({did: 1.0 - at_most, did_not: -at_most}, -inf, 0.0)

    def _mean(self, cell: Cell, row: Row) -> None:
        people = self.program.column(*_limits(row.n))
        least = 0.0 if self.records[cell.indicator].unit in (Unit.DAYS, Unit.DOLLARS) else -MANY
        total = self.program.column(least, MANY)
        self.columns[cell] = total, people
        if row.value is None:
            return
        places = max(self.decimals[cell.indicator], places_of(row.value.number))
        half = float(Decimal(1).scaleb(-places) / 2)
        number = float(row.value.number)
        if row.value.bound is not Bound.AT_MOST:
            self.program.row({total: 1.0, people: half - number}, 0.0, inf)
        if row.value.bound is not Bound.AT_LEAST:
            self.program.row({total: 1.0, people: -half - number}, -inf, 0.0)


def _limits(value: Value | None) -> tuple[float, float]:
    if value is None:
        return 0.0, MANY
    number = float(value.number)
    match value.bound:
        case Bound.AT_LEAST:
            return number, MANY
        case Bound.AT_MOST:
            return 0.0, number
        case Bound.EXACT:
            return number, number


def settled(row: Row, record: IndicatorRecord, decimals: int) -> bool:
    """Tell whether a cell's numbers are known for sure, so that it says no more about others."""
    if row.hidden or row.value is None or not row.value.exact:
        return False
    if record.unit is not Unit.PERCENT:
        return not mean(record)
    if row.n is None or not row.n.exact:
        return False
    fit = counts(row.value, row.n.number, decimals)
    return fit is not None and fit.low == fit.high


def components(cells: Sequence[Cell], found: Sequence[Tie], fixed: set[Cell]) -> list[list[Tie]]:
    """Return the ties that hang together through a cell that is not known for sure."""
    leader: dict[Cell, Cell] = {cell: cell for cell in cells}

    def lead(cell: Cell) -> Cell:
        while leader[cell] != cell:
            leader[cell] = leader[leader[cell]]
            cell = leader[cell]
        return cell

    for tie in found:
        loose = [cell for cell in tie.all if cell not in fixed]
        for one in loose[1:]:
            leader[lead(one)] = lead(loose[0])
    together: dict[Cell, list[Tie]] = {}
    for tie in found:
        loose = [cell for cell in tie.all if cell not in fixed]
        together.setdefault(lead((loose or tie.all)[0]), []).append(tie)
    return list(together.values())
