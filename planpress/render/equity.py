"""The page of the gaps between student groups: which close, which widen."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from planpress.model.dataclass import dataclass
from planpress.model.equity import GROUP, Course, GroupStanding
from planpress.model.indicator import IndicatorRecord, Unit
from planpress.model.site import Site
from planpress.model.words import Words
from planpress.render.leaf import Leaf, Turn, say_in_all

COURSES = (Course.WIDENING, Course.CLOSING, Course.SAME, Course.UNKNOWN)
"""The sections of the page: bad news first."""

_MOVED = (Course.WIDENING, Course.CLOSING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A student group of a measure beside everyone."""

    label: Words
    standing: GroupStanding
    by_chance: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A measure with some of its student groups, the one furthest behind first."""

    indicator: IndicatorRecord
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Equity:
    """All gaps of a plan by what has become of them, and what cannot be said.

    `hidden` are the groups whose newest result privacy forbids to show, `without` the measures that
    have no numbers by student group.
    """

    by_course: tuple[tuple[Course, tuple[Measured, ...]], ...]
    hidden: tuple[Measured, ...]
    without: tuple[IndicatorRecord, ...]

    def count(self, course: str) -> int:
        """Return how many gaps take a course."""
        return sum(_count(found) for known, found in self.by_course if known == course)

    @property
    def total(self) -> int:
        """How many gaps are shown."""
        return sum(_count(found) for _, found in self.by_course)

    @property
    def concealed(self) -> int:
        """How many groups are hidden, counted once for each measure."""
        return _count(self.hidden)

    @property
    def maybe_chance(self) -> int:
        """How many gaps may have widened or closed by chance alone."""
        moved = (found for course, found in self.by_course if course in _MOVED)
        return sum(bool(line.by_chance) for found in moved for one in found for line in one.lines)


def equity(site: Site) -> Iterable[Leaf]:
    """Return the page of the gaps; none where no measure has numbers by student group."""
    grouped = tuple(name for name in site.project.indicators if site.groups.get(name))
    if grouped:
        yield Leaf(
            template="pages/equity.html",
            path="equity/",
            title=say_in_all(site, "Gaps between student groups"),
            section="on-track",
            crumbs=(Turn(say_in_all(site, "Are we on track?"), "on-track/"),),
            made_from=site.project.plan.source.path,
            records=tuple(f"indicators/{name}" for name in grouped),
            context={"equity": gaps_between(site), "pictured": _pictured(site, grouped)},
        )


def gaps_between(site: Site) -> Equity:
    """Return every gap of a plan, those of background numbers as well."""
    lines = [
        (indicator, _line(site, indicator, standing))
        for indicator in site.project.indicators.values()
        for standing in site.groups.get(indicator.id, ())
    ]
    by_course = {
        course: _measured((i, line) for i, line in lines if _takes(line.standing, course))
        for course in COURSES
    }
    return Equity(
        by_course=tuple((course, found) for course, found in by_course.items() if found),
        hidden=_measured((i, line) for i, line in lines if line.standing.hidden),
        without=tuple(i for i in site.project.indicators.values() if not site.groups.get(i.id)),
    )


def _pictured(site: Site, indicators: Iterable[str]) -> tuple[str, ...]:
    first = site.project.languages[0]
    return tuple(name for name in indicators if (name, "gaps", first) in site.figures)


def _line(site: Site, indicator: IndicatorRecord, standing: GroupStanding) -> Line:
    label = site.project.code_label(GROUP, standing.code)
    return Line(
        label=label or Words({site.project.languages[0]: standing.code}),
        standing=standing,
        by_chance=standing.by_chance(indicator.unit),
    )


def _takes(standing: GroupStanding, course: Course) -> bool:
    return not standing.hidden and standing.course is course


def _measured(pairs: Iterable[tuple[IndicatorRecord, Line]]) -> tuple[Measured, ...]:
    """Group lines by measure, the largest gap first; shares before what counts something else."""
    found = []
    for _, same in groupby(pairs, key=lambda pair: pair[0].id):
        indicators, lines = zip(*same, strict=True)
        ordered = tuple(sorted(lines, key=_behind, reverse=True))
        found.append(Measured(indicator=indicators[0], lines=ordered))
    found.sort(key=lambda one: (one.indicator.unit is not Unit.PERCENT, -_behind(one.lines[0])))
    return tuple(found)


def _behind(line: Line) -> Decimal:
    now = line.standing.now
    return now.behind if now else Decimal("-Infinity")


def _count(found: Iterable[Measured]) -> int:
    return sum(len(measured.lines) for measured in found)
