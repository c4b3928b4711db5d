"""An attacker who knows every number that is shown, exactly, and what adds up to what."""

from collections.abc import Mapping

import highspy
import numpy as np
from unit.protect.tables import Cell, Table

from planpress.model.series import Series
from planpress.model.value import Bound

INF = 1e6
"""More people than any table here has: every program has an optimum."""
_NEAR = 1e-6


class Attack:
    """Linear programming over the people with and without in each cell."""

    def __init__(self, table: Table, published: Mapping[str, Series], layers: int = 2) -> None:
        self.truth = table.truth
        self.cells = list(table.truth)
        self.index = {cell: at for at, cell in enumerate(self.cells)}
        self.layers = layers
        self.unknown: list[Cell] = []
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", "off")
        self.solver.setOptionValue("presolve", "off")
        self.low: list[float] = []
        self.high: list[float] = []
        shown = {
            (name, row.period, row.codes): row
            for name, found in published.items()
            for row in found.observations
        }
        ties = []
        for cell in self.cells:
            y, z = table.truth[cell]
            row = shown[cell]
            count, people = (shown.get((name, *cell[1:])) for name in ("count", "people"))
            self.low += [y, z]
            self.high += [y, z]
            if row.hidden:
                self.unknown.append(cell)
                for _ in (y, z):
                    self.solver.addVar(0, INF)
            elif row.value is not None and not row.value.exact:
                self.unknown.append(cell)
                edge = int(row.value.number) * (y + z) / 100
                least, most = (edge, y + z) if row.value.bound is Bound.AT_LEAST else (0, edge)
                self.solver.addVar(least, most)
                self.solver.addVar(0, INF)
                ties.append(([2 * self.index[cell], 2 * self.index[cell] + 1], y + z))
            else:
                self.solver.addVar(y, y)
                self.solver.addVar(z, z)
            if row.hidden and count is not None and not count.hidden:
                ties.append(([2 * self.index[cell]], y))
            if row.hidden and people is not None and not people.hidden:
                ties.append(([2 * self.index[cell], 2 * self.index[cell] + 1], y + z))
        for at, n in ties:
            self._row(n, n, at, [1] * len(at))
        self._add_up(table)

    def _add_up(self, table: Table) -> None:
        for total, parts, left in table.equations:
            people = sum(left)
            for layer in (0, 1):
                at = [2 * self.index[cell] + layer for cell in (total, *parts)]
                signs = [1] + [-1] * len(parts)
                if people == 0:
                    self._row(0, 0, at, signs)
                else:
                    self._row(0, INF, at, signs)

    def _row(self, low: float, high: float, at: list[int], signs: list[int]) -> None:
        self.solver.addRow(
            low, high, len(at), np.array(at, dtype=np.int32), np.array(signs, dtype=np.double)
        )

    def narrow(self, interval: int) -> list[tuple[Cell, int, float, float]]:
        """Return (cell, layer, least, most) of counts known to less than `interval` people."""
        found = []
        for cell in self.unknown:
            for layer in range(self.layers):
                at = 2 * self.index[cell] + layer
                for way in (1, -1):
                    if self.high[at] - self.low[at] < interval:
                        self._solve(at, way)
                if self.high[at] - self.low[at] < interval:
                    found.append((cell, layer, self.low[at], self.high[at]))
        return found

    def _solve(self, at: int, way: int) -> None:
        """Find the largest (1) or smallest (-1) count, and learn from the solution for others."""
        self.solver.changeColCost(at, -way)
        self.solver.changeObjectiveSense(highspy.ObjSense.kMinimize)
        self.solver.run()
        status = self.solver.getModelStatus()
        self.solver.changeColCost(at, 0)
        assert status == highspy.HighsModelStatus.kOptimal, status
        for other, count in enumerate(self.solver.getSolution().col_value):
            self.low[other] = min(self.low[other], np.ceil(count - _NEAR))
            self.high[other] = max(self.high[other], np.floor(count + _NEAR))


def narrow(
    table: Table, published: Mapping[str, Series], interval: int, layers: int = 2
) -> list[tuple[Cell, int, float, float]]:
    """Return the hidden counts that an attacker can narrow down to less than `interval` people."""
    return Attack(table, published, layers).narrow(interval)
