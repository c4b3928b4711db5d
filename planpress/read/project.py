"""A project's folder to records and raw series, with every problem on the way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from planpress.makers import makers
from planpress.model.kinds import FOLDERS
from planpress.model.place import Place
from planpress.model.plan import PlanRecord
from planpress.model.problem import Problem, error
from planpress.model.project import Project
from planpress.model.raw import RawSeries
from planpress.model.reading import Reading
from planpress.model.record import Record
from planpress.read.data import read_data
from planpress.read.files import Read, RecordFiles, find
from planpress.read.kept import Folder, read_records
from planpress.read.text import bytes_of, text_of
from planpress.store import Store, digest

ORDER: Mapping[str, Callable[[Any], tuple[Any, ...]]] = {
    "pages": lambda page: (page.section, page.order, page.id),
    "priorities": lambda priority: (priority.order, priority.id),
    "tactics": lambda tactic: (tactic.order, tactic.id),
    "indicators": lambda indicator: (indicator.order, indicator.id),
    "initiatives": lambda initiative: (initiative.order, initiative.id),
    "stocktakes": lambda stocktake: (stocktake.date, stocktake.id),
    "frameworks": lambda framework: (framework.id,),
    "reviews": lambda review: (review.date is None, review.date, review.id),
    "reports": lambda report: (-report.date.toordinal(), report.id),
    "voices": lambda voice: (-voice.date.toordinal(), voice.id),
    "updates": lambda update: (-update.day.toordinal(), update.id),
}
"""The order in which readers meet the records of a kind."""


@dataclass
class _Found:
    folder: Path
    languages: tuple[str, ...] = ("en",)
    records: dict[str, list[Record]] = field(default_factory=dict)
    series: dict[str, RawSeries] = field(default_factory=dict)
    data: dict[str, str] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def miss(self, place: str, message: str, hint: str) -> None:
        self.problems.append(error(Place(place), "missing-file", message, hint))


def read(
    folder: Path, store: Store | None = None, seen: Mapping[str, str] | None = None
) -> Reading:
    """Read content/ and data/ of a project; never stops at the first problem.

    What files say is kept in the store by their content; those whose digest is `seen` already are
    opened only if what they say is not kept.
    """
    found, store = _Found(folder), store or Store(None)
    content = folder / "content"
    if not content.is_dir():
        hint = "Start in a folder that has content/ and data/, or name one with --project."
        found.miss("content", "there is no folder content/", hint)
        return _reading(found)
    if not (content / "plan.md").is_file():
        hint = "Add content/plan.md with title, start, end, languages, url and contact."
        found.miss("content/plan.md", "the plan has no content/plan.md", hint)
        return _reading(found)
    found.languages = _languages(folder, store) or found.languages
    files, problems = find(content, found.languages)
    found.problems += problems
    records = read_records(files, Folder(folder, seen or {}), found.languages, store)
    for record, one in zip(files, records, strict=True):
        _take(found, record, one)
    found.series, found.data, problems = read_data(folder, store)
    found.problems += problems
    return _reading(found)


def _languages(folder: Path, store: Store) -> tuple[str, ...]:
    """Return the plan's languages, needed to know which file is whose before any is read."""
    path = "content/plan.md"
    raw, _ = bytes_of(folder, path)
    if raw is None:
        return ()
    return store.recalled(digest("languages", makers(), raw), lambda: _listed(raw, path))


def _listed(raw: bytes, path: str) -> tuple[str, ...]:
    # what reads YAML is not needed where everything is known
    from planpress.read.records import languages_in  # noqa: PLC0415

    return languages_in(text_of(raw, path)[0] or "")


def _take(found: _Found, files: RecordFiles, read: Read) -> None:
    record, problems = read
    found.problems += problems
    if record is None:
        found.broken.add(f"{files.kind}/{files.id}")
    else:
        found.records.setdefault(files.kind, []).append(record)


def _reading(found: _Found) -> Reading:
    plans = [r for r in found.records.get("plan", ()) if isinstance(r, PlanRecord)]
    project = None
    if plans:
        kinds: dict[str, Any] = {
            kind: {r.id: r for r in sorted(found.records.get(kind, ()), key=ORDER[kind])}
            for kind in FOLDERS
        }
        for single in ("glossary", "dimensions"):
            kinds[single] = next(iter(found.records.get(single, ())), None)
        project = Project(plan=plans[0], **kinds)
    return Reading(
        project=project,
        series=found.series,
        problems=tuple(found.problems),
        broken=frozenset(found.broken),
        data=found.data,
    )
