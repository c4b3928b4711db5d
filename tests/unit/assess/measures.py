"""Measures, their numbers and their assessment, in a line each."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from planpress.assess.method import assess
from planpress.model.assessment import Assessment
from planpress.model.indicator import IndicatorRecord
from planpress.model.language import Language
from planpress.model.period import MonthDay, Period
from planpress.model.plan import PlanRecord, Privacy
from planpress.model.project import Project
from planpress.model.series import Observation, Series, Status
from planpress.model.source import Source
from planpress.model.value import Value
from planpress.model.words import Words

CATALOGUE = Path(__file__).parents[3] / "templates" / "locale" / "es" / "planpress.po"


def measure(name: str = "reading", **facts: Any) -> IndicatorRecord:
    """Return a measure from 50 in 2020-21 to 62 in 2024-25; None leaves a fact out."""
    usual = {
        "id": name,
        "source": Source({"en": f"content/indicators/{name}.md"}, {}),
        "title": Words({"en": name.capitalize(), "es": f"Medida {name}"}),
        "definition": Words({"en": "Who and what."}),
        "role": "measure",
        "unit": "percent",
        "direction": "increase",
        "baseline": point("2020-21", "50"),
        "target": {"type": "numeric", **point("2024-25", "62")},
        "release": {"month_day": "12-31", "grace_days": "365"},
        "sources": ({"name": "Alder Schools"},),
    }
    kept = {key: fact for key, fact in {**usual, **facts}.items() if fact is not None}
    return IndicatorRecord.model_validate(kept)


def point(period: str, value: str) -> dict[str, str]:
    return {"period": period, "value": value}


def path(**values: str) -> tuple[dict[str, str], ...]:
    """Return points from `y2021="52"`: the school year that begins in 2021."""
    return tuple(
        point(f"{key[1:]}-{(int(key[1:]) + 1) % 100:02d}", value) for key, value in values.items()
    )


def rows(*written: str) -> tuple[Observation, ...]:
    """Return rows about everyone from `2021-22 52`, `2021-22 >=98` or `2021-22 suppressed`."""
    found = []
    for line in written:
        period, *words = line.split()
        status = next((Status(word) for word in words if word in set(Status)), Status.PLAIN)
        number = next((word for word in words if word not in set(Status)), None)
        value = Value.parse(number) if number else None
        found.append(Observation(period=Period.parse(period), value=value, status=status))
    return tuple(found)


@cache
def languages() -> Mapping[str, Language]:
    """Return English, and Spanish with the catalogue of the project."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, "es")
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    spanish = Language.of("es", "US", GNUTranslations(compiled))
    return {"en": Language.of("en", "US", NullTranslations()), "es": spanish}


def plan_of(*indicators: IndicatorRecord, minimum_n: int = 16) -> Project:
    plan = PlanRecord.model_construct(
        school_year_starts=MonthDay(7, 1),
        privacy=Privacy.model_construct(minimum_n=minimum_n),
    )
    return Project(plan=plan, indicators={one.id: one for one in indicators})


def assess_all(
    *pairs: tuple[IndicatorRecord, tuple[Observation, ...]],
    as_of: str = "2025-06-30",
    said: Mapping[str, Language] | None = None,
) -> dict[str, Assessment]:
    series = {one.id: Series(indicator=one.id, observations=found) for one, found in pairs}
    project = plan_of(*(one for one, _ in pairs))
    return assess(project, series, date.fromisoformat(as_of), said or {})


def assess_one(indicator: IndicatorRecord, *written: str, as_of: str = "2025-06-30") -> Assessment:
    """Return the assessment of one measure with sentences in both languages."""
    pair = (indicator, rows(*written))
    return assess_all(pair, as_of=as_of, said=languages())[indicator.id]
