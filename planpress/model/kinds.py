"""The kinds of records, and where they stand in content/."""

from collections.abc import Mapping

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

FOLDERS: Mapping[str, type[Record]] = {
    "pages": PageRecord,
    "priorities": PriorityRecord,
    "tactics": TacticRecord,
    "indicators": IndicatorRecord,
    "initiatives": InitiativeRecord,
    "stocktakes": StocktakeRecord,
    "frameworks": FrameworkRecord,
    "reviews": ReviewRecord,
    "reports": ReportRecord,
    "voices": VoiceRecord,
    "updates": UpdateRecord,
}
"""Kinds with a folder of records."""

SINGLES: Mapping[str, type[Record]] = {
    "plan": PlanRecord,
    "glossary": GlossaryRecord,
    "dimensions": DimensionsRecord,
}
"""Kinds of which a project has one record at most."""

OTHERS = ("history", "imports")
"""Folders of content/ that hold no records."""
