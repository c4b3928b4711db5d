"""An axis of days: where a day stands, and the ticks that have room for their names."""

from collections.abc import Iterator
from datetime import date

from babel import Locale

from planpress.chart.boxes import SIZE
from planpress.chart.measure import text_width
from planpress.model.dataclass import dataclass
from planpress.model.dates import month_in, year_in

_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 3000, 6000, 12000)
"""Months between two ticks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """An axis from `left` to `right` in pixels that shows the days from `first` to `last`."""

    first: date
    last: date
    left: float
    right: float
    locale: Locale

    def at(self, day: date) -> float:
        """Return where a day stands in pixels."""
        span = max((self.last - self.first).days, 1)
        return self.left + (self.right - self.left) * (day - self.first).days / span

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Return first days of months, quarters or years with their names, as many as fit."""
        for step in _STEPS:
            found = tuple((self.at(day), self._name(day, step)) for day in self._starts(step))
            ends = [x + text_width(name, SIZE) + 12 for x, name in found]
            if all(end <= x for end, (x, _) in zip(ends, found[1:], strict=False)):
                return found
        return ()

    def _starts(self, step: int) -> Iterator[date]:
        month = 12 * self.first.year + self.first.month - 1
        for index in range(month - month % step, 12 * self.last.year + self.last.month, step):
            day = date(max(index // 12, 1), index % 12 + 1, 1)
            if self.first <= day <= self.last:
                yield day

    def _name(self, day: date, step: int) -> str:
        return month_in(self.locale, day) if step < 12 else year_in(self.locale, day)
