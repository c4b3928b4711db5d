"""Notices what is saved, added or removed in folders, without caring how an editor does it."""

import asyncio
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LOOK_EVERY = 0.2
"""Seconds between two looks at the watched folders."""
SETTLED_AFTER = 0.05
"""Seconds without a further save after which a burst of saves is over."""

Seen = dict[str, tuple[int, int, int]]


@dataclass(frozen=True)
class Saves:
    """The saves in some files and folders, which need not exist yet; not those in `apart`."""

    watched: Sequence[Path]
    apart: Path

    async def after(self, seen: Seen) -> Seen:
        """Wait for a save, or a burst of saves, after `seen` was seen; return what is there then.

        A burst that does not end is cut off after a second.
        """
        now = seen
        while now == seen:
            await asyncio.sleep(LOOK_EVERY)
            now = self.look()
        for _ in range(20):
            await asyncio.sleep(SETTLED_AFTER)
            before, now = now, self.look()
            if now == before:
                break
        return now

    def look(self) -> Seen:
        """Return every watched file with what changes when it is saved."""
        seen: Seen = {}
        for path in self._files():
            with suppress(OSError):
                there = path.stat()
                seen[str(path)] = (there.st_mtime_ns, there.st_size, there.st_ino)
        return seen

    def _files(self) -> Iterator[Path]:
        apart = self.apart.resolve()
        for top in self.watched:
            if top.is_file():
                yield top
            for folder, folders, files in os.walk(top):
                folders[:] = [
                    name
                    for name in folders
                    if not name.startswith(".") and Path(folder, name).resolve() != apart
                ]
                yield from (Path(folder, name) for name in files if not _is_scrap(name))


def _is_scrap(name: str) -> bool:
    """Whether an editor made this file for itself."""
    return name.startswith((".", "#", "~$")) or name.endswith(("~", ".swp", ".tmp"))
