"""The files of a plan's translations as they will stand, with what came back in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path

from planpress.model.dataclass import dataclass
from planpress.model.project import Project
from planpress.model.translation import Unit
from planpress.model.worded import BODY, Way
from planpress.translate.body import assembled
from planpress.translate.front_edits import Unfit
from planpress.translate.incoming import Arrived
from planpress.translate.sheet_edit import edited
from planpress.translate.ways import tree

Marks = Mapping[str, str | None]
"""What a translation's file is to say of itself; None takes a key away."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A file as it will stand: `before` are its bytes as they are, `after` as they will be."""

    record: str
    language: str
    path: str
    before: bytes
    after: bytes

    @property
    def text(self) -> str:
        """What it will say, with LF line ends."""
        return _plain(self.after)


@dataclass
class _Record:
    fields: dict[Way, str] = field(default_factory=dict)
    sections: dict[int, str] = field(default_factory=dict)
    units: list[Unit] = field(default_factory=list)


def sheets(
    folder: Path,
    project: Project,
    units: Sequence[Unit],
    found: Iterable[Arrived],
    *,
    marks: Mapping[str, Marks],
    prune: bool = False,
) -> Iterator[Sheet]:
    """Yield the files that change, in the order of the records.

    `units` are all of one language. `marks` are those of the records that get any. Raises Unfit,
    whose message begins with the path of the file.
    """
    new = {id(arrived.unit): arrived.text for arrived in found if arrived.new}
    records: dict[str, _Record] = {}
    for unit in units:
        record = records.setdefault(unit.record, _Record())
        if unit.of_body:
            if id(unit) in new:
                record.sections[len(record.units)] = new[id(unit)]
            record.units.append(unit)
        elif id(unit) in new:
            record.fields[unit.way] = new[id(unit)]
    language = units[0].language if units else ""
    for key, told in records.items():
        if told.fields or told.sections or key in marks:
            sheet = _sheet(folder, project, key, language, told, marks.get(key, {}), prune)
            if sheet.before != sheet.after:
                yield sheet


def _sheet(  # noqa: PLR0913, PLR0917  # one file needs all of it
    folder: Path,
    project: Project,
    key: str,
    language: str,
    told: _Record,
    marks: Marks,
    prune: bool,  # noqa: FBT001
) -> Sheet:
    record = project.worded[key]
    path = record.source.files.get(language) or translated(record.source.path, language)
    file = folder / path
    before = file.read_bytes() if file.is_file() else b""
    body = assembled(told.units, told.sections, prune=prune) if told.sections else None
    fields = {way: text for way, text in told.fields.items() if way != BODY}
    try:
        text = edited(_plain(before), tree(record, fields), body, marks)
    except Unfit as wrong:
        raise Unfit(f"{path}: {wrong}") from None
    after = _like(before, text)
    return Sheet(record=key, language=language, path=path, before=before, after=after)


def translated(path: str, language: str) -> str:
    """Return the path of a record's words in a language."""
    return f"{path.removesuffix('.md')}.{language}.md"


def _plain(content: bytes) -> str:
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _like(before: bytes, text: str) -> bytes:
    """Return a text with the line ends and the byte order mark that the file had."""
    if b"\r\n" in before:
        text = text.replace("\n", "\r\n")
    elif b"\r" in before and b"\n" not in before:
        text = text.replace("\n", "\r")
    return (b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b"") + text.encode()
