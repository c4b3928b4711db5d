"""Problems are values: what is wrong, where, and how to mend it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from itertools import islice

from planpress.model.dataclass import dataclass
from planpress.model.place import Place

LISTED = 20
"""So many problems of one kind are listed for a file; the rest are counted."""


class Level(StrEnum):
    """How bad a problem is; `error` stops the build, `warning` stops it with `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong with the words, the numbers or the templates of a project.

    `rule` is the stable name of the rule that found it, `message` one sentence that says what is
    wrong, `hint` one sentence that says how to mend it.
    """

    place: Place
    rule: str
    level: Level
    message: str
    hint: str

    @property
    def stops(self) -> bool:
        """Whether this problem stops a build that is not strict."""
        return self.level is Level.ERROR


def error(place: Place, rule: str, message: str, hint: str) -> Problem:
    """Return a problem that stops the build."""
    return Problem(place=place, rule=rule, level=Level.ERROR, message=message, hint=hint)


def warning(place: Place, rule: str, message: str, hint: str) -> Problem:
    """Return a problem that stops only a strict build."""
    return Problem(place=place, rule=rule, level=Level.WARNING, message=message, hint=hint)


def notice(place: Place, rule: str, message: str, hint: str) -> Problem:
    """Return something worth knowing that stops nothing."""
    return Problem(place=place, rule=rule, level=Level.NOTICE, message=message, hint=hint)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems once each, by file, line, column, rule and message."""
    return tuple(sorted(set(problems), key=lambda p: (p.place, p.rule, p.message)))


def listed(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the first problems of a file; the others are only counted, in one problem more."""
    rest = iter(problems)
    yield from islice(rest, LISTED)
    more = list(rest)
    if len(more) < 2:
        yield from more
        return
    worst = min(more, key=lambda problem: (tuple(Level).index(problem.level), problem.place))
    message = f"… and {len(more):,} more like those before, the next one here: {worst.message}"
    yield replace(worst, message=message)
