"""A day, as the plan's own calendar sees it."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, timedelta

from planpress.model.dataclass import dataclass
from planpress.model.period import Form, MonthDay, Period


@dataclass(frozen=True, slots=True)
class Calendar:
    """The day for which something is assessed, and when the plan's school years start."""

    as_of: date
    school_year_starts: MonthDay
    _not_over: Mapping[Form, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out, once for each form, which period is the first that is not over."""
        tomorrow = self.as_of + timedelta(days=1)
        starts = self.school_year_starts
        first = {form: Period.holding(form, tomorrow, starts).number for form in Form}
        object.__setattr__(self, "_not_over", first)

    def over(self, period: Period) -> bool:
        """Tell whether the last day of a period has come."""
        return period.number < self._not_over[period.form]
