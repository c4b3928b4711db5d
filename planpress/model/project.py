"""All records of a project, as every stage receives them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from planpress.model.framework import FrameworkRecord
from planpress.model.glossary import DimensionsRecord, GlossaryRecord
from planpress.model.indicator import IndicatorRecord
from planpress.model.initiative import InitiativeRecord
from planpress.model.page import PageRecord
from planpress.model.plan import PlanRecord
from planpress.model.priority import PriorityRecord
from planpress.model.record import Record
from planpress.model.review import ReviewRecord
from planpress.model.words import Words


@dataclass(frozen=True, kw_only=True)
class Project:
    """The plan and everything in it, by id, in the order in which readers meet it."""

    plan: PlanRecord
    pages: Mapping[str, PageRecord] = field(default_factory=dict)
    priorities: Mapping[str, PriorityRecord] = field(default_factory=dict)
    indicators: Mapping[str, IndicatorRecord] = field(default_factory=dict)
    initiatives: Mapping[str, InitiativeRecord] = field(default_factory=dict)
    frameworks: Mapping[str, FrameworkRecord] = field(default_factory=dict)
    reviews: Mapping[str, ReviewRecord] = field(default_factory=dict)
    glossary: GlossaryRecord | None = None
    dimensions: DimensionsRecord | None = None

    @property
    def records(self) -> Mapping[str, Record]:
        """Every record that readers meet, by its key, such as `plan` or `pages/vision`."""
        kinds: Mapping[str, Mapping[str, Record]] = {
            "pages": self.pages,
            "priorities": self.priorities,
            "indicators": self.indicators,
            "initiatives": self.initiatives,
            "frameworks": self.frameworks,
            "reviews": self.reviews,
        }
        found: dict[str, Record] = {"plan": self.plan}
        if self.glossary:
            found["glossary"] = self.glossary
        for kind, records in kinds.items():
            found |= {f"{kind}/{name}": record for name, record in records.items()}
        return found

    @property
    def languages(self) -> tuple[str, ...]:
        """The plan's language codes, the default first."""
        return self.plan.languages

    def measures_of(self, priority: str) -> tuple[IndicatorRecord, ...]:
        """Return the measures of a priority, in their order; background numbers are none."""
        return tuple(i for i in self._of(priority) if not i.background)

    def background_of(self, priority: str | None) -> tuple[IndicatorRecord, ...]:
        """Return the indicators of a priority that only help to read its measures."""
        return tuple(i for i in self._of(priority) if i.background)

    def _of(self, priority: str | None) -> tuple[IndicatorRecord, ...]:
        return tuple(i for i in self.indicators.values() if i.priority == priority)

    def code_label(self, dimension: str, code: str) -> Words:
        """Return what readers see for a code of a dimension; empty if it is not declared."""
        for declared in self.dimensions.dimensions if self.dimensions else ():
            if declared.id == dimension:
                for known in declared.codes:
                    if known.id == code:
                        return known.label
        return Words()
