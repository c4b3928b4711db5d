"""How a country writes numbers: its digits, signs and patterns, from CLDR by way of Babel."""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache

from babel import Locale
from babel.numbers import (
    NumberPattern,
    get_currency_symbol,
    get_minus_sign_symbol,
    parse_pattern,
)

from planpress.model.dataclass import dataclass

_ZEROS = {
    "adlm": "\U0001e950",
    "arab": "٠",
    "arabext": "۰",
    "beng": "০",
    "cakm": "\U00011136",
    "deva": "०",
    "hmnp": "\U0001e140",
    "mtei": "\uabf0",
    "mymr": "၀",
    "nkoo": "߀",
    "olck": "᱐",
    "tibt": "༠",
}
"""The zero of each numbering system that is some country's usual one; nine digits follow it."""

_BODY = re.compile(r"[#,0]*0(?:\.[#0]+)?")
"""The part of a CLDR pattern that stands for the digits."""

_ROUND = Decimal(1)
_Pattern = tuple[str, NumberPattern]


@dataclass(frozen=True, eq=False)
class Numerals:
    """Writes numbers as one locale does; ask `numerals_of` for one.

    Babel puts separators in and groups digits; which digits and signs are used follows from the
    locale's usual numbering system (CLDR, UTS 35 part 3). A hyphen as minus becomes a true minus.
    """

    locale: Locale
    digits: dict[int, str]
    signs: dict[int, str]

    def number(self, number: Decimal, decimals: int) -> str:
        """Return `12,345.6`, rounded half up to `decimals`."""
        return _written(self, "number", number, decimals)

    def percent(self, number: Decimal, decimals: int) -> str:
        """Return `84.6%` for 84.6."""
        return _written(self, "percent", number, decimals)

    def dollars(self, number: Decimal, decimals: int) -> str:
        """Return `$1,200`; with any decimals there are at least two."""
        return _written(self, "dollars", number, max(decimals, 2) if decimals else 0)

    def with_digits(self, text: str) -> str:
        """Return a text with the digits of the locale in place of 0 to 9."""
        return text.translate(self.digits) if self.digits else text


@cache
def numerals_of(locale: Locale) -> Numerals:
    """Return how a locale writes numbers."""
    zero = _ZEROS.get(locale.default_numbering_system)
    digits = {ord("0") + n: chr(ord(zero) + n) for n in range(10)} if zero else {}
    minus = get_minus_sign_symbol(locale, numbering_system="default").replace("-", "−")
    signs = {ord("-"): minus, ord("%"): _percent_sign(locale)}
    return Numerals(locale, digits, signs | digits)


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Return a number rounded half up; what rounds to nothing has no sign."""
    found = number.quantize(_ROUND.scaleb(-decimals), ROUND_HALF_UP)
    return found or abs(found)


@lru_cache(maxsize=8192)
def _written(numerals: Numerals, kind: str, number: Decimal, decimals: int) -> str:
    """Return a number by the pattern of a kind; a plan writes the same few numbers many times."""
    symbol, pattern = _pattern(numerals.locale, kind, decimals)
    value = rounded(number, decimals)
    text: str = pattern.apply(
        value.scaleb(-pattern.scale), numerals.locale, numbering_system="default"
    )
    return text.translate(numerals.signs).replace("¤", symbol)


@cache
def _pattern(locale: Locale, kind: str, decimals: int) -> _Pattern:
    """Return the sign of the currency, if any, and the CLDR pattern with so many decimals."""
    formats = {
        "number": locale.decimal_formats[None],
        "percent": locale.percent_formats[None],
        "dollars": locale.currency_formats["standard"],
    }
    fraction = "." + "0" * decimals if decimals else ""
    whole = _BODY.sub(lambda body: body[0].partition(".")[0] + fraction, formats[kind].pattern)
    symbol = get_currency_symbol("USD", locale) if kind == "dollars" else ""
    return symbol, parse_pattern(whole)


def _percent_sign(locale: Locale) -> str:
    symbols = locale.number_symbols.get(locale.default_numbering_system, {})
    return str(symbols.get("percentSign", "%"))
