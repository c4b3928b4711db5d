"""The records of a project, kept by the content of their files: only new content is read."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from planpress.makers import makers
from planpress.model.problem import Problem
from planpress.read.files import Read, RecordFiles
from planpress.read.text import bytes_of
from planpress.store import Store, digest

TOGETHER = 16
"""About how many records are kept as one: fewer take longer to load, more to read again."""


class _Opened(NamedTuple):
    files: RecordFiles
    contents: Mapping[str, bytes]
    unreadable: list[Problem]


def read_records(
    files: Sequence[RecordFiles], folder: Path, languages: tuple[str, ...], store: Store
) -> list[Read]:
    """Return each record with its problems as `read_record` does, in the order of `files`."""
    opened = [_opened(record, folder) for record in files]
    found: dict[int, Read] = {}
    groups = _groups(opened)
    keys = {at: _key([opened[one] for one in group], languages) for at, group in groups.items()}
    store.fetch(keys.values())
    for at, group in groups.items():
        make = partial(_made, [opened[one] for one in group], languages, store)
        found |= zip(group, store.recalled(keys[at], make), strict=True)
    for at, one in enumerate(opened):
        if at not in found:
            [found[at]] = _made([one], languages, Store(None))
    return [found[at] for at in range(len(opened))]


def _opened(record: RecordFiles, folder: Path) -> _Opened:
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in record.paths.values():
        raw, unreadable = bytes_of(folder, path)
        problems += unreadable
        if raw is not None:
            contents[path] = raw
    return _Opened(record, contents, problems)


def _made(group: Sequence[_Opened], languages: tuple[str, ...], store: Store) -> list[Read]:
    """Return records; what their front matter says is kept too, as mostly words are edited."""
    # what is known needs none of it
    from planpress.read.records import head, made_of, parts_of  # noqa: PLC0415

    parts = [parts_of(one.files, one.contents) for one in group]
    fronts: list[str] = []
    for one in parts:
        fronts += one.files.kind, one.files.id, str(len(one.by_language))
        for code, part in one.by_language.items():
            fronts += code, part.path, part.front
    key = digest("heads", makers(), "\n".join(languages), *fronts)
    heads = store.recalled(key, lambda: [head(one, languages) for one in parts])
    made = (made_of(one, languages, its) for one, its in zip(parts, heads, strict=True))
    return [
        (record, [*one.unreadable, *problems])
        for one, (record, problems) in zip(group, made, strict=True)
    ]


def _groups(opened: Sequence[_Opened]) -> dict[int, list[int]]:
    """Return positions of records that are kept together, whatever others there are.

    What cannot be read belongs to none: why is not a matter of its content.
    """
    many = 1 << (max(len(opened) // TOGETHER, 1) - 1).bit_length()
    groups: dict[int, list[int]] = {}
    for at, one in enumerate(opened):
        if not one.unreadable:
            place = crc32(f"{one.files.kind}/{one.files.id}".encode()) % many
            groups.setdefault(place, []).append(at)
    return groups


def _key(group: Sequence[_Opened], languages: tuple[str, ...]) -> str:
    files = [
        (f"{one.files.kind}/{one.files.id} {code} {path}", one.contents[path])
        for one in group
        for code, path in one.files.paths.items()
    ]
    named = "\n".join(f"{name} {len(content)}" for name, content in files)
    whole = b"".join(content for _, content in files)
    return digest("records", makers(), "\n".join(languages), named, whole)
