"""Which file of content/ belongs to which record and language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from planpress.model.kinds import FOLDERS, OTHERS, SINGLES
from planpress.model.nearest import did_you_mean
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.record import Record

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, kw_only=True)
class RecordFiles:
    """The files of one record by language, the default language first where it exists."""

    kind: str
    id: str
    model: type[Record]
    files: dict[str, Path] = field(default_factory=dict)


def find(content: Path, languages: Sequence[str]) -> tuple[list[RecordFiles], list[Problem]]:
    """Return the records of content/ by kind and id, and the files that are none of them."""
    problems: list[Problem] = []
    found: dict[tuple[str, str], RecordFiles] = {}
    for kind, model, path in _pages(content, problems):
        place = Place(path.relative_to(content.parent).as_posix())
        name, _, language = path.name.removesuffix(".md").partition(".")
        if path.is_symlink():
            hint = "Put the file itself here: nothing outside content/ is published."
            problems.append(error(place, "file-link", "this is only a link to a file", hint))
        elif not _ID.fullmatch(name):
            hint = "Name the file with lower-case words joined by hyphens, such as our-vision.md."
            problems.append(error(place, "file-name", f"“{name}” cannot be an id", hint))
        elif language and language not in languages:
            message = f"“{language}” is not a language of this plan"
            hint = f"{did_you_mean(language, languages)} Languages stand in content/plan.md."
            problems.append(error(place, "file-name", message, hint))
        elif language == languages[0]:
            hint = f"Name it {name}.md: the plan's first language has no code in its file names."
            message = "the first language's file carries a language code"
            problems.append(error(place, "file-name", message, hint))
        else:
            record = found.setdefault((kind, name), RecordFiles(kind=kind, id=name, model=model))
            record.files[language or languages[0]] = path
    for record in found.values():
        if languages[0] not in record.files:
            path = next(iter(record.files.values()))
            place = Place(path.relative_to(content.parent).as_posix())
            names = [other.id for other in found.values() if languages[0] in other.files]
            message = f"there is no {record.id}.md with the facts and the first language's words"
            hint = f"Add it, or rename this file. {did_you_mean(record.id, names)}"
            problems.append(error(place, "translation-alone", message, hint))
    whole = [record for record in found.values() if languages[0] in record.files]
    return [_ordered(record, languages) for record in whole], problems


def outside(path: Path, folder: Path) -> bool:
    """Return whether a path is a link, or leads out of a folder on its way."""
    return path.is_symlink() or not path.resolve().is_relative_to(folder.resolve())


def _ordered(record: RecordFiles, languages: Sequence[str]) -> RecordFiles:
    files = {code: record.files[code] for code in languages if code in record.files}
    return RecordFiles(kind=record.kind, id=record.id, model=record.model, files=files)


def _pages(content: Path, problems: list[Problem]) -> Iterator[tuple[str, type[Record], Path]]:
    for entry in sorted(content.iterdir()):
        place = Place(entry.relative_to(content.parent).as_posix())
        if entry.name.startswith(".") or entry.name == "translations.lock":
            continue
        if entry.is_dir() and entry.name in FOLDERS:
            for path in sorted(entry.iterdir()):
                if path.suffix == ".md" and path.is_file():
                    yield entry.name, FOLDERS[entry.name], path
                elif path.is_file() and not path.name.startswith("."):
                    hint = (
                        "Records end in .md. If it belongs to a record, put it into that record's "
                        f"own folder: content/{entry.name}/<id>/{path.name}"
                    )
                    problem_place = Place(path.relative_to(content.parent).as_posix())
                    message = "this is not a Markdown file"
                    problems.append(error(problem_place, "file-name", message, hint))
        elif entry.is_dir() and entry.name not in OTHERS:
            message = f"“{entry.name}” is not a kind of record"
            hint = did_you_mean(entry.name, FOLDERS)
            problems.append(error(place, "unknown-kind", message, hint))
        elif entry.is_file():
            single = entry.name.partition(".")[0]
            if entry.suffix == ".md" and single in SINGLES:
                yield single, SINGLES[single], entry
            else:
                message = f"“{entry.name}” is not a file that stands here"
                hint = did_you_mean(entry.name, [f"{name}.md" for name in SINGLES])
                problems.append(error(place, "unknown-kind", message, hint))
