"""The records of a project, kept by the content of their files: only new content is read."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from planpress.makers import makers
from planpress.model.problem import Problem
from planpress.read.files import Read, RecordFiles, contents_of
from planpress.store import Store, digest

TOGETHER = 16
"""About how many records are kept as one: fewer take longer to load, more to read again."""


class Folder(NamedTuple):
    """A project's folder, and the digests of its files that have been seen a moment ago."""

    path: Path
    seen: Mapping[str, str]


class _Opened(NamedTuple):
    files: RecordFiles
    digests: Mapping[str, str]
    contents: Mapping[str, bytes]
    unreadable: list[Problem]


class _SavedMeanwhileError(Exception):
    """A file is no longer what was seen."""


def read_records(
    files: Sequence[RecordFiles], folder: Folder, languages: tuple[str, ...], store: Store
) -> list[Read]:
    """Return each record with its problems as `read_record` does, in the order of `files`.

    A file of which the digest was seen is opened only if what it says is not kept.
    """
    known = [_known(record, folder) for record in files]
    found: dict[int, Read] = {}
    groups = _groups(known)
    keys = {at: _key([known[one] for one in group], languages) for at, group in groups.items()}
    store.fetch(keys.values())
    for at, group in groups.items():
        make = partial(_made, [known[one] for one in group], folder.path, languages, store)
        with suppress(_SavedMeanwhileError):
            found |= zip(group, store.recalled(keys[at], make), strict=True)
    for at, one in enumerate(known):
        if at not in found:
            now = _opened(one.files, folder.path)
            [found[at]] = _made([now], folder.path, languages, Store(None))
    return [found[at] for at in range(len(known))]


def _known(record: RecordFiles, folder: Folder) -> _Opened:
    """Return the digests of a record's files; they are opened where one was not seen."""
    digests = {path: folder.seen.get(path, "") for path in record.paths.values()}
    return (
        _Opened(record, digests, {}, []) if all(digests.values()) else _opened(record, folder.path)
    )


def _opened(record: RecordFiles, folder: Path) -> _Opened:
    contents, problems = contents_of(record, folder)
    digests = {path: sha256(content).hexdigest() for path, content in contents.items()}
    return _Opened(record, digests, contents, problems)


def _with_contents(known: _Opened, folder: Path) -> _Opened:
    """Return a record with what is in its files; raises if that is not what was seen."""
    if known.contents or known.unreadable:
        return known
    now = _opened(known.files, folder)
    if now.digests != known.digests:
        raise _SavedMeanwhileError
    return now


def _made(
    group: Sequence[_Opened], folder: Path, languages: tuple[str, ...], store: Store
) -> list[Read]:
    """Return records; what their front matter says is kept too, as mostly words are edited."""
    # what is known needs none of it
    from planpress.read.records import head, made_of, parts_of  # noqa: PLC0415

    group = [_with_contents(one, folder) for one in group]
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
    files = (
        f"{one.files.kind}/{one.files.id} {code} {path} {one.digests[path]}"
        for one in group
        for code, path in one.files.paths.items()
    )
    return digest("records", makers(), "\n".join(languages), "\n".join(files))
