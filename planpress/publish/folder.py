"""The folder that a site is written to: what stands in the old one, and how the new is filled."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISREG

from planpress.model.document import Document

FILE_MODE = 0o644
FOLDER_MODE = 0o755


def entries(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the path and entry of every file, symbolic link and empty folder in a folder.

    Links are not followed; a missing folder is empty. Raises OSError if it cannot be read.
    """
    if not folder.exists():
        return
    for path, entry, inner in _walk(str(folder), ""):
        if inner is None or not inner:
            yield path, entry


_Found = tuple[str, os.DirEntry[str], list[os.DirEntry[str]] | None]


def _walk(folder: str, under: str) -> Iterator[_Found]:
    """Yield everything below a folder: its path, its entry and, of a folder, what is in it."""
    with os.scandir(folder) as found:
        waiting = [(under, list(found))]
    while waiting:
        above, known = waiting.pop()
        for entry in known:
            path = above + entry.name
            if entry.is_dir(follow_symlinks=False):
                with os.scandir(entry.path) as found:
                    inner = list(found)
                yield path, entry, inner
                if inner:
                    waiting.append((path + "/", inner))
            else:
                yield path, entry, None


class NewFolder:
    """A folder that is being filled; nobody sees it before it is whole.

    Every method raises OSError when the system refuses.
    """

    def __init__(self, folder: Path, old: Path) -> None:
        """Fill `folder` with the help of what stands in `old`.

        It may hold an earlier site, of which some files are the very files of the old one: those
        that stay need not be touched.
        """
        self.folder, self.old = folder, old
        self._left: dict[str, os.DirEntry[str]] = {}
        self._made = {""}
        for path, entry, inner in _walk(str(folder), ""):
            if inner is None:
                self._left[path] = entry
            else:
                self._made.add(path)
        self._needed = {""}
        self._same: set[str] = set()

    def write(self, path: str, content: bytes) -> None:
        """Write a file that everyone may read."""
        place = Path(self._cleared(path))
        place.write_bytes(content)
        place.chmod(FILE_MODE)

    def keep(self, document: Document) -> None:
        """Take a file of the old folder that is already what it should be."""
        path = document.path
        origin = f"{self.old}/{path}"
        if path in self._left and self._is_one(self._left[path], origin):
            self._need(path)
            del self._left[path]
            self._same.add(path)
            return
        try:
            os.link(origin, self._cleared(path))
        except OSError:
            self.write(path, document.content)

    def carry_over(self, path: str, entry: os.DirEntry[str]) -> None:
        """Take something that is not ours, as it is."""
        place = Path(self._cleared(path))
        if entry.is_symlink():
            place.symlink_to(Path(entry).readlink(), target_is_directory=entry.is_dir())
        elif entry.is_dir():
            place.mkdir(exist_ok=True)
            self._need(f"{path}/")
        else:
            try:
                os.link(entry.path, place)
            except OSError:
                shutil.copy2(entry.path, place)

    def finish(self) -> None:
        """Remove what is needed no longer, and give each folder the rights that it had before.

        A folder that is new has those that everyone may read it with.
        """
        for entry in self._left.values():
            Path(entry).unlink()
        for path in sorted(self._made - self._needed, reverse=True):
            (self.folder / path).rmdir()
        for path in self._needed:
            here, before = f"{self.folder}/{path}", f"{self.old}/{path}"
            mode = FOLDER_MODE
            with suppress(OSError):
                found = os.lstat(before)
                mode = S_IMODE(found.st_mode) if S_ISDIR(found.st_mode) else mode
            if S_IMODE(os.lstat(here).st_mode) != mode:
                Path(here).chmod(mode)

    def differs_from(self, expected: Mapping[str, int | None]) -> list[str]:
        """Return the paths that are missing, too many, or not of the expected size if one is.

        Those of which it was seen that they are the very files of the old folder are not looked at
        again.
        """
        wrong = {path for path, entry in self._left.items() if os.path.lexists(entry.path)}
        for path in expected.keys() - self._same:
            try:
                found = os.lstat(f"{self.folder}/{path}")
            except OSError:
                wrong.add(path)
                continue
            size = expected[path]
            if size is not None and (found.st_size != size or not S_ISREG(found.st_mode)):
                wrong.add(path)
        return sorted(wrong)

    @staticmethod
    def _is_one(entry: os.DirEntry[str], origin: str) -> bool:
        """Whether an entry is the very file that stands at a place."""
        try:
            own, other = entry.stat(follow_symlinks=False), os.lstat(origin)
        except OSError:
            return False
        return bool(own.st_ino) and (own.st_ino, own.st_dev) == (other.st_ino, other.st_dev)

    def _cleared(self, path: str) -> str:
        """Return where a path is, with the folders above it and nothing in its place."""
        place = f"{self.folder}/{path}"
        if path in self._left:
            del self._left[path]
            os.unlink(place)  # noqa: PTH108 (quick: there are many)
        elif path in self._made:
            shutil.rmtree(place)
            inside = f"{path}/"
            self._left = {p: e for p, e in self._left.items() if not p.startswith(inside)}
            self._made = {p for p in self._made if p != path and not p.startswith(inside)}
        self._need(path)
        return place

    def _need(self, path: str) -> None:
        """Make the folders above a path, unless they are there."""
        above = path.rpartition("/")[0]
        while above not in self._needed:
            if above not in self._made:
                if above in self._left:
                    os.unlink(f"{self.folder}/{above}")  # noqa: PTH108
                    del self._left[above]
                os.makedirs(f"{self.folder}/{above}", exist_ok=True)  # noqa: PTH103
                self._made.add(above)
            self._needed.add(above)
            above = above.rpartition("/")[0]
