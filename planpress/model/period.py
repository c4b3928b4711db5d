"""Periods of time that a result can be about."""

import re
from contextlib import suppress
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering
from typing import Any, NamedTuple

from planpress.model.dataclass import dataclass


class Form(StrEnum):
    """How a period is written; a series uses one form only."""

    SCHOOL_YEAR = "school year"
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "date"


class MonthDay(NamedTuple):
    """A day that comes back every year, such as the first of July."""

    month: int
    day: int

    @classmethod
    def parse(cls, text: str) -> "MonthDay":
        """Read `07-01`; raise ValueError if no year has such a day."""
        match = re.fullmatch(r"(\d{2})-(\d{2})", text)
        if match is None:
            raise ValueError(f"“{text}” is not a month and a day such as 07-01")
        date(2023, int(match[1]), int(match[2]))  # a year without a 29 February
        return cls(int(match[1]), int(match[2]))

    def after(self, day: date) -> date:
        """Return the first such day that is later than `day`."""
        this_year = date(day.year, *self)
        return this_year if this_year > day else date(day.year + 1, *self)


_YEARS = range(1000, 3000)
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SCHOOL_YEAR = re.compile(r"(\d{4})-(\d{2})")
_SHAPES = (
    (Form.YEAR, re.compile(r"(\d{4})")),
    (Form.QUARTER, re.compile(r"(\d{4})-Q([1-4])")),
    (Form.MONTH, re.compile(r"(\d{4})-(0[1-9]|1[0-2])")),
)


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A school year, calendar year, quarter, month or day.

    `number` counts periods of the form: the (first) year, quarters or months since year 0, or the
    proleptic day. Periods of different forms cannot be ordered.
    """

    form: Form
    number: int

    @classmethod
    def parse(cls, text: str, form: Form | None = None) -> "Period":
        """Read `2023-24`, `2024`, `2024-Q3`, `2024-09` or `2024-09-30`.

        `2011-12` can be a school year or a month: it is read as `form` where that is given, and
        as a school year otherwise. Raises ValueError, in words for staff.
        """
        year = _YEAR.match(text)
        if year and int(year[0]) not in _YEARS:
            raise ValueError(f"“{text}” cannot be a period: the year {year[0]} is out of reach")
        years = _SCHOOL_YEAR.fullmatch(text)
        if years and form is not Form.MONTH and (int(years[1]) + 1) % 100 == int(years[2]):
            return cls(Form.SCHOOL_YEAR, int(years[1]))
        for shape, pattern in _SHAPES:
            match = pattern.fullmatch(text)
            if match:
                return cls(shape, _count(shape, match))
        with suppress(ValueError):
            if _DAY.fullmatch(text):
                return cls(Form.DAY, date.fromisoformat(text).toordinal())
        if years:
            end = (int(years[1]) + 1) % 100
            raise ValueError(
                f"“{text}” cannot be a school year: {years[1]} is followed by {end:02d}"
            )
        raise ValueError(
            f"“{text}” is not a period such as 2023-24, 2024, 2024-Q3, 2024-09 or 2024-09-30"
        )

    @classmethod
    def holding(cls, form: Form, day: date, school_year_starts: MonthDay) -> "Period":
        """Return the period of a form that a day is in."""
        match form:
            case Form.SCHOOL_YEAR:
                begun = (day.month, day.day) >= school_year_starts
                return cls(form, day.year if begun else day.year - 1)
            case Form.YEAR:
                return cls(form, day.year)
            case Form.QUARTER:
                return cls(form, 4 * day.year + (day.month - 1) // 3)
            case Form.MONTH:
                return cls(form, 12 * day.year + day.month - 1)
            case Form.DAY:
                return cls(form, day.toordinal())

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.form, self.number)

    def __hash__(self) -> int:
        """Return a hash that costs next to nothing: a large file asks for millions."""
        return self.number

    def __lt__(self, other: "Period") -> bool:
        """Order periods of one form; raise ValueError for two forms."""
        if self.form is not other.form:
            raise ValueError(f"{self} and {other} are periods of different forms")
        return self.number < other.number

    def __str__(self) -> str:
        """Return the period as it is written in a file."""
        year, part = divmod(self.number, _PARTS.get(self.form, 1))
        match self.form:
            case Form.SCHOOL_YEAR:
                return f"{self.number:04d}-{(self.number + 1) % 100:02d}"
            case Form.YEAR:
                return f"{self.number:04d}"
            case Form.QUARTER:
                return f"{year:04d}-Q{part + 1}"
            case Form.MONTH:
                return f"{year:04d}-{part + 1:02d}"
            case Form.DAY:
                return date.fromordinal(self.number).isoformat()

    @property
    def next(self) -> "Period":
        """The period of the same form that follows."""
        return Period(self.form, self.number + 1)

    @property
    def previous(self) -> "Period":
        """The period of the same form that came before."""
        return Period(self.form, self.number - 1)

    def begin(self, school_year_starts: MonthDay) -> date:
        """Return the first day of the period."""
        year, part = divmod(self.number, _PARTS.get(self.form, 1))
        match self.form:
            case Form.SCHOOL_YEAR:
                return date(self.number, *school_year_starts)
            case Form.YEAR:
                return date(self.number, 1, 1)
            case Form.QUARTER:
                return date(year, 3 * part + 1, 1)
            case Form.MONTH:
                return date(year, part + 1, 1)
            case Form.DAY:
                return date.fromordinal(self.number)

    def end(self, school_year_starts: MonthDay) -> date:
        """Return the last day of the period."""
        return self.next.begin(school_year_starts) - timedelta(days=1)


_PARTS = {Form.QUARTER: 4, Form.MONTH: 12}


def _count(form: Form, match: re.Match[str]) -> int:
    parts = _PARTS.get(form, 1)
    return int(match[1]) * parts + (int(match[2]) - 1 if parts > 1 else 0)
