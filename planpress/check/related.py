"""Rules about measures that tell the same in another way."""

from collections import Counter
from collections.abc import Iterator

from planpress.check.targets import end_of
from planpress.model.indicator import IndicatorRecord, Kinship, Relative, Unit
from planpress.model.nearest import did_you_mean
from planpress.model.period import Form
from planpress.model.problem import Problem, error
from planpress.model.project import Project
from planpress.model.reading import Reading

_LENGTHS = {Form.DAY: 0, Form.MONTH: 1, Form.QUARTER: 3, Form.YEAR: 12, Form.SCHOOL_YEAR: 12}
"""How many months a period takes."""


def related_measures(reading: Reading, project: Project) -> Iterator[Problem]:
    """A measure is related to another one that exists, once, and in a way that can be."""
    for indicator in project.indicators.values():
        for at, relative in enumerate(indicator.related):
            place = indicator.source.at("related", at, "indicator")
            other = project.indicators.get(relative.indicator)
            if relative.indicator == indicator.id:
                message = "the measure is related to itself"
                yield error(place, "related", message, "Name the other measure, or remove it.")
            elif other is None:
                if f"indicators/{relative.indicator}" not in reading.broken:
                    message = f"there is no “{relative.indicator}” in content/indicators/"
                    hint = did_you_mean(relative.indicator, project.indicators)
                    yield error(place, "dangling-reference", message, hint)
            elif relative in indicator.related[:at]:
                first = indicator.related.index(relative) + 1
                message = f"entry {first} and this one are the same"
                yield error(place, "repeated-entry", message, "Remove one of them from related.")
            else:
                yield from _unfit(reading, indicator, at, relative, other)


def _unfit(
    reading: Reading, one: IndicatorRecord, at: int, relative: Relative, other: IndicatorRecord
) -> Iterator[Problem]:
    kind = relative.as_its
    place = one.source.at("related", at, "as_its")
    if kind is Kinship.PART:
        if not one.unit.adds_up or one.unit is not other.unit:
            message = (
                f"periods in {one.unit} cannot add up to a period of “{other.id}” in {other.unit}"
            )
            hint = "Only counts add up, such as students: both measures need the same such unit."
            yield error(place, "related", message, hint)
        form, whole = _form(reading, one), _form(reading, other)
        if form and whole and _LENGTHS[form] >= _LENGTHS[whole]:
            message = f"a {form} is no part of a {whole} of “{other.id}”"
            hint = "Write this at the measure with the shorter periods, and name the longer one."
            yield error(place, "related", message, hint)
        return
    if other.unit is not Unit.PERCENT:
        message = f"“{other.id}” is in {other.unit}: only a share has a {kind}"
        hint = "Name a measure in percent, or write as_its: part."
        yield error(place, "related", message, hint)
    if not one.unit.of_people:
        message = f"a {kind} counts people, and this measure is in {one.unit}"
        hint = "Write this at the measure that counts the people, in students or people."
        yield error(place, "related", message, hint)


def _form(reading: Reading, indicator: IndicatorRecord) -> Form | None:
    """Return the form of a measure's periods."""
    start = indicator.baseline.period if indicator.baseline else end_of(indicator)
    series = reading.series.get(indicator.id)
    if start or series is None:
        return start.form if start else None
    forms: Counter[Form] = Counter()
    for period, rows in series.by_period.items():
        forms[period.form] += len(rows)
    return forms.most_common(1)[0][0] if forms else None


def related_circles(reading: Reading, project: Project) -> Iterator[Problem]:
    """No measure is related to itself by way of others."""
    told: set[frozenset[str]] = set()
    for name in project.indicators:
        circle = _circle(project, name)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            way = " → ".join(f"“{one}”" for one in (*circle, circle[0]))
            message = f"the measures are related in a circle: {way}"
            place = project.indicators[name].source.at("related")
            hint = "Remove one of the entries in related; each pair is written down once."
            yield error(place, "related-circle", message, hint)


def _circle(project: Project, name: str) -> tuple[str, ...]:
    """Return the shortest way over at least one other measure back to a measure."""
    ways: list[tuple[str, ...]] = [(name,)]
    seen: set[str] = set()
    for way in ways:
        for relative in project.indicators[way[-1]].related:
            other = relative.indicator
            if other == name and len(way) > 1:
                return way
            if other in project.indicators and other not in seen and other != name:
                seen.add(other)
                ways.append((*way, other))
    return ()
