"""What is published is whole: a site is written beside the old one and swapped in at once."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from stat import S_IMODE

from planpress.model.document import Document
from planpress.model.problem import Problem
from planpress.publish import manifest
from planpress.publish.exchange import leftovers, mend, new_folder, swap_in
from planpress.publish.folder import FILE_MODE, NewFolder, entries
from planpress.publish.lock import waiting
from planpress.publish.refusal import (
    ALWAYS_WELCOME,
    PublishError,
    could_not_write,
    foreign_file,
    foreign_folder,
    refusal,
    unfit_folder,
    unfit_paths,
)

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The paths that are new or changed, those that are as they were, and those that are gone."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]


def publish(
    documents: Iterable[Document],
    output: Path,
    *,
    force: bool = False,
    project: Path | None = None,
    say: Say = lambda _: None,
) -> Published:
    """Make `output` consist of the documents and of what others put there; say what changed.

    `output` may be missing or a symbolic link to a folder; `project` is the folder that must never
    be overwritten. `force` replaces files of others that are in the way. `say` hears of waiting for
    another build. Raises PublishError, and then the old site is as it was.
    """
    documents = sorted(documents, key=lambda document: document.path)
    name = _name(output, project)
    folder = Path(os.path.realpath(output))
    try:
        _refuse((*unfit_folder(folder, name, project), *unfit_paths(documents)))
        with _alone(folder, say):
            mend(folder)
            change = _Change(documents, folder)
            _refuse(() if force else change.refusals(name))
            if change.is_needed:
                try:
                    _write(change, name)
                except BaseException:
                    mend(folder)
                    raise
            return change.published
    except OSError as error:
        raise PublishError([could_not_write(name, error)]) from error


def recover(output: Path, say: Say = lambda _: None) -> None:
    """Mend what a build left that was killed while it published: the old site is back.

    Raises PublishError if that is not possible.
    """
    folder = Path(os.path.realpath(output))
    try:
        if any(leftovers(folder)):
            with _alone(folder, say):
                mend(folder)
    except OSError as error:
        raise PublishError([could_not_write(output.as_posix(), error)]) from error


class _Change:
    """What has to be done to a folder so that it consists of the documents."""

    def __init__(self, documents: Sequence[Document], folder: Path) -> None:
        self.documents = documents
        self.folder = folder
        self.listed = manifest.listed_files(folder)
        self.marks = {one.path: one.fingerprint for one in documents}
        self.manifest = manifest.manifest(self.marks)
        found = dict(entries(folder))
        ours = {path for path, entry in found.items() if self._is_ours(path, entry)}
        self.foreign = {path: found[path] for path in sorted(found.keys() - ours)}
        self.in_the_way = frozenset(_in_the_way(self.foreign, self.marks))
        kept = {one.path for one in documents if one.path in ours and self._is_same(one)}
        self.published = Published(
            written=tuple(path for path in self.marks if path not in kept),
            kept=tuple(path for path in self.marks if path in kept),
            removed=tuple(sorted(ours - self.marks.keys() - {manifest.NAME})),
        )

    @property
    def is_needed(self) -> bool:
        """Whether anything differs from what is there already."""
        changed = bool(self.published.written or self.published.removed)
        return changed or self.listed != self.marks

    def refusals(self, name: str) -> Iterator[Problem]:
        """Yield why the folder should be left as it is, unless forced."""
        others = [path for path in self.foreign if path not in ALWAYS_WELCOME]
        if self.listed is None and others:
            yield foreign_folder(name, others)
            return
        for path in sorted(self.in_the_way):
            if not self.foreign[path].is_dir(follow_symlinks=False):
                yield foreign_file(name, path)

    def _is_ours(self, path: str, entry: os.DirEntry[str]) -> bool:
        if self.listed is None or not entry.is_file(follow_symlinks=False):
            return False
        return path in self.listed or path == manifest.NAME

    def _is_same(self, document: Document) -> bool:
        """Whether our file still is, byte for byte, what the document says."""
        if document.is_kept:
            return True
        place = self.folder / document.path
        there = place.lstat()
        return (
            there.st_size == document.size
            and (os.name != "posix" or S_IMODE(there.st_mode) == FILE_MODE)
            and place.read_bytes() == document.content
        )


def _in_the_way(foreign: Iterable[str], wanted: Mapping[str, str]) -> Iterator[str]:
    """Yield what is not ours where a file, or a folder for a file, has to be."""
    files = {*wanted, manifest.NAME}
    folders = {str(folder) for path in wanted for folder in PurePosixPath(path).parents}
    for path in foreign:
        if path in files | folders or any(str(up) in files for up in PurePosixPath(path).parents):
            yield path


def _write(change: _Change, name: str) -> None:
    new = NewFolder(new_folder(change.folder), change.folder)
    kept = frozenset(change.published.kept)
    expected: dict[str, int | None] = {manifest.NAME: len(change.manifest)}
    for document in change.documents:
        expected[document.path] = document.size
        if document.path in kept:
            new.keep(document)
        else:
            new.write(document.path, document.content)
    new.write(manifest.NAME, change.manifest)
    for path, entry in change.foreign.items():
        if path not in change.in_the_way:
            expected[path] = None
            new.carry_over(path, entry)
    new.finish()
    _refuse(
        refusal(
            f"{name}/{path}",
            "output-incomplete",
            f"“{path}” was not written as it should be; the old site is as it was.",
            "Check the disk, and that no other file there has the same name in other letters.",
        )
        for path in new.differs_from(expected)
    )
    swap_in(new.folder, change.folder)


def _alone(folder: Path, say: Say) -> AbstractContextManager[None]:
    return waiting(folder.parent, say, name=f".{folder.name}.lock")


def _name(output: Path, project: Path | None) -> str:
    """Return the output as a reader of a problem knows it: relative to the project if within."""
    if project and output.is_absolute() and output.is_relative_to(project.absolute()):
        output = output.relative_to(project.absolute())
    return output.as_posix()


def _refuse(problems: Iterable[Problem]) -> None:
    reasons = tuple(problems)
    if reasons:
        raise PublishError(reasons)
