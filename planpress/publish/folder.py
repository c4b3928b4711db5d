"""The folder that a site is filled into, with what is new and with what may stay."""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from stat import S_IMODE, S_IRWXU, S_ISDIR, S_ISLNK, S_ISREG

from planpress.model.document import Document
from planpress.standing import scanned

FILE_MODE = 0o644
FOLDER_MODE = 0o755

Found = Mapping[str, os.stat_result]
"""Everything in a folder by its path, as `planpress.standing.scanned` returns it."""


def parent(path: str) -> str:
    """Return the folder that a path is in, with a slash at its end; empty for the uppermost."""
    return path[: path.rfind("/", 0, -1) + 1]


def above(path: str) -> Iterator[str]:
    """Yield the folders above a path, the nearest first."""
    while path := parent(path):
        yield path


class NewFolder:
    """A folder that is being filled; nobody sees it before it is whole.

    `found` is what is known to stand in it. Every method raises OSError when the system refuses.
    """

    def __init__(self, folder: Path, old: Path, before: Found) -> None:
        """Fill `folder` with the help of what stands in `old`, which is `before`.

        It may hold an earlier site, of which some files are the very files of the old one: those
        that stay need not be touched.
        """
        self.folder, self.old, self.before = folder, old, before
        self.found = scanned(str(folder))
        self._made = {path for path, there in self.found.items() if S_ISDIR(there.st_mode)}
        self._left = self.found.keys() - self._made
        self._needed = {""}
        for path in self._made:
            if ~self.found[path].st_mode & S_IRWXU:
                self._give_rights(path, S_IRWXU)

    def write(self, path: str, content: bytes) -> None:
        """Write a file that everyone may read."""
        place = Path(self._cleared(path))
        place.write_bytes(content)
        place.chmod(FILE_MODE)

    def keep(self, document: Document) -> None:
        """Take a file of the old folder that is already what it should be."""
        path = document.path
        if path in self._left and _is_one(self.found[path], self.before[path]):
            self._left.remove(path)
            self._need(path)
            return
        try:
            self.link(path)
        except OSError:
            self.write(path, document.content)

    def link(self, path: str) -> None:
        """Let a file of the old folder stand in this one too."""
        os.link(f"{self.old}/{path}", self._cleared(path))

    def carry_over(self, path: str, there: os.stat_result) -> None:
        """Take something of the old folder that is not ours, as it is."""
        if S_ISDIR(there.st_mode):
            self._need(f"{path}/.")
            return
        origin, place = self.old / path, Path(self._cleared(path))
        if S_ISLNK(there.st_mode):
            place.symlink_to(origin.readlink(), target_is_directory=origin.is_dir())
            return
        try:
            os.link(origin, place)
        except OSError:
            shutil.copy2(origin, place)

    def finish(self) -> None:
        """Remove what is needed no longer, and give each folder the rights that it had before.

        A folder that is new has those that everyone may read it with.
        """
        for path in self._left:
            self._unlink(path)
        for path in sorted(self._made - self._needed, reverse=True):
            (self.folder / path).rmdir()
            del self.found[path]
        for path in self._needed:
            here, before = self.found.get(path), self.before.get(path)
            if not here or not before or here.st_mode != before.st_mode:
                self._give_rights(path, S_IMODE(before.st_mode) if before else FOLDER_MODE)

    def differs_from(self, expected: Mapping[str, int | None]) -> list[str]:
        """Return the paths of files that are missing, or not of the expected size if one is.

        Those of which it was seen that they are the very files of the old folder are not looked at
        again. Thereafter `found` is everything.
        """
        wrong = []
        for path, size in expected.items():
            there = self.found.get(path)
            if there is None:
                try:
                    there = self.found[path] = os.lstat(f"{self.folder}/{path}")
                except OSError:
                    wrong.append(path)
                    continue
            if size is not None and (there.st_size != size or not S_ISREG(there.st_mode)):
                wrong.append(path)
        return sorted(wrong)

    def _cleared(self, path: str) -> str:
        """Return where a path is, with the folders above it and nothing in its place."""
        place, inside = f"{self.folder}/{path}", f"{path}/"
        if path in self._left:
            self._left.remove(path)
            self._unlink(path)
        elif inside in self._made:
            shutil.rmtree(place)
            gone = {found for found in self.found if found.startswith(inside)}
            self._left -= gone
            self._made -= gone
            for found in gone:
                del self.found[found]
        self._need(path)
        return place

    def _need(self, path: str) -> None:
        """Make the folders above a path, unless they are there."""
        missing = []
        while (path := parent(path)) not in self._needed:
            missing.append(path)
        for folder in reversed(missing):
            if folder not in self._made:
                Path(self._cleared(folder[:-1])).mkdir()
                self._made.add(folder)
            self._needed.add(folder)

    def _give_rights(self, path: str, mode: int) -> None:
        place = self.folder / path
        place.chmod(mode)
        self.found[path] = place.lstat()

    def _unlink(self, path: str) -> None:
        del self.found[path]
        os.unlink(f"{self.folder}/{path}")  # noqa: PTH108 (quick: there may be many)


def _is_one(one: os.stat_result, other: os.stat_result) -> bool:
    """Whether two paths are the same file."""
    return bool(one.st_ino) and (one.st_ino, one.st_dev) == (other.st_ino, other.st_dev)
