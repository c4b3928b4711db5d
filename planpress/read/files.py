"""Which file of content/ belongs to which record and language."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path

from planpress.model.dataclass import dataclass
from planpress.model.kinds import FOLDERS, OTHERS, SINGLES
from planpress.model.nearest import did_you_mean
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.record import Record
from planpress.read.text import bytes_of
from planpress.store import digest

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, kw_only=True)
class RecordFiles:
    """The paths of one record's files by language, the default one first where it exists.

    They are told from the project's folder, with forward slashes.
    """

    kind: str
    id: str
    model: type[Record]
    paths: dict[str, str] = field(default_factory=dict)


Read = tuple[Record | None, list[Problem]]
"""What the files of a record are: the record, or None where they have errors; all problems."""


def find(content: Path, languages: Sequence[str]) -> tuple[list[RecordFiles], list[Problem]]:
    """Return the records of content/ by kind and id, and the files that are none of them."""
    problems: list[Problem] = []
    found: dict[tuple[str, str], RecordFiles] = {}
    for kind, model, path, entry in _pages(content, problems):
        place = Place(path)
        name, _, language = entry.name.removesuffix(".md").partition(".")
        if entry.is_symlink():
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
            record.paths[language or languages[0]] = path
    for record in found.values():
        if languages[0] not in record.paths:
            place = Place(next(iter(record.paths.values())))
            names = [other.id for other in found.values() if languages[0] in other.paths]
            message = f"there is no {record.id}.md with the facts and the first language's words"
            hint = f"Add it, or rename this file. {did_you_mean(record.id, names)}"
            problems.append(error(place, "translation-alone", message, hint))
    whole = [record for record in found.values() if languages[0] in record.paths]
    return [_ordered(record, languages) for record in whole], problems


def contents_of(
    record: RecordFiles, folder: Path, instead: Mapping[str, str] | None = None
) -> tuple[dict[str, bytes], list[Problem]]:
    """Return what is in the files of a record by their paths, and why others cannot be read.

    `instead` are texts to take in the place of files, by their paths.
    """
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in record.paths.values():
        text = instead.get(path) if instead else None
        raw, unreadable = (text.encode(), []) if text is not None else bytes_of(folder, path)
        problems += unreadable
        if raw is not None:
            contents[path] = raw
    return contents, problems


def content_digest(record: RecordFiles, contents: Mapping[str, bytes]) -> str:
    """Return what stands for all that a record is read from."""
    named = ((code, path, contents.get(path, b"")) for code, path in record.paths.items())
    return digest(record.kind, record.id, *(part for one in named for part in one))


def outside(path: Path, folder: Path) -> bool:
    """Return whether a path is a link, or leads out of a folder on its way."""
    return path.is_symlink() or not path.resolve().is_relative_to(folder.resolve())


def _ordered(record: RecordFiles, languages: Sequence[str]) -> RecordFiles:
    paths = {code: record.paths[code] for code in languages if code in record.paths}
    return RecordFiles(kind=record.kind, id=record.id, model=record.model, paths=paths)


Page = tuple[str, type[Record], str, os.DirEntry[str]]


def _pages(content: Path, problems: list[Problem]) -> Iterator[Page]:
    for entry in entries(content):
        path = f"{content.name}/{entry.name}"
        place = Place(path)
        if entry.name.startswith(".") or entry.name == "translations.lock":
            continue
        if is_folder(entry) and entry.name in FOLDERS:
            yield from _of_kind(entry, path, problems)
        elif is_folder(entry) and entry.name not in OTHERS:
            message = f"“{entry.name}” is not a kind of record"
            hint = did_you_mean(entry.name, FOLDERS)
            problems.append(error(place, "unknown-kind", message, hint))
        elif is_file(entry):
            single = entry.name.partition(".")[0]
            if _is_markdown(entry.name) and single in SINGLES:
                yield single, SINGLES[single], path, entry
            else:
                message = f"“{entry.name}” is not a file that stands here"
                hint = did_you_mean(entry.name, [f"{name}.md" for name in SINGLES])
                problems.append(error(place, "unknown-kind", message, hint))


def _of_kind(folder: os.DirEntry[str], path: str, problems: list[Problem]) -> Iterator[Page]:
    model = FOLDERS[folder.name]
    for entry in entries(folder.path):
        if _is_markdown(entry.name) and is_file(entry):
            yield folder.name, model, f"{path}/{entry.name}", entry
        elif is_file(entry) and not entry.name.startswith("."):
            hint = (
                "Records end in .md. If it belongs to a record, put it into that record's "
                f"own folder: content/{folder.name}/<id>/{entry.name}"
            )
            place, message = Place(f"{path}/{entry.name}"), "this is not a Markdown file"
            problems.append(error(place, "file-name", message, hint))


def entries(folder: Path | str) -> list[os.DirEntry[str]]:
    """Return what stands in a folder, by name; what kind each is costs no look at the disk."""
    with os.scandir(folder) as found:
        return sorted(found, key=lambda entry: entry.name)


def is_file(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a file, or a link to one; a link that leads nowhere is none."""
    try:
        return entry.is_file()
    except OSError:
        return False


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a folder, or a link to one; a link that leads nowhere is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_markdown(name: str) -> bool:
    return name.endswith(".md") and name != ".md"
