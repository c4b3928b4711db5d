"""Which numbers a text states, as its language writes them."""

import re
from collections.abc import Iterator, Mapping
from decimal import Context, Decimal
from functools import lru_cache
from unicodedata import decimal, normalize

from babel import Locale
from babel.numbers import get_decimal_symbol, get_group_symbol

from planpress.model.dataclass import dataclass
from planpress.model.statement_words import Met

_ROOMY = Context(prec=100_000)
_SPACES = "\u00a0\u202f\u2009"
_DASH = r"[-\u2010-\u2014/]"
_PHONE = (
    r"\+?(?:\d{1,3}[ .\u00a0-])?(?:\(\d{3}\)[ \u00a0]?|\d{3}[.\u2010\u2011-])"
    r"\d{3}[.\u2010\u2011-]\d{4}(?!\d)"
    r"|\+\d{1,3}(?:[ .\u00a0-]?\(?\d{2,4}\)?){2,5}(?!\d)"
)
_YEARS = rf"(?P<first>\d{{4}})\s?{_DASH}\s?(?P<last>\d{{4}}|\d\d)(?![\d%])(?![.,]\d)"
_HALF_DAY = r"(?:\s?(?P<{0}>[ap])(?:\.\s?)?m\b\.?)"
_TIME = (
    rf"(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?![\d:]){_HALF_DAY.format('half')}?"
    rf"|(?P<whole>\d{{1,2}}){_HALF_DAY.format('noon')}"
)
_SIGNS = "".join(chr(c) for c in (*range(0xBC, 0xBF), *range(0x2150, 0x215F)))
_FRACTION = rf"[{_SIGNS}]|(?<![\d/.,])[1-9]/(?:[2-9]|1[0-6])(?![\d/])(?![.,]\d)"
_NUMBER = (
    rf"(?P<sign>[-\u2212\u2010\u2011][\u200e\u200f\u061c$]?)?(?P<digits>\d+(?:[.,'\u2019\u066b\u066c{_SPACES}]\d+)*)"
    rf"(?:[ \u00a0]?(?P<part>{_FRACTION}))?"
)
_DIGIT = re.compile(rf"[\d{_SIGNS}]")
_START = re.compile(rf"[\d+(\-\u2212\u2010\u2011{_SIGNS}]")
_PLAIN_START = re.compile(r"[0-9+(-]")
"""What is left of it where nothing but letters is beyond ASCII; found several times as fast."""
_ANY = re.compile(
    rf"(?=[\d+(\-\u2212\u2010\u2011{_SIGNS}])(?:(?P<phone>(?<![\d+]){_PHONE})|(?<![\d.,]){_YEARS}|(?<![\d:.,])(?:{_TIME})"
    rf"|(?P<fraction>{_FRACTION})|{_NUMBER})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Writing:
    """How a language writes numbers: its two separators, and its words for powers of ten."""

    decimal: str
    group: str
    powers: Mapping[str, int]
    word: re.Pattern[str]


def numbers(text: str, locale: Locale, met: Met | None = None) -> Iterator[tuple[str, int, int]]:
    """Yield the key of each number of a text, and from where to where it is written.

    A separator that the locale does not use so is read as the writer must have meant it: `84,6`
    is a decimal in English too, and in `1.234,5` the last separator is the decimal one. `met` is
    what the text is made of, where that is known.
    """
    if not _DIGIT.search(met.mixed if met else text):
        return
    writing = _writing(locale)
    plain = met is not None and met.mixed.isascii()
    for match in _matches(text, _PLAIN_START if plain else _START):
        if match["phone"]:
            yield _phone(match[0]), match.start(), match.end()
        elif match["first"]:
            yield from _years(match)
        elif match["hour"] or match["whole"]:
            yield from _time(match)
        elif match["fraction"]:
            yield _key(_part(match[0])), match.start(), match.end()
        else:
            yield from _plain(text, match, writing)


def _matches(text: str, begins: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of all that a number can be; what it begins with is found fast."""
    start = begins.search(text)
    while start:
        match = _ANY.match(text, start.start())
        if match:
            yield match
        start = begins.search(text, (match or start).end())


def _phone(written: str) -> str:
    digits = "".join(str(decimal(c)) for c in written if c.isdecimal())
    return "tel:" + (digits[1:] if len(digits) == 11 and digits[0] == "1" else digits)


def _years(match: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    first, last = int(match["first"]), int(match["last"])
    if (
        first in range(1900, 2100)
        and last % 100 == (first + 1) % 100
        and last in {first + 1, (first + 1) % 100}
    ):
        yield f"{first}-{(first + 1) % 100:02d}", match.start(), match.end()
        return
    yield str(first), *match.span("first")
    yield str(last), *match.span("last")


def _time(match: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    hour, minute = int(match["hour"] or match["whole"]), int(match["minute"] or 0)
    half = (match["half"] or match["noon"] or "").lower()
    if hour > 24 or minute > 59:
        yield str(hour), *match.span("hour" if match["hour"] else "whole")
        if match["minute"]:
            yield str(minute), *match.span("minute")
        return
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    yield f"{hour}:{minute:02d}", match.start(), match.end()


def _plain(text: str, match: re.Match[str], writing: _Writing) -> Iterator[tuple[str, int, int]]:
    pieces = list(_read(match["digits"], match.start("digits"), writing))
    for at, (value, begin, end) in enumerate(pieces):
        number, start, stop = value, begin, end
        if at == len(pieces) - 1:
            if match["part"]:
                number, stop = _ROOMY.add(number, _part(match["part"])), match.end()
            power = writing.word.match(text, stop)
            if power:
                factor = Decimal(writing.powers.get(power["word"].casefold(), 1))
                number, stop = _ROOMY.multiply(number, factor), power.end()
        if at == 0 and match["sign"] and _signs(text, match.start()):
            number, start = number.copy_negate(), match.start()
        yield _key(number), start, stop


def _signs(text: str, at: int) -> bool:
    """Whether a dash makes a number negative: a blank, a bracket or nothing is before it."""
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "([«“\"'"


def _read(digits: str, start: int, writing: _Writing) -> Iterator[tuple[Decimal, int, int]]:
    """Read a run of digits and separators as one number, or else piece by piece."""
    pieces = re.split(r"(\D)", digits)
    whole = _joined(pieces, writing)
    if whole is not None:
        yield whole, start, start + len(digits)
        return
    at = start
    for place, piece in enumerate(pieces):
        if place % 2 == 0:
            yield Decimal(piece), at, at + len(piece)
        at += len(piece)


def _joined(pieces: list[str], writing: _Writing) -> Decimal | None:
    numbers, marks = pieces[::2], pieces[1::2]
    if not marks:
        return Decimal(numbers[0])
    groups, last = marks[:-1], marks[-1]
    if _grouped(numbers, marks) and (
        len(marks) > 1 or last == writing.group or last not in {writing.decimal, "\u066b"}
    ):
        return Decimal("".join(numbers))
    if last in ".,\u066b" and last not in groups and _grouped(numbers[:-1], groups):
        return Decimal("".join(numbers[:-1]) + "." + numbers[-1])
    return None


def _grouped(numbers: list[str], marks: list[str]) -> bool:
    """Whether the separators can stand between groups of digits."""
    if not marks:
        return True
    sizes = [len(number) for number in numbers]
    return (
        len(set(marks)) == 1
        and sizes[-1] == 3
        and sizes[0] <= 3
        and numbers[0].lstrip("0") != ""
        and all(size in {2, 3} for size in sizes[1:])
    )


def _part(sign: str) -> Decimal:
    above, below = normalize("NFKC", sign).replace("\u2044", "/").split("/")
    return Decimal(above) / Decimal(below)


def _key(number: Decimal) -> str:
    written = format(number, "f") if number else "0"
    return written.rstrip("0").rstrip(".") if "." in written else written


@lru_cache
def _writing(locale: Locale) -> _Writing:
    powers: dict[str, int] = {}
    for patterns in locale.compact_decimal_formats.get("long", {}).values():
        for power, pattern in patterns.items():
            written = str(pattern.pattern)
            word = written.strip("0 \u00a0\u200e\u200f'.").casefold()
            if word and "0" in written:
                powers[word] = int(power) // 10 ** (written.count("0") - 1)
    longest = sorted(powers, key=len, reverse=True)
    either = "|".join(map(re.escape, longest)) or r"(?!)"
    return _Writing(
        get_decimal_symbol(locale, numbering_system="latn"),
        get_group_symbol(locale, numbering_system="latn"),
        powers,
        re.compile(rf"[ \u00a0](?P<word>{either})(?!\w)", re.IGNORECASE),
    )
