"""What is published is whole: a site is written beside the old one and swapped in at once."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import field
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISREG

from planpress.model.dataclass import dataclass
from planpress.model.document import Document
from planpress.model.problem import Problem
from planpress.publish import manifest
from planpress.publish.exchange import leftovers, mend, new_folder, spare_of, swap_in
from planpress.publish.folder import FILE_MODE, Found, NewFolder, above, parent
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
from planpress.standing import Standing, scanned, standing

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The paths that are new or changed, those that are as they were, and those that are gone.

    `standing` is how everything in the output stands now, with what others put there.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    standing: Mapping[str, Standing] = field(default_factory=dict, compare=False, repr=False)


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
            if not change.is_needed:
                return change.published(change.found)
            try:
                return change.published(_write(change, name))
            except BaseException:
                mend(folder)
                raise
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
        self.found = scanned(str(folder))
        ours = {path for path, there in self.found.items() if self._is_ours(path, there)}
        others = self.found.keys() - ours - set(map(parent, self.found))
        self.foreign = {path.rstrip("/"): self.found[path] for path in sorted(others)}
        self.in_the_way = frozenset(_in_the_way(self.foreign, self.marks))
        self.kept = {one.path for one in documents if one.path in ours and self._is_same(one)}
        self.removed = tuple(sorted(ours - self.marks.keys() - {manifest.NAME}))

    def published(self, found: Found) -> Published:
        """Return what was done, where this is what stands in the folder now."""
        return Published(
            written=tuple(path for path in self.marks if path not in self.kept),
            kept=tuple(path for path in self.marks if path in self.kept),
            removed=self.removed,
            standing=standing(found),
        )

    @property
    def is_needed(self) -> bool:
        """Whether anything differs from what is there already."""
        return bool(self.removed) or self.kept != self.marks.keys() or self.listed != self.marks

    def refusals(self, name: str) -> Iterator[Problem]:
        """Yield why the folder should be left as it is, unless forced."""
        others = [path for path in self.foreign if path not in ALWAYS_WELCOME]
        if self.listed is None and others:
            yield foreign_folder(name, others)
            return
        for path in sorted(self.in_the_way):
            if not S_ISDIR(self.foreign[path].st_mode):
                yield foreign_file(name, path)

    def _is_ours(self, path: str, there: os.stat_result) -> bool:
        if self.listed is None or not S_ISREG(there.st_mode):
            return False
        return path in self.listed or path == manifest.NAME

    def _is_same(self, document: Document) -> bool:
        """Whether our file still is, byte for byte, what the document says."""
        if document.is_kept:
            return True
        there = self.found[document.path]
        return (
            there.st_size == document.size
            and (os.name != "posix" or S_IMODE(there.st_mode) == FILE_MODE)
            and (self.folder / document.path).read_bytes() == document.content
        )


def _in_the_way(foreign: Mapping[str, object], wanted: Mapping[str, str]) -> Iterator[str]:
    """Yield what is not ours where a file, or a folder for a file, has to be."""
    if not foreign:
        return
    files = {*wanted, manifest.NAME}
    folders = {folder for path in wanted for folder in above(path)}
    for path in foreign:
        if path in files or f"{path}/" in folders or any(up[:-1] in files for up in above(path)):
            yield path


def _write(change: _Change, name: str) -> Found:
    """Write the site and let it take the place of the old one; return what stands in it."""
    new = NewFolder(new_folder(change.folder), change.folder, change.found)
    expected: dict[str, int | None] = {manifest.NAME: len(change.manifest)}
    for document in change.documents:
        expected[document.path] = document.size
        if document.path in change.kept:
            new.keep(document)
        else:
            new.write(document.path, document.content)
    new.write(manifest.NAME, change.manifest)
    for path, there in change.foreign.items():
        if path not in change.in_the_way:
            new.carry_over(path, there)
            if not S_ISDIR(there.st_mode):
                expected[path] = None
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
    if not os.path.lexists(spare_of(change.folder)):
        _make_ready(spare_of(change.folder), change, new.found)
    return new.found


def _make_ready(spare: Path, change: _Change, found: Found) -> None:
    """Link the files of a first site where the next build fills in its own: few will differ."""
    with suppress(OSError):
        spare.mkdir()
        ready = NewFolder(spare, change.folder, found)
        for path in change.marks:
            ready.link(path)


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
