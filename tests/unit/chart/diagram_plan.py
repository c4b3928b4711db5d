"""A plan with every kind of figure of words, and with words that are hard to place."""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from unit.chart.small_plan import NOWHERE, an_assessment, an_indicator, languages, words

from planpress.chart.scene import Scene
from planpress.model.assessment import Assessment
from planpress.model.plan import PlanRecord
from planpress.model.priority import PriorityRecord
from planpress.model.project import Project
from planpress.model.tactic import TacticRecord

AS_OF = date(2026, 11, 15)
TARGET = {"type": "numeric", "period": "2025-26", "value": "80"}
THEORY = {
    "if": (
        words("we teach <well> & listen.", "enseñamos bien y escuchamos."),
        words("only English knows this"),
    ),
    "then": words("more children will read.", "más niños leerán."),
}
CHAIN = (
    {
        "id": "a",
        "level": words("District", "Distrito"),
        "role": "leader",
        "title": words("We pay", "Pagamos"),
    },
    {
        "id": "b",
        "level": words("Classroom"),
        "owner": words("Teachers of all grades from kindergarten to grade twelve"),
        "title": words("They teach all of the lessons.", "Dan todas las lecciones."),
    },
)
STEPS = (
    {"id": "one", "title": words("Choose"), "due": "2025-01-15", "done": "2025-02-01"},
    {"id": "two", "title": words("Train", "Capacitar"), "due": "2026-11-14"},
    {"id": "three", "title": words("Look"), "due": "2026-11-15"},
    {"id": "four", "title": words("Drop"), "due": "2026-11-20", "dropped": "2026-01-01"},
)


def a_tactic(name: str, **facts: Any) -> TacticRecord:
    usual = {"id": name, "source": NOWHERE, "priority": "learning", "order": "1"}
    return TacticRecord.model_validate(usual | {"title": words(name.title())} | facts)


def a_priority(name: str, **facts: Any) -> PriorityRecord:
    usual = {"id": name, "source": NOWHERE, "order": "1", "title": words("All learn", "Aprenden")}
    return PriorityRecord.model_validate(usual | facts)


@cache
def the_plan() -> Project:
    plan = PlanRecord.model_validate(
        {
            "id": "plan",
            "source": NOWHERE,
            "title": words("Plan"),
            "organisation": words("District"),
            "questions": [{"id": f"q{at}", "text": words("Why?")} for at in range(4)],
            "start": "2023-07-01",
            "end": "2028-06-30",
            "languages": ("en", "es"),
            "url": "https://example.org",
            "contact": {"email": "a@example.org", "phone": "555-0100"},
            "roles": [{"id": "leader", "title": words("A leader", "Una líder")}],
        }
    )
    goals = (
        {"id": "read", "title": words("Every child reads.", "Cada niño lee.")},
        {"id": "count", "title": words("Every child counts.")},
    )
    long = words("Strengthen " + "interdisciplinarymulticulturalcollaborationframeworks" * 2)
    some = [
        a_tactic(
            "reading",
            title=words("Read each day", "Leer cada día"),
            goal="read",
            focus="yes",
            theory_of_action=THEORY,
            delivery_chain=CHAIN,
            milestones=STEPS,
            smart_goals=("rated", "other"),
        ),
        a_tactic("long", title=long, goal="read"),
        a_tactic("loose", priority="learning"),
    ]
    many = [
        a_tactic(
            f"work-{at}",
            priority="work",
            title=words(f"Piece of work number {at} with quite a long name to be read"),
            milestones=[
                {
                    "id": f"m{month}",
                    "title": words("Step"),
                    "due": str(date(2023 + at % 5, month, 3)),
                }
                for month in range(1, 13, 1 + at % 3)
            ],
        )
        for at in range(24)
    ]
    return Project(
        plan=plan,
        priorities={
            "learning": a_priority("learning", goals=goals, theory_of_action=THEORY),
            "work": a_priority("work", title=words("Work")),
            "idle": a_priority("idle", goals=goals),
        },
        tactics={tactic.id: tactic for tactic in (*some, *many)},
        indicators={
            name: an_indicator(name, words(name), target=TARGET) for name in ("rated", "other")
        },
    )


def assessments() -> dict[str, Assessment]:
    return {"rated": an_assessment("rated", "2023-24", "50", "R", str(Decimal(60)))}


def scene(language: str = "en", as_of: date = AS_OF, **parts: Any) -> Scene:
    usual = {"project": the_plan(), "assessments": assessments(), "language": languages()[language]}
    return Scene(as_of=as_of, **(usual | parts))
