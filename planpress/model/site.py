"""All that the pages are made from."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path

from planpress.model.assessment import Assessment
from planpress.model.dataclass import dataclass
from planpress.model.diagram import Diagram
from planpress.model.equity import GroupStanding
from planpress.model.figure import Figure
from planpress.model.language import Language
from planpress.model.move import Move
from planpress.model.project import Project
from planpress.model.series import Series
from planpress.model.translation import Translations
from planpress.store import Store

Figures = Mapping[tuple[str, str, str], Figure]
"""(indicator, kind of chart, language) to figure; a chart that has nothing to show is absent."""

Diagrams = Mapping[tuple[str, str, str], Diagram]
"""(record, kind of diagram, language) to diagram; one that has nothing to show is absent."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """The plan, its published numbers, what they mean as of a day, and their pictures.

    `changed` says when the words and numbers of a record were last changed, by record
    (`indicators/graduation-rate`, `plan`) and language. `groups` says how the student groups of an
    indicator stand. `that_day` holds, by stocktake held so far, how the measures of its tactic were
    rated on the day of the stocktake. `moves` are the changes of ratings and results, the newest
    first. `revised` says how often the date or state of a stocktake was changed, and when last.
    `attached` maps a record's own file (`tactics/coaches/plan.pdf`) to its path in the site, and
    `sizes` that path, and those of the files under `data/`, to their size in bytes.
    `translations` say how the other languages stand to the first. `templates` are folders, the
    first wins; `store` keeps what templates are compiled to.
    """

    project: Project
    series: Mapping[str, Series]
    assessments: Mapping[str, Assessment]
    figures: Figures
    languages: Mapping[str, Language]
    as_of: date
    base_url: str
    groups: Mapping[str, tuple[GroupStanding, ...]] = field(default_factory=dict)
    that_day: Mapping[str, Mapping[str, Assessment]] = field(default_factory=dict)
    diagrams: Diagrams = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    revised: Mapping[str, tuple[int, date]] = field(default_factory=dict)
    attached: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[tuple[str, str], date] = field(default_factory=dict)
    translations: Translations = field(default_factory=Translations)
    templates: tuple[Path, ...] = ()
    store: Store = field(default_factory=lambda: Store(None), compare=False)
