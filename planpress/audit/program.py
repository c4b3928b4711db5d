"""Linear programs, solved with HiGHS (Huangfu and Hall 2018) for one aim after the other."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf
from typing import Any

MANY = 1e7
"""More people than any row is about: what reaches it has no limit."""

_NEAR = 1e-6


@dataclass
class Program:
    """Unknown numbers between limits, and sums of them that must lie between limits."""

    columns: list[tuple[float, float]] = field(default_factory=list)
    rows: list[tuple[dict[int, float], float, float, bool]] = field(default_factory=list)
    seen: list[tuple[float, float]] = field(default_factory=list)
    """Between which numbers each unknown has been in the solutions met so far."""
    _solver: Any = None
    _aimed: tuple[int, ...] = ()

    def column(self, low: float, high: float) -> int:
        """Add an unknown number and return its index."""
        self.columns.append((low, high))
        return len(self.columns) - 1

    def row(
        self, terms: Mapping[int, float], low: float, high: float, *, soft: bool = False
    ) -> None:
        """Add a sum; a soft one gives way where otherwise nothing would fit."""
        self.rows.append((dict(terms), low, high, soft))

    def least(self, aim: Mapping[int, float]) -> float:
        """Return the smallest value that a sum of the unknown numbers can have."""
        solver = self._ready()
        for index in self._aimed:
            solver.changeColCost(index, 0.0)
        for index, cost in aim.items():
            solver.changeColCost(index, cost)
        self._aimed = tuple(aim)
        solver.run()
        for at, number in enumerate(solver.getSolution().col_value):
            low, high = self.seen[at]
            if not low <= number <= high:
                self.seen[at] = min(low, number), max(high, number)
        return float(solver.getObjectiveValue())

    def binding(self, aim: Mapping[int, float]) -> tuple[list[int], list[int]]:
        """Return the rows and columns that keep a sum from being smaller."""
        self.least(aim)
        found = self._solver.getSolution()
        rows, columns = found.row_dual, found.col_dual
        return (
            [at for at, dual in enumerate(rows) if abs(dual) > _NEAR],
            [at for at, dual in enumerate(columns) if abs(dual) > _NEAR],
        )

    def _ready(self) -> Any:
        if self._solver is None:
            self._solver = self._loaded({})
            self._solver.run()
            if not self._solved():
                self._give_way()
            self.seen = [(inf, -inf)] * len(self.columns)
        return self._solver

    def _solved(self) -> bool:
        import highspy  # noqa: PLC0415 (most plans hide nothing)

        return bool(self._solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)

    def _give_way(self) -> None:
        """Let the soft sums miss by as little in all as it takes that something fits."""
        slack = {}
        for terms, _, _, soft in self.rows:
            if soft:
                for sign in (1.0, -1.0):
                    slack[self.column(0.0, MANY)] = 1.0
                    terms[len(self.columns) - 1] = sign
        self._solver = self._loaded(slack)
        self._solver.run()
        least = self._solver.getObjectiveValue() if self._solved() else MANY
        self.rows.append((slack, -_NEAR, least + 1e-4, False))
        self._solver = self._loaded({})
        self._aimed = ()

    def _loaded(self, aim: Mapping[int, float]) -> Any:
        import highspy  # noqa: PLC0415 (most plans hide nothing)
        import numpy as np  # noqa: PLC0415 (most plans hide nothing)

        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = len(self.columns), len(self.rows)
        program.col_cost_ = np.array([aim.get(at, 0.0) for at in range(len(self.columns))])
        program.col_lower_ = np.array([low for low, _ in self.columns], dtype=float)
        program.col_upper_ = np.array([high for _, high in self.columns], dtype=float)
        program.row_lower_ = np.array([row[1] for row in self.rows], dtype=float)
        program.row_upper_ = np.array([row[2] for row in self.rows], dtype=float)
        starts = np.cumsum([0, *(len(row[0]) for row in self.rows)])
        matrix = program.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = starts
        matrix.index_ = np.array([at for row in self.rows for at in row[0]], dtype=np.int32)
        matrix.value_ = np.array([by for row in self.rows for by in row[0].values()], dtype=float)
        solver = highspy.Highs()  # type: ignore[no-untyped-call]
        solver.setOptionValue("output_flag", False)  # noqa: FBT003 (their interface)
        solver.setOptionValue("threads", 1)
        solver.passModel(program)
        return solver
