"""The cells of one row, as a mapping understands them."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import NamedTuple, TypeVar

from planpress.model.importing import ImportRecord
from planpress.model.indicator import IndicatorRecord
from planpress.model.nearest import did_you_mean
from planpress.model.period import Period
from planpress.model.project import Project
from planpress.model.raw import RawObservation
from planpress.model.series import Codes, Status
from planpress.model.sums import ALL
from planpress.model.value import Value
from planpress.read.foreign_cells import count_of, rounded, value_of
from planpress.read.repeats import Fault

T = TypeVar("T")

_MEANS = "Say in the mapping what it is, under “means” of “{name}”, or leave its rows out. {near}"
_VALUE = "Say in the mapping what it stands for: “statuses”, “bounds” or “numbers”."
_NUMBER = "Write how many people it is about; say in the mapping what else a cell means."
_PERIOD = "Say in the mapping how periods are written: “reads” of “period”, or “means”."


class Told(NamedTuple):
    """A cell: its text, its column from 1 (0 for none) and that column's name.

    A `declared` one stands in the mapping and has been checked with it.
    """

    text: str
    column: int
    name: str
    declared: bool = False


class Cells:
    """Reads the cells of rows; equal cells are read once."""

    def __init__(
        self, how: ImportRecord, indicator: IndicatorRecord, project: Project, sheet: str
    ) -> None:
        self.how, self.indicator, self.project, self.sheet = how, indicator, project, sheet
        self.rounded: dict[str, Value] = {}
        self.known: dict[tuple[str, str, bool], object] = {}

    def left_out(self, name: str, text: str) -> bool:
        """Whether the mapping wants no row that has this cell."""
        return text in self.how.columns[name].leave_out

    def constant(self, name: str) -> str:
        """Return what holds for the whole file; the name of the sheet where that tells it."""
        origins = self.how.columns[name]
        return self.sheet if origins.sheet else origins.always or ""

    def read(
        self, line: int, row: Mapping[str, Told], faults: list[Fault]
    ) -> RawObservation | None:
        """Return the observation of a row; None where a cell has a fault, which is noted."""

        def one(name: str, read: Callable[[str], T], hint: str) -> T | None:
            told = row[name]
            key = (name, told.text, told.declared)
            try:
                if key not in self.known:
                    self.known[key] = read(told.text)
                return self.known[key]  # type: ignore[return-value]  # kept by name
            except ValueError as wrong:
                near = str(wrong.args[1]) if len(wrong.args) > 1 else ""
                told_hint = hint.format(name=name, near=near).strip()
                what = str(wrong.args[0])
                message = f"{what}, in the column “{told.name}”" if told.name else what
                fault = Fault(line, told.column, f"wrong-{name}", told.text, message, told_hint)
                faults.append(fault)
                return None

        before = len(faults)
        declared = row["period"].declared
        period = one("period", Period.parse if declared else self._period, _PERIOD)
        status = one("status", self._status, _MEANS) if "status" in row else Status.PLAIN
        value, without = one("value", self._value, _VALUE) or (None, None)
        n = one("n", self._count, _NUMBER) if "n" in row else None
        codes = self._codes(row, one)
        note = row["note"].text if "note" in row else ""
        if len(faults) > before or period is None:
            return None
        status = without or status or Status.PLAIN
        self._doubt(line, row, (value, n or None, status), faults)
        return RawObservation(period, value, n or None, status, codes, note, "", line)

    def _doubt(
        self,
        line: int,
        row: Mapping[str, Told],
        read: tuple[Value | None, Value | None, Status],
        faults: list[Fault],
    ) -> None:
        """Note a row without a value, and a value whose number of people the file hides."""
        value, n, status = read
        told = row["value"]
        if value is None and status in (Status.PLAIN, Status.PRELIMINARY):
            message = f"the value is empty, in the column “{told.name}”"
            hint = "Say in the mapping what an empty cell stands for: “statuses” or “leave_out”."
            faults.append(Fault(line, told.column, "empty-value", "", message, hint))
        counted = row.get("n")
        if counted and counted.text in self.how.statuses and n is None and value is not None:
            message = f"the value is given, but “{counted.text}” hides how many people it is about"
            hint = "Say in the mapping how many they can be: “means” of “n”, such as “*”: <=15."
            faults.append(Fault(line, counted.column, "hidden-n", counted.text, message, hint))

    @cached_property
    def _months(self) -> bool:
        first = self.indicator.baseline
        return bool(first and first.period.form.value == "month")

    def _period(self, text: str) -> Period:
        origins = self.how.columns["period"]
        pattern = origins.sheet or (None if text in origins.means else origins.reads)
        if pattern:
            return pattern.period(text)
        return self._plain(origins.means.get(text, text))

    def _plain(self, text: str) -> Period:
        first = self.indicator.baseline
        return Period.parse(text, first.period.form if first and self._months else None)

    def _value(self, text: str) -> tuple[Value | None, Status | None]:
        if text in self.how.statuses:
            return None, self.how.statuses[text]
        origins = self.how.columns.get("value")
        text = origins.means.get(text, text) if origins else text
        if not text:
            return None, None
        exact = value_of(text, self.how)
        shorter = rounded(exact, self.how.numbers.round)
        if shorter is not exact:
            self.rounded[text] = shorter
        return shorter, None

    def _count(self, text: str) -> Value | None:
        origins = self.how.columns.get("n")
        if origins and text in origins.means:
            text = origins.means[text]
        elif text in self.how.statuses:
            return None
        return count_of(text, self.how) if text else None

    def _status(self, text: str) -> Status:
        status = self.how.columns["status"].means.get(text, text)
        try:
            return Status(status)
        except ValueError:
            near = did_you_mean(status, [s.value for s in Status if s])
            raise ValueError(f"“{status}” is not a status", near) from None

    def _codes(self, row: Mapping[str, Told], one: Callable[..., str | None]) -> Codes:
        found = []
        for name in sorted(set(row) & set(self.indicator.dimensions)):
            told = row[name]
            if told.declared:
                code: str | None = told.text
            else:
                code = one(name, lambda text, name=name: self._code(name, text), _MEANS)
            if code and code != ALL:
                found.append((name, code))
        return tuple(found)

    def _code(self, name: str, text: str) -> str:
        origins = self.how.columns[name]
        declared = (ALL, *self.project.codes_of(name))
        if text in origins.means:
            return origins.means[text] or ALL
        if text in declared:
            return text
        what = f"“{text}” is not covered" if text else "an empty cell is not covered"
        raise ValueError(what, did_you_mean(text, [*origins.means, *declared]))
