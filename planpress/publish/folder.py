"""The folder that a site is written to: what stands in the old one, and how the new is filled."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from planpress.model.document import Document

FILE_MODE = 0o644
FOLDER_MODE = 0o755


def entries(folder: Path, under: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the path and entry of every file, symbolic link and empty folder in a folder.

    Links are not followed; a missing folder is empty. Raises OSError if it cannot be read.
    """
    if not under and not folder.exists():
        return
    with os.scandir(folder / under) as found:
        for entry in found:
            path = under + entry.name
            if entry.is_dir(follow_symlinks=False) and any(Path(entry).iterdir()):
                yield from entries(folder, path + "/")
            else:
                yield path, entry


class NewFolder:
    """A folder that is being filled; nobody sees it before it is whole.

    Every method raises OSError when the system refuses.
    """

    def __init__(self, folder: Path, old: Path) -> None:
        """Fill `folder`, which is empty, with the help of what stands in `old`."""
        self.folder = folder
        self.old = old
        self._made = {""}

    def write(self, path: str, content: bytes) -> None:
        """Write a file that everyone may read."""
        place = self._place(path)
        place.write_bytes(content)
        place.chmod(FILE_MODE)

    def keep(self, document: Document) -> None:
        """Take a file of the old folder that is already what it should be."""
        try:
            os.link(self.old / document.path, self._place(document.path))
        except OSError:
            self.write(document.path, document.content)

    def carry_over(self, path: str, entry: os.DirEntry[str]) -> None:
        """Take something that is not ours, as it is."""
        place = self._place(path)
        if entry.is_symlink():
            place.symlink_to(Path(entry).readlink(), target_is_directory=entry.is_dir())
        elif entry.is_dir():
            place.mkdir()
        else:
            try:
                os.link(entry.path, place)
            except OSError:
                shutil.copy2(entry.path, place)

    def finish(self) -> None:
        """Give each folder the rights it had before, or those that everyone may read it with."""
        found = [Path(folder) for folder, _, _ in os.walk(self.folder)]
        for folder in reversed(found):
            folder.chmod(FOLDER_MODE)
            old = self.old / folder.relative_to(self.folder)
            if old.is_dir() and not old.is_symlink():
                with suppress(OSError):
                    shutil.copymode(old, folder)

    def differs_from(self, expected: Mapping[str, int | None]) -> list[str]:
        """Return the paths that are missing, too many, or not of the expected size if one is."""
        found = dict(entries(self.folder))
        wrong = found.keys() ^ expected.keys()
        for path in found.keys() & expected.keys():
            size = expected[path]
            if size is not None and found[path].stat(follow_symlinks=False).st_size != size:
                wrong.add(path)
        return sorted(wrong)

    def _place(self, path: str) -> Path:
        parent = str(PurePosixPath(path).parent)
        if parent not in self._made:
            (self.folder / parent).mkdir(parents=True, exist_ok=True)
            self._made.add(parent)
        return self.folder / path
