"""What came out of a project's files, before anything is decided."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from planpress.model.dataclass import dataclass
from planpress.model.history import PageKey
from planpress.model.problem import Problem
from planpress.model.project import Project
from planpress.model.raw import RawSeries


@dataclass(frozen=True, kw_only=True)
class Reading:
    """Records and raw numbers that could be read, and every problem that was met.

    `project` is None where the plan itself cannot be read. `broken` names the records
    (`indicators/graduation-rate`) that exist but could not be read: nothing dangles because of
    them. `data` maps the indicators' ids to their files under data/, read or not. `as_of` is the
    day for which the site is assessed, once it is known. `changed` says when the words and numbers
    of a record were last changed in a language, as far as the recorded history knows.
    """

    project: Project | None
    series: Mapping[str, RawSeries]
    problems: tuple[Problem, ...]
    broken: frozenset[str] = frozenset()
    data: Mapping[str, str]
    as_of: date | None = None
    changed: Mapping[PageKey, date] = field(default_factory=dict)
