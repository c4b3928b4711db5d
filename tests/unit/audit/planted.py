"""A small site without a leak, to plant leaks in."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from unit.assess.measures import languages, measure

from planpress.audit.site import audit
from planpress.model.document import Document
from planpress.model.glossary import DimensionsRecord
from planpress.model.indicator import IndicatorRecord
from planpress.model.period import MonthDay
from planpress.model.plan import PlanRecord, Privacy
from planpress.model.problem import Problem
from planpress.model.project import Project
from planpress.model.source import Source
from planpress.model.words import Words

LABELS = {
    "female": ("Female", "Femenino"),
    "male": ("Male", "Masculino"),
    "nonbinary": ("Nonbinary", "No binario"),
    "poor": ("Low income", "Bajos ingresos"),
    "rich": ("Not low income", "Sin bajos ingresos"),
    "cedar": ("Cedar School", "Escuela Cedro"),
    "fir": ("Fir School", "Escuela Abeto"),
    "oak": ("Oak School", "Escuela Roble"),
    "low": ("Elementary", "Primaria"),
    "high": ("High school", "Secundaria"),
}
GROUPS = ("female", "male", "nonbinary", "poor", "rich")
SCHOOLS = ("cedar", "fir", "oak")
SEXES = {"of": "all", "codes": ["female", "male"]}
INCOMES = {"of": "all", "codes": ["poor", "rich"]}
HEADER = ("period", "value", "n", "status", "group", "school", "level")
"""The columns of every table; what is left out on the right is empty."""


def plan(
    *indicators: IndicatorRecord,
    group: Sequence[Mapping[str, Any]] = (SEXES, INCOMES),
    school: Sequence[Mapping[str, Any]] = ({"of": "all", "codes": list(SCHOOLS)},),
    level: Sequence[Mapping[str, Any]] = ({"of": "all", "codes": ["low", "high"]},),
    interval: int = 3,
) -> Project:
    declared = {
        "group": (GROUPS, group),
        "school": (SCHOOLS, school),
        "level": (("low", "high"), level),
    }
    record = DimensionsRecord.model_validate(
        {
            "id": "dimensions",
            "source": Source({"en": "content/dimensions.md"}, {}),
            "dimensions": [
                {
                    "id": name,
                    "label": Words({"en": name}),
                    "codes": [
                        {
                            "id": one,
                            "label": Words(dict(zip(("en", "es"), LABELS[one], strict=True))),
                        }
                        for one in codes
                    ],
                    "partitions": partitions,
                }
                for name, (codes, partitions) in declared.items()
            ],
        }
    )
    settings = PlanRecord.model_construct(
        school_year_starts=MonthDay(7, 1),
        privacy=Privacy.model_construct(minimum_n=16, minimum_interval=interval),
        languages=("en", "es"),
    )
    made = {one.id: one for one in indicators or (reading(),)}
    return Project(plan=settings, dimensions=record, indicators=made)


def reading(name: str = "reading", **facts: Any) -> IndicatorRecord:
    usual = {"decimals": "1", "dimensions": ("group", "school", "level")}
    return measure(name, **{**usual, **facts})


def table(*rows: str, name: str = "reading", path: str = "") -> Document:
    """Return a CSV file from `2023-24,80.0,50,,female`."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(HEADER)
    for row in rows:
        cells = row.split(",")
        writer.writerow([*cells, *[""] * (len(HEADER) - len(cells))])
    return Document(path or f"data/{name}.csv", b"\xef\xbb\xbf" + written.getvalue().encode())


SAFE = (
    "2022-23,64.0,100",
    "2023-24,62.0,100",
    "2023-24,,,suppressed,female",
    "2023-24,,,suppressed,male",
    "2022-23,66.0,50,,female",
    "2022-23,62.0,50,,male",
)
"""Rows that give nothing away: two groups are hidden, and each can be large or small."""


def page(body: str, path: str = "indicators/reading/index.html", head: str = "") -> Document:
    text = f"<!DOCTYPE html><html><head>{head}</head><body><h1>Reading</h1>{body}</body></html>"
    return Document(path, text.encode())


def machine(thing: Any, path: str = "api/indicators/reading.json") -> Document:
    return Document(path, json.dumps(thing).encode())


def found(*documents: Document, project: Project | None = None) -> tuple[Problem, ...]:
    return audit(documents, project or plan(), languages())


def leaks(*documents: Document, project: Project | None = None) -> list[str]:
    """Return where the site leaks, and what."""
    return [
        f"{one.place}: {one.message} | {one.hint}" for one in found(*documents, project=project)
    ]
