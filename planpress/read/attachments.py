"""A record's own files, in the folder beside it: `content/<kind>/<id>/<name>`."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from unicodedata import combining, normalize

from planpress.makers import makers
from planpress.model.document import Document
from planpress.model.kinds import FOLDERS
from planpress.model.nearest import did_you_mean
from planpress.model.page import PageRecord, Section
from planpress.model.place import Place
from planpress.model.problem import Problem, error, notice, warning
from planpress.model.project import Project
from planpress.model.record import Record
from planpress.read.files import entries, is_folder, outside
from planpress.read.mentions import doubtful, mentions
from planpress.read.text import read_text
from planpress.store import Store, digest

KINDS = (
    *("pdf", "docx", "pptx", "xlsx", "odt", "ods", "odp", "csv", "txt"),
    *("png", "jpg", "jpeg", "webp", "mp3", "mp4", "vtt"),
)
"""The kinds of files that are published, by the ends of their names; none of them can run."""

LARGE = 20_000_000
"""The size in bytes above which a file is too large for a phone."""

_NAME = re.compile(r"[a-z0-9]+((\.|[_-]+)[a-z0-9]+)*")


@dataclass
class _Found:
    folder: Path
    documents: list[Document] = field(default_factory=list)
    paths: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path) -> Place:
        return Place(path.relative_to(self.folder).as_posix())


def read_attachments(
    folder: Path, project: Project, store: Store | None = None
) -> tuple[tuple[Document, ...], dict[str, str], list[Problem]]:
    """Return the files that stand beside the records of a project, and what is wrong with them.

    The second part maps `tactics/coaches/plan.pdf`, a kind, an id and a name, to the file's path
    in the site. A symbolic link is an error and never followed. Which files nobody names is kept in
    the store.
    """
    found = _Found(folder)
    for kind in FOLDERS:
        home = folder / "content" / kind
        folders = _folders(found, home) if home.is_dir() else {}
        for name, own in folders.items():
            if not (home / f"{name}.md").exists():
                records = [file.name.partition(".")[0] for file in home.glob("*.md")]
                message = f"no record is called “{name}”"
                hint = f"Give the folder the name of its record. {did_you_mean(name, records)}"
                found.problems.append(error(found.place(own), "attachment-alone", message, hint))
        for record in getattr(project, kind).values():
            there = _names(folders[record.id]) if record.id in folders else ()
            beside = f"content/{kind}/{record.id}"
            found.problems += doubtful(record, beside, there, project.languages)
            for name in there:
                _read_one(found, folders[record.id] / name, f"{kind}/{record.id}", _home(record))
    found.problems += _unnamed(found, project, store or Store(None)) if found.paths else ()
    return tuple(found.documents), found.paths, found.problems


def _folders(found: _Found, home: Path) -> dict[str, Path]:
    """Return the folders of records of a kind by name; links to elsewhere are left out."""
    folders = {}
    content = found.folder / "content"
    if outside(home, content):
        found.problems.append(_link(found.place(home)))
        return {}
    for entry in entries(home):
        if not is_folder(entry) or entry.name.startswith("."):
            continue
        own = home / entry.name
        if outside(own, content):
            found.problems.append(_link(found.place(own)))
        else:
            folders[entry.name] = own
    return folders


def _names(own: Path) -> tuple[str, ...]:
    """Return the names of what stands in a folder; what the system hides there is no one's."""
    return tuple(sorted(entry.name for entry in own.iterdir() if not entry.name.startswith(".")))


def _home(record: Record) -> str:
    """Return the path of a record's page in the site, a slash at its end."""
    if not isinstance(record, PageRecord):
        kind = next(kind for kind, model in FOLDERS.items() if isinstance(record, model))
        return f"{kind}/{record.id}/"
    if record.section is not Section.ARCHIVE:
        return f"{record.id}/"
    return f"archive/{record.plan}/{record.id}/" if record.plan else f"archive/{record.id}/"


def _read_one(found: _Found, file: Path, owner: str, home: str) -> None:
    place = found.place(file)
    wrong = next(_unfit(file, place, found.folder), None)
    if wrong:
        found.problems.append(wrong)
        return
    try:
        content = file.read_bytes()
    except OSError as refused:
        message = f"the file cannot be read: {refused.strerror}"
        hint = "Check that you may read it, and that no other program holds it."
        found.problems.append(error(place, "unreadable", message, hint))
        return
    if len(content) > LARGE:
        message = f"the file is large: {Decimal(len(content)).scaleb(-6):.1f} MB"
        hint = "Make it smaller than 20 MB: many people will open it on a phone."
        found.problems.append(warning(place, "attachment-size", message, hint))
    path = f"{home}{file.name}"
    found.paths[f"{owner}/{file.name}"] = path
    found.documents.append(Document(path, content, made_from=place.path))


def _unfit(file: Path, place: Place, folder: Path) -> Iterator[Problem]:
    """Yield why a file is not published, the gravest reason first."""
    kind = file.suffix.lower().removeprefix(".")
    if outside(file, folder / "content"):
        yield _link(place)
    elif not file.is_file():
        hint = f"Put files straight into {place.path.rpartition('/')[0]}/."
        yield error(place, "attachment-kind", "this is not a file", hint)
    elif kind not in KINDS:
        written = f"files of the kind “{kind}” are" if kind else "a file without a kind is"
        hint = f"Save it as PDF, or take it away. These kinds are: {', '.join(KINDS)}."
        yield error(place, "attachment-kind", f"{written} not published", hint)
    elif not _NAME.fullmatch(file.name):
        message = f"“{file.name}” cannot stand in an address"
        hint = f"Name it {_safe(file.name)}, in the record too."
        yield error(place, "attachment-name", message, hint)
    elif not file.stat().st_size:
        yield error(place, "attachment-size", "the file is empty", "Save it again, or remove it.")


def _link(place: Place) -> Problem:
    hint = "Put the thing itself here: nothing outside content/ is published."
    return error(place, "attachment-link", "this is only a link to another place", hint)


def _safe(name: str) -> str:
    letters = "".join(c for c in normalize("NFKD", name.lower()) if not combining(c))
    stem, _, kind = re.sub(r"[^a-z0-9._]+", "-", letters).rpartition(".")
    return f"{stem.strip('-._') or 'file'}.{kind.strip('-_')}"


def _unnamed(found: _Found, project: Project, store: Store) -> Iterator[Problem]:
    """Yield a notice for each file to which nothing in the project leads."""
    records = project.records
    claimed = {f"{key}/{m.name}" for key, record in records.items() for m in mentions(record)}
    rest = {owner: path for owner, path in found.paths.items() if owner not in claimed}
    for owner in _unlinked(found.folder, rest, records.values(), store) if rest else ():
        hint = f"Name it in the record, link to /{rest[owner]} in a text, or remove it."
        message = "nobody names this file"
        yield notice(Place(f"content/{owner}"), "attachment-unnamed", message, hint)


def _unlinked(
    folder: Path, rest: Mapping[str, str], records: Collection[Record], store: Store
) -> tuple[str, ...]:
    """Return the owners of the files to whose paths no text links."""

    def look() -> tuple[str, ...]:
        files = (path for record in records for path in record.source.files.values())
        texts = [read_text(folder / path, path)[0] or "" for path in files]
        return tuple(
            owner for owner, path in rest.items() if not any(f"/{path}" in text for text in texts)
        )

    contents = [record.source.digest for record in records]
    if not all(contents):
        return look()
    named = (part for pair in rest.items() for part in pair)
    return store.recalled(digest("unlinked", makers(), digest(*named), *contents), look)
