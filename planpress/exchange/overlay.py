"""A plan as it will be read once some of its files are written."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from planpress.exchange.sheets import Sheet
from planpress.model.kinds import FOLDERS, SINGLES
from planpress.model.project import Project
from planpress.model.reading import Reading
from planpress.model.record import Record
from planpress.read.files import RecordFiles
from planpress.read.records import read_record


def overlaid(folder: Path, reading: Reading, project: Project, made: Sequence[Sheet]) -> Reading:
    """Return the plan as it will be read when these files are written."""
    problems = [*reading.problems]
    texts = {sheet.path: sheet.text for sheet in made}
    for sheet in made:
        old = project.worded[sheet.record]
        files = {**old.source.files, sheet.language: sheet.path}
        paths = {code: files[code] for code in project.languages if code in files}
        kind, _, name = sheet.record.rpartition("/")
        model = {**FOLDERS, **SINGLES}[kind or name]
        record, wrong = read_record(
            RecordFiles(kind=kind or name, id=old.id, model=model, paths=paths),
            folder,
            project.languages,
            texts,
        )
        own = {*files.values()}
        problems = [p for p in problems if p.place.path not in own] + wrong
        if record is not None:
            project = _with(project, kind or name, record)
    return replace(reading, project=project, problems=tuple(problems))


def _with(project: Project, kind: str, record: Record) -> Project:
    many = {**getattr(project, kind), record.id: record} if kind in FOLDERS else record
    changed: Mapping[str, Any] = {kind: many}
    return replace(project, **changed)
