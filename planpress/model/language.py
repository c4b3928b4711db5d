"""A language: its words for the interface, and the one place that formats numbers and dates."""

from collections.abc import Iterable
from dataclasses import field
from datetime import date
from decimal import Decimal
from functools import cache, cached_property, reduce
from gettext import NullTranslations
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.units import format_unit

from planpress.model.dataclass import dataclass
from planpress.model.dates import day_in, period_in, span_in
from planpress.model.indicator import Unit
from planpress.model.numerals import Numerals, numerals_of, rounded
from planpress.model.period import Form, Period
from planpress.model.plurals import count_like
from planpress.model.value import Bound, Value


@dataclass(frozen=True)
class Language:
    """Speaks one language of the plan. `code` is its code in addresses and in `lang`.

    `reviewed` is false where a machine wrote its catalogue and nobody has read it since. `digest`
    stands for all that it says and how; empty where that is not known.
    """

    code: str
    locale: Locale
    translations: NullTranslations = field(default_factory=NullTranslations, compare=False)
    reviewed: bool = True
    digest: str = field(default="", compare=False, repr=False)

    @classmethod
    def of(cls, code: str, territory: str, translations: NullTranslations) -> "Language":
        """Return the language with the ways of writing of `territory` where CLDR knows them.

        A code that names a territory itself, such as `ar-EG`, keeps to that. Where CLDR does not
        know a language in a territory (`ar` and `vi` in `US`), the language's own ways are used:
        Arabic is then written with the digits 0 to 9, as CLDR has it for Arabic at large.
        Raises ValueError for a language that CLDR does not know.
        """
        for name in (f"{code}-{territory}", code):
            try:
                return cls(code, _locale(name), translations)
            except (UnknownLocaleError, ValueError):
                continue
        raise ValueError(f"“{code}” is a language that CLDR does not know")

    @cached_property
    def name(self) -> str:
        """Its own name for itself, as a heading would write it."""
        name = Locale.parse(self.code, sep="-").get_display_name() or self.code
        return name[:1].upper() + name[1:]

    @cached_property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return self.locale.text_direction

    @cached_property
    def numerals(self) -> Numerals:
        """How it writes numbers."""
        return numerals_of(self.locale)

    def say(self, message: str, **values: Any) -> str:
        """Return an interface message, its `%(name)s` filled in; whole numbers are written."""
        text = self.translations.gettext(message)
        return text % self._written(values) if values else text

    def say_n(self, one: str, many: str, count: int, **values: Any) -> str:
        """Return the form of a message that fits `count`; `%(count)s` is the written number."""
        text = self.translations.ngettext(one, many, count)
        return text % self._written({"count": count, **values})

    def number(self, number: Decimal, decimals: int = 0) -> str:
        """Return `12,345.6`, rounded half up to `decimals`."""
        return self.numerals.number(number, decimals)

    def amount(self, number: Decimal, unit: Unit, decimals: int = 0) -> str:
        """Return a number with its unit: `84.6%`, `85,508 students`, `$1,200`."""
        match unit:
            case Unit.PERCENT:
                return self.numerals.percent(number, decimals)
            case Unit.DOLLARS:
                return self.numerals.dollars(number, decimals)
            case Unit.NUMBER:
                return self.number(number, decimals)
        return self.counted(number, unit, decimals)

    def counted(self, number: Decimal, unit: Unit, decimals: int) -> str:
        """Return a number with the word of its unit in the right plural; points for percent."""
        said = self.translations
        count = count_like(self.locale, rounded(number, decimals))
        match unit:
            case Unit.STUDENTS:
                text = said.ngettext("%(number)s student", "%(number)s students", count)
            case Unit.PEOPLE:
                text = said.ngettext("%(number)s person", "%(number)s people", count)
            case Unit.SCHOOLS:
                text = said.ngettext("%(number)s school", "%(number)s schools", count)
            case Unit.DAYS:
                text = said.ngettext("%(number)s day", "%(number)s days", count)
            case Unit.POINTS:
                text = said.ngettext("%(number)s point", "%(number)s points", count)
            case Unit.PERCENT:
                text = said.ngettext(
                    "%(number)s percentage point", "%(number)s percentage points", count
                )
            case Unit.DOLLARS | Unit.NUMBER:
                return self.amount(number, unit, decimals)
        return text % {"number": self.number(number, decimals)}

    def size(self, size: int) -> str:
        """Return the size of a file, given in bytes: `120 kB`, `1.2 MB`."""
        small = size < 1_000_000
        number = rounded(max(Decimal(size).scaleb(-3), Decimal(1)), 0)
        if not small:
            number = rounded(Decimal(size).scaleb(-6), 1).normalize()
        unit = "digital-kilobyte" if small else "digital-megabyte"
        written = format_unit(
            number, unit, length="short", locale=self.locale, numbering_system="default"
        )
        return self.numerals.with_digits(written)

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

    def change(self, number: Decimal, unit: Unit, decimals: int = 0) -> str:
        """Return a distance between two values: `3.4 percentage points`, `−$1,200`."""
        if unit is Unit.PERCENT:
            return self.counted(number, unit, decimals)
        return self.amount(number, unit, decimals)

    def difference(self, number: Decimal, unit: Unit, decimals: int = 0) -> str:
        """Return a distance between two values without its sign."""
        return self.change(abs(number), unit, decimals)

    def range(self, low: str, high: str) -> str:
        """Return `83.8%–85.3%`, of two written amounts."""
        return self.say("%(low)s–%(high)s", low=low, high=high)

    def date(self, day: date) -> str:
        """Return a day in words: `August 31, 2027`."""
        return day_in(self.locale, day)

    def period(self, period: Period) -> str:
        """Return a period as readers write it: `2023–24`, `3rd quarter 2024`."""
        return period_in(self.locale, period)

    def span(self, first: Period, last: Period) -> str:
        """Return `2011–12 to 2023–24`, `2011–2024`, or one period."""
        if first == last:
            return self.period(first)
        if first.form is Form.SCHOOL_YEAR:
            ends = {"first": self.period(first), "last": self.period(last)}
            return self.say("%(first)s to %(last)s", **ends)
        return span_in(self.locale, first, last)

    def list(self, items: Iterable[str]) -> str:
        """Return `a, b, and c` as the language writes it."""
        return format_list(tuple(items), locale=self.locale)

    def series(self, items: Iterable[str]) -> str:
        """Return `a; b; c`, of items that may hold commas; empty without items."""
        return reduce(self._then, items, "")

    def sequence(self, items: Iterable[str]) -> str:
        """Return `a, b, c`, with nothing before the last; empty without items."""
        return reduce(self._and_then, items, "")

    def _then(self, before: str, after: str) -> str:
        return self.say("%(before)s; %(after)s", before=before, after=after) if before else after

    def _and_then(self, before: str, after: str) -> str:
        return self.say("%(before)s, %(after)s", before=before, after=after) if before else after

    def _written(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return what a message is filled in with: a whole number as it is written."""
        for value in values.values():
            if type(value) is int:
                return {key: self._number(value) for key, value in values.items()}
        return values

    def _number(self, value: Any) -> Any:
        return self.number(Decimal(value)) if type(value) is int else value


@cache
def _locale(name: str) -> Locale:
    """Return the same object each time: what Babel is asked is found again by it."""
    return Locale.parse(name, sep="-")
