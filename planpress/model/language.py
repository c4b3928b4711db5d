"""A language: its words for the interface, and the one place that formats numbers and dates."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from gettext import NullTranslations
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit

from planpress.model.indicator import Unit
from planpress.model.period import Form, Period
from planpress.model.value import Bound, Value


@dataclass(frozen=True)
class Language:
    """Speaks one language of the plan. `code` is its code in addresses and in `lang`."""

    code: str
    locale: Locale
    translations: NullTranslations = field(default_factory=NullTranslations, compare=False)

    @classmethod
    def of(cls, code: str, territory: str, translations: NullTranslations) -> "Language":
        """Return the language with the ways of writing of `territory` where CLDR knows them.

        Raises ValueError for a language that CLDR does not know.
        """
        for name in (f"{code}-{territory}", code):
            try:
                return cls(code, Locale.parse(name, sep="-"), translations)
            except UnknownLocaleError:
                continue
        raise ValueError(f"“{code}” is a language that CLDR does not know")

    @property
    def name(self) -> str:
        """Its own name for itself, as a heading would write it."""
        name = Locale.parse(self.code, sep="-").get_display_name() or self.code
        return name[:1].upper() + name[1:]

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return self.locale.text_direction

    def say(self, message: str, **values: Any) -> str:
        """Return an interface message, its `%(name)s` filled in."""
        text = self.translations.gettext(message)
        return text % values if values else text

    def say_n(self, one: str, many: str, count: int, **values: Any) -> str:
        """Return the form of a message that fits `count`; `%(count)s` is the written number."""
        text = self.translations.ngettext(one, many, count)
        return text % {"count": self.number(Decimal(count)), **values}

    def number(self, number: Decimal, decimals: int = 0) -> str:
        """Return `12,345.6`, rounded half up to `decimals`."""
        pattern = "#,##0" + _fraction(decimals)
        return format_decimal(_rounded(number, decimals), pattern, self.locale)

    def amount(self, number: Decimal, unit: Unit, decimals: int = 0) -> str:
        """Return a number with its unit: `84.6%`, `85,508 students`, `$1,200`."""
        match unit:
            case Unit.PERCENT:
                pattern = self.locale.percent_formats[None].pattern
                whole = pattern.replace("#,##0", "#,##0" + _fraction(decimals))
                return format_percent(_rounded(number, decimals).scaleb(-2), whole, self.locale)
            case Unit.DOLLARS:
                cents = max(decimals, 2) if decimals else 0
                pattern = self.locale.currency_formats["standard"].pattern
                return format_currency(
                    _rounded(number, cents),
                    "USD",
                    locale=self.locale,
                    currency_digits=False,
                    format=pattern.replace("0.00", "0" + _fraction(cents)),
                )
            case Unit.NUMBER:
                return self.number(number, decimals)
        return self.counted(number, unit, decimals)

    def counted(self, number: Decimal, unit: Unit, decimals: int) -> str:
        """Return a number with the word of its unit in the right plural."""
        forms = {
            Unit.STUDENTS: ("%(number)s student", "%(number)s students"),
            Unit.PEOPLE: ("%(number)s person", "%(number)s people"),
            Unit.SCHOOLS: ("%(number)s school", "%(number)s schools"),
            Unit.DAYS: ("%(number)s day", "%(number)s days"),
            Unit.POINTS: ("%(number)s point", "%(number)s points"),
        }
        text = self.translations.ngettext(*forms[unit], _plural(number, decimals))
        return text % {"number": self.number(number, decimals)}

    def size(self, size: int) -> str:
        """Return the size of a file, given in bytes: `120 kB`, `1.2 MB`."""
        small = size < 1_000_000
        number = _rounded(max(Decimal(size).scaleb(-3), Decimal(1)), 0)
        if not small:
            number = _rounded(Decimal(size).scaleb(-6), 1).normalize()
        unit = "digital-kilobyte" if small else "digital-megabyte"
        return format_unit(number, unit, length="short", locale=self.locale)

    def value(self, value: Value, unit: Unit, decimals: int = 0) -> str:
        """Return a value with its unit; a bound in words."""
        amount = self.amount(value.number, unit, decimals)
        match value.bound:
            case Bound.AT_LEAST:
                return self.say("at least %(amount)s", amount=amount)
            case Bound.AT_MOST:
                return self.say("at most %(amount)s", amount=amount)
            case Bound.EXACT:
                return amount

    def difference(self, number: Decimal, unit: Unit, decimals: int = 0) -> str:
        """Return a distance between two values, without sign: `3.4 percentage points`."""
        if unit is not Unit.PERCENT:
            return self.amount(abs(number), unit, decimals)
        written = self.number(abs(number), decimals)
        text = self.translations.ngettext(
            "%(number)s percentage point",
            "%(number)s percentage points",
            _plural(number, decimals),
        )
        return text % {"number": written}

    def date(self, day: date) -> str:
        """Return a day in words: `August 31, 2027`."""
        return format_date(day, "long", self.locale)

    def period(self, period: Period) -> str:
        """Return a period as readers write it: `2023-24` with an en dash, `Q3 2024`."""
        match period.form:
            case Form.SCHOOL_YEAR:
                return str(period).replace("-", "–")
            case Form.YEAR:
                return str(period)
            case Form.QUARTER:
                year, quarter = divmod(period.number, 4)
                return self.say("quarter %(quarter)s of %(year)s", quarter=quarter + 1, year=year)
            case Form.MONTH:
                year, month = divmod(period.number, 12)
                return format_skeleton("yMMMM", date(year, month + 1, 1), locale=self.locale)
            case Form.DAY:
                return self.date(date.fromordinal(period.number))

    def list(self, items: Iterable[str]) -> str:
        """Return `a, b, and c` as the language writes it."""
        return format_list(tuple(items), locale=self.locale)


def _rounded(number: Decimal, decimals: int) -> Decimal:
    """Round half up; what rounds to nothing has no sign."""
    rounded = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return rounded or abs(rounded)


def _fraction(decimals: int) -> str:
    return "." + "0" * decimals if decimals else ""


def _plural(number: Decimal, decimals: int) -> int:
    """Return the count whose plural form fits the number as it is written."""
    written = abs(_rounded(number, decimals))
    return int(written) if written == int(written) else 2
