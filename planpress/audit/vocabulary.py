"""How the plan calls its measures, groups and periods, in every language."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from unicodedata import decimal

from planpress.model.language import Language
from planpress.model.period import Period
from planpress.model.project import Project
from planpress.model.series import Codes

Code = tuple[str, str]

_SPACE = re.compile(r"(?<=\d)[\u00a0\u202f](?=\d{3})")
"""A space between thousands."""

_UNSEEN = (
    0xAD,
    0x61C,
    0x200B,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    0x2060,
    *range(0x2066, 0x206A),
)
_SIGNS = str.maketrans(
    {"–": "-", "‑": "-", "−": "-", "٫": ".", "٬": ",", "٪": "%"}
    | {chr(mark): None for mark in _UNSEEN}
)
"""One sign for those that say the same; marks that nobody sees are left out."""

_DIGIT = re.compile(r"[^\D0-9]")
"""A digit of another script than ours."""


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The words of a plan, folded to small letters.

    `codes` are labels and ids of codes, `periods` written periods, `titles` titles and ids of
    measures; `plain` are headers of columns that tell what is planned and not what is.
    """

    codes: Mapping[str, Code]
    periods: Mapping[str, Period]
    titles: Mapping[str, str]
    plain: frozenset[str]
    baseline: frozenset[str]
    values: frozenset[str]
    period: frozenset[str]
    months: frozenset[str]

    @cached_property
    def _code(self) -> re.Pattern[str]:
        return _any(self.codes)

    @cached_property
    def _period(self) -> re.Pattern[str]:
        return _any(self.periods)

    @cached_property
    def _title(self) -> re.Pattern[str]:
        return _any(self.titles)

    @cached_property
    def _date(self) -> re.Pattern[str]:
        month = "|".join(re.escape(name) for name in sorted(self.months, key=len, reverse=True))
        return re.compile(rf"\b(?:{month})\.? \d{{1,2}}\b|\b\d{{1,2}}\.? (?:de )?(?:{month})\b")

    def without_dates(self, text: str) -> str:
        """Return a text without the days that are written in words."""
        return self._date.sub(" ", text) if self.months else text

    def telling(self, hidden: Mapping[str, Mapping[Codes, set[Period]]]) -> re.Pattern[str]:
        """Return what names people of a hidden row, or the period of one about everyone."""
        codes = {code for rows in hidden.values() for row in rows for code in row}
        periods = {period for rows in hidden.values() for period in rows.get((), ())}
        return _any(
            [
                *(text for text, code in self.codes.items() if code in codes),
                *(text for text, period in self.periods.items() if period in periods),
            ]
        )

    def naming(self, hidden: Mapping[str, Mapping[Codes, set[Period]]]) -> re.Pattern[str]:
        """Return what names a measure of which rows are hidden."""
        return _any(text for text, name in self.titles.items() if name in hidden)

    def codes_in(self, text: str) -> list[tuple[int, Code]]:
        """Return the codes that a text names, and where."""
        return [(m.start(), self.codes[m[0]]) for m in self._code.finditer(text)]

    def periods_in(self, text: str) -> list[Period]:
        """Return the periods that a text names, in its order."""
        return [self.periods[m[0]] for m in self._period.finditer(text)]

    def measures_in(self, text: str) -> frozenset[str]:
        """Return the measures that a text names."""
        return frozenset(self.titles[m[0]] for m in self._title.finditer(text))

    def without_names(self, text: str) -> str:
        """Return a text without its names of periods, measures and codes: they hold numbers."""
        for pattern in (self._title, self._period, self._code):
            text = pattern.sub(" · ", text)
        return text


def folded(text: str) -> str:
    """Return a text in small letters, with one kind of digits, spaces and dashes."""
    if not text.isascii():
        text = _SPACE.sub("", text).translate(_SIGNS)
        text = _DIGIT.sub(lambda digit: str(decimal(digit[0])), text)
    return " ".join(text.casefold().split())


def vocabulary(
    project: Project, languages: Mapping[str, Language], periods: Iterable[Period]
) -> Vocabulary:
    """Return the words of a plan in its languages, with the given periods."""
    codes: dict[str, Code] = {}
    for dimension in project.dimensions.dimensions if project.dimensions else ():
        for code in dimension.codes:
            for text in (code.id, code.id.replace("-", "_"), *code.label.texts.values()):
                codes.setdefault(folded(text), (dimension.id, code.id))
    written = {}
    for period in periods:
        for text in (str(period), *(one.period(period) for one in languages.values())):
            written[folded(text)] = period
    titles = {}
    for record in project.indicators.values():
        for text in (record.id, *record.title.texts.values()):
            titles[folded(text)] = record.id
    plans = ("Expected", "Expected by the plan", "Target", "Due", "Rating")
    said = languages.values()
    return Vocabulary(
        codes=codes,
        periods=written,
        titles=titles,
        plain=frozenset(folded(one.say(word)) for one in said for word in plans),
        baseline=frozenset(folded(one.say("Baseline")) for one in said),
        values=frozenset(folded(one.say(word)) for one in said for word in ("Result", "Value")),
        period=frozenset(folded(one.say("Period")) for one in said),
        months=frozenset(
            folded(name) for one in said for name in one.locale.months["format"]["wide"].values()
        ),
    )


def together(*pairs: Iterable[Code]) -> Codes:
    """Return codes put together, one for each dimension: of several the first."""
    found: dict[str, str] = {}
    for some in pairs:
        for dimension, code in some:
            found.setdefault(dimension, code)
    return tuple(sorted(found.items()))


def _any(words: Iterable[str]) -> re.Pattern[str]:
    longest = sorted((word for word in words if word), key=len, reverse=True)
    either = "|".join(re.escape(word) for word in longest)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if either else r"(?!)")
