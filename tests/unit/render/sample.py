"""A small site in two languages, made without files."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from gettext import NullTranslations
from typing import Any

from planpress.model.assessment import Assessment, Expected, PastRating, Result, State
from planpress.model.glossary import DimensionsRecord, GlossaryRecord
from planpress.model.indicator import IndicatorRecord
from planpress.model.language import Language
from planpress.model.period import Period
from planpress.model.plan import PlanRecord
from planpress.model.priority import PriorityRecord
from planpress.model.project import Project
from planpress.model.rating import Rating
from planpress.model.series import Observation, Series, Status
from planpress.model.site import Site
from planpress.model.source import Source
from planpress.model.value import Value
from planpress.model.words import Words

ENGLISH = Language.of("en", "US", NullTranslations())
SPANISH = Language.of("es", "US", NullTranslations())


def words(english: str, spanish: str = "") -> Words:
    """Return words in English, and in Spanish where given."""
    return Words({"en": english} | ({"es": spanish} if spanish else {}))


def source(path: str) -> Source:
    return Source({"en": f"content/{path}.md"}, {})


def plan(**facts: Any) -> PlanRecord:
    usual = {
        "id": "plan",
        "source": source("plan"),
        "title": words("Plan of Alder", "Plan de Alder"),
        "organisation": words("Alder Schools"),
        "questions": tuple({"id": f"q-{n}", "text": words(f"Question {n}?")} for n in range(4)),
        "start": "2023-07-01",
        "end": "2027-06-30",
        "languages": ("en", "es"),
        "url": "https://alder.example.org/plan/",
        "contact": {"email": "plan@alder.example.org", "phone": "555-0100"},
    }
    return PlanRecord.model_validate({**usual, **facts})


def priority(name: str = "reading") -> PriorityRecord:
    return PriorityRecord(
        id=name, source=source(f"priorities/{name}"), title=words("Reading", "Lectura"), order="1"
    )


def indicator(name: str = "grade-3", **facts: Any) -> IndicatorRecord:
    usual = {
        "id": name,
        "source": source(f"indicators/{name}"),
        "title": words("Grade 3 reading", "Lectura en tercer grado"),
        "definition": words("Children who read well."),
        "role": "measure",
        "priority": "reading",
        "unit": "percent",
        "direction": "increase",
        "target": {"type": "numeric", "period": "2026-27", "value": "62"},
        "sources": ({"name": "Alder Schools", "url": "https://alder.example.org/a"},),
    }
    return IndicatorRecord.model_validate({**usual, **facts})


def row(period: str, value: str = "", n: str = "", **facts: Any) -> Observation:
    return Observation(
        period=Period.parse(period),
        value=Value.parse(value) if value else None,
        n=Value.parse(n) if n else None,
        **facts,
    )


SERIES = Series(
    indicator="grade-3",
    dimensions=("group",),
    observations=(
        row("2022-23", "50.10", "400"),
        row("2023-24", "54", note="=cmd()"),
        row("2023-24", codes=(("group", "girls"),), status=Status.SUPPRESSED, note="only 5"),
    ),
)

ASSESSMENT = Assessment(
    indicator="grade-3",
    state=State.RATED,
    rule=8,
    rating=Rating.AR,
    baseline=Expected(Period.parse("2022-23"), Decimal("50.10")),
    target=Expected(Period.parse("2026-27"), Decimal(62)),
    latest=Result(Period.parse("2023-24"), Value.parse("54")),
    expected=Decimal("54.0"),
    gap=Decimal("-0.5"),
    history=(PastRating(Period.parse("2023-24"), Value.parse("54"), Decimal("54.0"), Rating.AR),),
    sentences={"en": "It is so.", "es": "Así es."},
)


def site(**project: Any) -> Site:
    """Return a site with one rated measure; `project` adds records or replaces them."""
    usual = {
        "plan": plan(),
        "priorities": {"reading": priority()},
        "indicators": {"grade-3": indicator()},
        "dimensions": DimensionsRecord.model_validate(
            {
                "id": "dimensions",
                "source": source("dimensions"),
                "dimensions": (
                    {
                        "id": "group",
                        "label": words("Group"),
                        "codes": ({"id": "girls", "label": words("Girls")},),
                    },
                ),
            }
        ),
    }
    made = Project(**{**usual, **project})
    return Site(
        project=made,
        series={"grade-3": SERIES},
        assessments={
            name: replace(ASSESSMENT, indicator=name) if name == "grade-3" else not_set(name)
            for name in made.indicators
        },
        figures={},
        languages={"en": ENGLISH, "es": SPANISH},
        as_of=date(2026, 11, 21),
        base_url=made.plan.url,
    )


def not_set(name: str) -> Assessment:
    return Assessment(indicator=name, state=State.NOT_SET, rule=2)


def glossary(*terms: tuple[str, Words]) -> GlossaryRecord:
    return GlossaryRecord.model_validate(
        {
            "id": "glossary",
            "source": source("glossary"),
            "terms": tuple(
                {"id": name, "term": term, "definition": words("What it means.")}
                for name, term in terms
            ),
        }
    )
