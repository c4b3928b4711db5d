"""How the plan calls its measures, groups and periods, in every language."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from planpress.audit.names import Names, folded
from planpress.model.dataclass import dataclass
from planpress.model.language import Language
from planpress.model.period import Period
from planpress.model.project import Project
from planpress.model.series import Codes
from planpress.store import digest

Code = tuple[str, str]

_NUMBER = re.compile(r"\d+")
_SHORT = 80
"""Up to how many letters it pays to remember a text."""
PLANS = ("Expected", "Expected by the plan", "Target", "Due", "Rating")
HEADERS = (*PLANS, "Baseline", "Result", "Value", "Period")
"""What a table writes above its columns, in English."""


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
    met: set[str] = field(default_factory=set, compare=False)
    """The years in the texts that were searched for periods: see `period_key`."""

    @cached_property
    def _code(self) -> Names:
        return Names(self.codes)

    @cached_property
    def _period(self) -> Names:
        return Names(self.periods)

    @cached_property
    def _title(self) -> Names:
        return Names(self.titles)

    @cached_property
    def _date(self) -> re.Pattern[str]:
        month = "|".join(re.escape(name) for name in sorted(self.months, key=len, reverse=True))
        return re.compile(rf"\b(?:{month})\.? \d{{1,2}}\b|\b\d{{1,2}}\.? (?:de )?(?:{month})\b")

    def without_dates(self, text: str) -> str:
        """Return a text without the days that are written in words."""
        return self._date.sub(" ", text) if self.months else text

    def telling(self, hidden: Mapping[str, Mapping[Codes, set[Period]]]) -> "Telling":
        """Return what a text may call a hidden row by."""
        codes = {code for rows in hidden.values() for row in rows for code in row}
        periods = {period for rows in hidden.values() for period in rows.get((), ())}
        people = [
            *(text for text, code in self.codes.items() if code in codes),
            *(text for text, period in self.periods.items() if period in periods),
        ]
        measures = [text for text, name in self.titles.items() if name in hidden]
        return Telling(frozenset(hidden), Names(people), Names(measures))

    @cached_property
    def key(self) -> str:
        """Stands for all words, the periods left out."""
        named = (self.codes, self.titles)
        alone = (self.plain, self.baseline, self.values, self.period, self.months)
        return digest(*map(repr, named), *(repr(sorted(one)) for one in alone))

    def codes_in(self, text: str) -> list[tuple[int, Code]]:
        """Return the codes that a text names, and where."""
        return [(start, self.codes[name]) for start, name in self._code.found(text)]

    def periods_in(self, text: str) -> list[Period]:
        """Return the periods that a text names, in its order."""
        self._meet(text)
        return [self.periods[name] for _, name in self._period.found(text)]

    def period_of(self, text: str) -> Period | None:
        """Return the period that a whole text names."""
        self._meet(text)
        return self.periods.get(text)

    def measures_in(self, text: str) -> frozenset[str]:
        """Return the measures that a text names."""
        return frozenset(self.titles[name] for _, name in self._title.found(text))

    def without_names(self, text: str) -> str:
        """Return a text without its names of periods, measures and codes: they hold numbers."""
        bare, years = self._bare_once(text) if len(text) < _SHORT else self._bare(text)
        self.met.update(years)
        return bare

    @cached_property
    def _bare_once(self) -> Callable[[str], tuple[str, frozenset[str]]]:
        return lru_cache(maxsize=2**13)(self._bare)

    def _bare(self, text: str) -> tuple[str, frozenset[str]]:
        untitled = self._title.without(text)
        return self._code.without(self._period.without(untitled)), _years(untitled)

    def _meet(self, text: str) -> None:
        self.met.update(_years(text))

    @cached_property
    def _needed(self) -> list[tuple[str, frozenset[str]]]:
        return [(f"{text} {period}", _years(text)) for text, period in self.periods.items()]

    @property
    def every_period(self) -> str:
        """Stands for all periods, and how they are written."""
        return "\n".join([one for one, _ in self._needed])

    @cached_property
    def _keys(self) -> dict[frozenset[str], str]:
        return {}

    def period_key(self, met: frozenset[str]) -> str:
        """Stands for the periods that can be named by texts in which these numbers were met.

        Others cannot change what is found in them: a written period is a year and the numbers
        beside it.
        """
        if met not in self._keys:  # many files name the same few years
            self._keys[met] = "\n".join([one for one, needed in self._needed if needed <= met])
        return self._keys[met]


def _years(text: str) -> frozenset[str]:
    return _years_once(text) if len(text) < _SHORT else _found_years(text)


@lru_cache(maxsize=2**12)
def _years_once(text: str) -> frozenset[str]:
    return _found_years(text)


def _found_years(text: str) -> frozenset[str]:
    """Return the years in a text, alone and with the numbers beside them."""
    found = _NUMBER.findall(text)
    pairs = (pair for pair in pairwise(found) if len(pair[0]) == 4 or len(pair[1]) == 4)
    return frozenset((*(one for one in found if len(one) == 4), *map(" ".join, pairs)))


class Telling(NamedTuple):
    """What names people of a hidden row, or the period of one about everyone; and its measure.

    `hidden` are the measures of which rows are hidden.
    """

    hidden: frozenset[str]
    people: Names
    measures: Names

    @property
    def key(self) -> str:
        """Stands for all of it."""
        return digest(*sorted(self.hidden), "", *self.people.names, "", *self.measures.names)


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
    said = languages.values()
    return Vocabulary(
        codes=codes,
        periods=written,
        titles=titles,
        plain=frozenset(folded(one.say(word)) for one in said for word in PLANS),
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
