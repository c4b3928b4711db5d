"""All records of a project, as every stage receives them."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from functools import cached_property

from planpress.model.dataclass import dataclass
from planpress.model.framework import FrameworkRecord
from planpress.model.glossary import DimensionsRecord, GlossaryRecord
from planpress.model.indicator import IndicatorRecord
from planpress.model.initiative import InitiativeRecord
from planpress.model.page import PageRecord
from planpress.model.plan import PlanRecord
from planpress.model.priority import PriorityRecord
from planpress.model.record import Record
from planpress.model.report import ReportRecord
from planpress.model.review import ReviewRecord
from planpress.model.stocktake import StocktakeRecord
from planpress.model.tactic import TacticRecord
from planpress.model.update import UpdateRecord
from planpress.model.voice import VoiceRecord
from planpress.model.words import Words


@dataclass(frozen=True, kw_only=True)
class Project:
    """The plan and everything in it, by id, in the order in which readers meet it."""

    plan: PlanRecord
    pages: Mapping[str, PageRecord] = field(default_factory=dict)
    priorities: Mapping[str, PriorityRecord] = field(default_factory=dict)
    tactics: Mapping[str, TacticRecord] = field(default_factory=dict)
    indicators: Mapping[str, IndicatorRecord] = field(default_factory=dict)
    initiatives: Mapping[str, InitiativeRecord] = field(default_factory=dict)
    stocktakes: Mapping[str, StocktakeRecord] = field(default_factory=dict)
    frameworks: Mapping[str, FrameworkRecord] = field(default_factory=dict)
    reviews: Mapping[str, ReviewRecord] = field(default_factory=dict)
    reports: Mapping[str, ReportRecord] = field(default_factory=dict)
    voices: Mapping[str, VoiceRecord] = field(default_factory=dict)
    updates: Mapping[str, UpdateRecord] = field(default_factory=dict)
    glossary: GlossaryRecord | None = None
    dimensions: DimensionsRecord | None = None

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """Every record that readers meet, by its key, such as `plan` or `pages/vision`."""
        kinds: Mapping[str, Mapping[str, Record]] = {
            "pages": self.pages,
            "priorities": self.priorities,
            "tactics": self.tactics,
            "indicators": self.indicators,
            "initiatives": self.initiatives,
            "stocktakes": self.stocktakes,
            "frameworks": self.frameworks,
            "reviews": self.reviews,
            "reports": self.reports,
            "voices": self.voices,
            "updates": self.updates,
        }
        found: dict[str, Record] = {"plan": self.plan}
        if self.glossary:
            found["glossary"] = self.glossary
        for kind, records in kinds.items():
            found |= {f"{kind}/{name}": record for name, record in records.items()}
        return found

    @cached_property
    def worded(self) -> Mapping[str, Record]:
        """Every record with words to translate, by its key; the dimensions too."""
        return {**self.records, **({"dimensions": self.dimensions} if self.dimensions else {})}

    @property
    def languages(self) -> tuple[str, ...]:
        """The plan's language codes, the default first."""
        return self.plan.languages

    def measures_of(self, priority: str) -> tuple[IndicatorRecord, ...]:
        """Return the measures of a priority, in their order; background numbers are none."""
        return tuple(i for i in self.indicators_of(priority) if not i.background)

    def background_of(self, priority: str | None) -> tuple[IndicatorRecord, ...]:
        """Return the indicators of a priority that only help to read its measures."""
        return tuple(i for i in self.indicators_of(priority) if i.background)

    def tactics_of(self, indicator: str) -> tuple[TacticRecord, ...]:
        """Return the tactics that claim an indicator as a goal or an early sign, in their order.

        An indicator may also name its tactic itself.
        """
        named = self.indicators[indicator].tactic if indicator in self.indicators else None
        return tuple(t for t in self.tactics.values() if t.id == named or indicator in t.indicators)

    def measures_for(self, tactic: str) -> tuple[IndicatorRecord, ...]:
        """Return the indicators that belong to a tactic: its own goals first."""
        record = self.tactics[tactic]
        naming = (i.id for i in self.indicators.values() if i.tactic == tactic)
        ids = dict.fromkeys((*record.indicators, *naming))
        return tuple(self.indicators[i] for i in ids if i in self.indicators)

    def stocktakes_of(self, tactic: str, as_of: date) -> tuple[StocktakeRecord, ...]:
        """Return the stocktakes of a tactic that had been held by a day, the newest first."""
        found = (s for s in self.stocktakes.values() if s.tactic == tactic and s.held_by(as_of))
        return tuple(sorted(found, key=lambda s: (s.date, s.id), reverse=True))

    def courses_of_action(self, indicator: str, as_of: date) -> tuple[StocktakeRecord, ...]:
        """Return what is being done about an indicator, as recorded by a day.

        For each of its tactics it is the newest stocktake held by then that says what is done.
        """
        found = (
            next(
                (s for s in self.stocktakes_of(t.id, as_of) if s.actions or s.course_of_action),
                None,
            )
            for t in self.tactics_of(indicator)
        )
        return tuple(s for s in found if s is not None)

    def indicators_of(self, priority: str | None) -> tuple[IndicatorRecord, ...]:
        """Return the indicators of a priority, or those of none, in their order."""
        return tuple(i for i in self.indicators.values() if i.priority == priority)

    def codes_of(self, dimension: str) -> tuple[str, ...]:
        """Return the declared codes of a dimension, in their order."""
        declared = self.dimensions.dimensions if self.dimensions else ()
        return tuple(code.id for one in declared if one.id == dimension for code in one.codes)

    def code_label(self, dimension: str, code: str) -> Words:
        """Return what readers see for a code of a dimension; empty if it is not declared."""
        for declared in self.dimensions.dimensions if self.dimensions else ():
            if declared.id == dimension:
                for known in declared.codes:
                    if known.id == code:
                        return known.label
        return Words()
