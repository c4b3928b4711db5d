"""Which dates a text states, as its language writes them."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from babel import Locale

from planpress.model.dataclass import dataclass
from planpress.model.statement_words import Met

_ISO = r"(?<![\d-])(?P<iso>\d{4}-\d\d-\d\d)(?![\d-])"
_SLASHED = (
    r"(?<![\d/])(?P<one>\d{1,2})(?P<mark>[/.])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})(?![\d/])"
)
_ORDINAL = r"(?:st|nd|rd|th|\.?º|°|\.?er|ro|\.)?"
_NUMERIC = re.compile(r"[-/.]\d")
_HEAD = re.compile(r"\w+")
_PREFIXES = "وبلكف"
_YEARS = range(1800, 2200)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class _Writing:
    """How a language writes dates: the names of its months, and whether the day comes first.

    `heads` are the first words of the months' names, None where one begins with no letter; `arabic`
    says that letters may stand before them.
    """

    months: Mapping[str, int]
    alone: frozenset[str]
    day_first: bool
    heads: frozenset[str] | None
    arabic: bool
    pattern: re.Pattern[str]

    def named_in(self, words: AbstractSet[str] | None) -> bool:
        """Whether a text of these words may have the name of a month in it."""
        if self.heads is None or words is None:
            return True
        joined = (word for word in words if word[0] in _PREFIXES) if self.arabic else ()
        return not self.heads.isdisjoint(words) or any(
            not self.heads.isdisjoint((word[1:], word[2:])) for word in joined
        )


def dates(text: str, locale: Locale, met: Met | None = None) -> Iterator[tuple[str, int, int]]:
    """Yield the key of each date of a text, and from where to where it is written.

    Months are those that CLDR names in this language. A month alone is one only by its full name,
    written as CLDR writes it. `met` is what the text is made of, where that is known.
    """
    writing = _writing(locale)
    named = writing.named_in(met.words if met else None)
    if not named and not _NUMERIC.search(met.mixed if met else text):
        return
    for match in writing.pattern.finditer(text):
        if match["iso"]:
            year, month, day = match["iso"].split("-")
            key = _key(year, int(month), day)
        elif match["one"]:
            one, two = int(match["one"]), int(match["two"])
            day, month = (one, two) if writing.day_first else (two, one)
            key = _key(match["year"], month, str(day))
        else:
            key = _named(match, writing)
        if key:
            yield key, match.start() if match["joined"] is None else _start(match), match.end()


def _start(match: re.Match[str]) -> int:
    return min(at for name in ("begins", "before", "month") if (at := match.start(name)) >= 0)


def _named(match: re.Match[str], writing: _Writing) -> str:
    day = match["before"] or match["after"]
    year = match["ends"] or match["begins"]
    if not day and not year and match["month"] not in writing.alone:
        return ""
    return _key(year, writing.months.get(match["month"].casefold(), 0), day)


def _key(year: str | None, month: int, day: str | None) -> str:
    if not 1 <= month <= 12 or (day and not 1 <= int(day) <= _DAYS[month - 1]):
        return ""
    if year and int(year) not in _YEARS:
        return ""
    written = f"{int(year):04d}" if year else "-"
    return f"{written}-{month:02d}" + (f"-{int(day):02d}" if day else "")


@lru_cache
def _writing(locale: Locale) -> _Writing:
    full, short = (
        {
            str(word).rstrip("."): number
            for form in ("format", "stand-alone")
            for number, word in locale.months[form].get(width, {}).items()
        }
        for width in ("wide", "abbreviated")
    )
    months = {word.casefold(): number for word, number in (short | full).items() if len(word) > 2}
    capitals = {word[:1].upper() + word[1:] for word in full}
    either = "|".join(re.escape(word) for word in sorted(months, key=len, reverse=True)) or r"(?!)"
    link = "|".join(map(re.escape, sorted(_links(locale), key=len, reverse=True)))
    between = rf"[\s,،.]*(?:\b(?:{link})\s+)?"
    year = r"(?P<{0}>\d{{4}})(?!\d)(?!\s?[-\u2010-\u2014]\d)"
    named = (
        rf"(?<!\w)(?:{year.format('begins')}[\s,،.]*)?"
        rf"(?:(?<![\d.,])(?P<before>\d{{1,2}})(?!\d){_ORDINAL}{between})?"
        rf"(?<!\w)(?P<joined>[{_PREFIXES}]{{0,2}})(?P<month>{either})(?!\w)\.?"
        rf"(?:\s*(?P<after>\d{{1,2}})(?![\d%])(?![.,:]\d)(?:st|nd|rd|th)?)?"
        rf"(?:{between}{year.format('ends')})?"
    )
    heads = [_HEAD.match(word) for word in months]
    order = locale.date_formats["short"].pattern
    return _Writing(
        months,
        frozenset(full) | capitals,
        order.find("d") < order.find("M"),
        frozenset(head[0] for head in heads if head) if all(heads) else None,
        any("\u0600" <= letter <= "\u06ff" for word in months for letter in word),
        re.compile(rf"{_ISO}|{_SLASHED}|{named}", re.IGNORECASE),
    )


def _links(locale: Locale) -> set[str]:
    """Return the words that the language puts between the parts of a date, such as `de`."""
    patterns = (locale.date_formats["long"].pattern, str(locale.datetime_skeletons["yMMMM"]))
    words = {word for pattern in patterns for word in re.findall(r"'\s*([^'\s]+)\s*'", pattern)}
    return words | {f"{word}l" for word in words if word == "de"} | {"of"}
