"""A measure with rows of its own, and what one rule says of them."""

from collections.abc import Callable, Iterable, Iterator

from unit.assess.measures import measure
from unit.render.sample import plan

from planpress.model.glossary import DimensionsRecord
from planpress.model.period import Period
from planpress.model.place import Place
from planpress.model.problem import Problem
from planpress.model.project import Project
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.reading import Reading
from planpress.model.series import Status
from planpress.model.source import Source
from planpress.model.value import Value
from planpress.model.words import Words

PATH = "data/grade-3.csv"
CODES = ("female", "male", "a", "b", "c", "d", "e")
GENDER = {"of": "all", "codes": ("female", "male")}


def row(
    period: str, value: str = "", n: str = "", group: str = "", *, note: str = "", status: str = ""
) -> tuple[str, str, str, str, str, str]:
    """Return the cells of a row, as they are written."""
    return period, value, n, group, note, status


def years(*values: str, first: int = 2016, **cells: str) -> list[tuple[str, ...]]:
    """Return a row for each value, from a school year on."""
    return [
        row(f"{year}-{(year + 1) % 100:02d}", value, **cells)
        for year, value in enumerate(values, first)
        if value
    ]


def series(rows: Iterable[tuple[str, ...]]) -> RawSeries:
    """Return the rows as they come in; the first one stands on line 2."""
    made = [
        RawObservation(
            period=Period.parse(period),
            value=Value.parse(value) if value else None,
            n=Value.parse(n) if n else None,
            status=Status(status),
            codes=(("group", group),) if group else (),
            note=note,
            path=PATH,
            line=line,
        )
        for line, (period, value, n, group, note, status) in enumerate(rows, start=2)
    ]
    return RawSeries(
        indicator="grade-3",
        dimensions=("group",),
        observations=tuple(made),
        place=Place(PATH, 1),
    )


def told(
    rule: Callable[[Reading, Project], Iterator[Problem]],
    rows: Iterable[tuple[str, ...]],
    *,
    partitions: tuple[dict, ...] = (GENDER,),
    **facts: object,
) -> list[Problem]:
    """Return what a rule says of a measure with these rows."""
    facts = {"baseline": None, "target": {"type": "none"}, "dimensions": ("group",), **facts}
    record = measure("grade-3", **facts)
    made = Project(plan=plan(), dimensions=declared(*partitions), indicators={record.id: record})
    reading = Reading(
        project=made, series={record.id: series(rows)}, problems=(), data={record.id: PATH}
    )
    return list(rule(reading, made))


def declared(*partitions: dict) -> DimensionsRecord:
    """Return the declaration of student groups, with some partitions."""
    codes = [{"id": code, "label": Words({"en": code})} for code in CODES]
    group = {
        "id": "group",
        "label": Words({"en": "Group"}),
        "codes": codes,
        "partitions": partitions,
    }
    return DimensionsRecord.model_validate(
        {
            "id": "dimensions",
            "source": Source({"en": "content/dimensions.md"}, {}),
            "dimensions": (group,),
        }
    )
