"""All that the pages are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from planpress.model.assessment import Assessment
from planpress.model.figure import Figure
from planpress.model.language import Language
from planpress.model.project import Project
from planpress.model.series import Series

Figures = Mapping[tuple[str, str, str], Figure]
"""(indicator, kind of chart, language) to figure; a chart that has nothing to show is absent."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """The plan, its published numbers, what they mean as of a day, and their pictures.

    `changed` says when the words and numbers of a record were last changed, by record
    (`indicators/graduation-rate`, `plan`) and language. `templates` are folders, the first wins.
    """

    project: Project
    series: Mapping[str, Series]
    assessments: Mapping[str, Assessment]
    figures: Figures
    languages: Mapping[str, Language]
    as_of: date
    base_url: str
    changed: Mapping[tuple[str, str], date] = field(default_factory=dict)
    templates: tuple[Path, ...] = ()
