"""Notices what is saved, added or removed, however an editor does it: by events, and by looking."""

import asyncio
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from watchfiles import awatch

STEP = 5
"""Milliseconds without a further event after which a burst of saves is over."""
BURST = 50
"""Milliseconds after which a burst is cut off."""
TICK = 250
"""Milliseconds without an event after which folders that came or went are looked for."""
LOOK_EVERY = 1.0
"""Seconds between two looks at every file, where events may not work: a network drive, say."""
SHARE = 50
"""A look takes at most this part of the time."""

Mark = tuple[int, int, int]
Seen = dict[str, Mark]


@dataclass
class Saves:
    """The saves in some files and folders, which need not exist yet; not those in `apart`."""

    watched: Sequence[Path]
    apart: Path
    polling: bool | None = None
    seen: Seen = field(default_factory=dict)

    async def follow(self, saved: Callable[[], None]) -> None:
        """Call `saved` after every save, or burst of saves, until cancelled.

        What is there at the start is what was seen, unless `look` has said so before. A folder that
        is deleted and comes back, or is replaced by another, is followed again.
        """
        self.seen = self.seen or self.look()
        while True:
            try:
                await self._until_moved(saved)
            except OSError:  # no more events may be had from the system, or a folder has just gone
                self.polling = all(path.exists() for path in self._tops()) or self.polling

    async def _until_moved(self, saved: Callable[[], None]) -> None:
        """Follow the folders that there are, until there are others."""
        tops = self._tops()
        loop = asyncio.get_running_loop()
        look_at = loop.time()
        events = awatch(
            *tops,
            watch_filter=lambda _, path: self._counts(path),
            debounce=BURST,
            step=STEP,
            rust_timeout=TICK,
            yield_on_timeout=True,
            force_polling=self.polling,
        )
        async with aclosing(events):
            async for changes in events:
                if changes:
                    self._note(path for _, path in changes)
                    saved()
                elif loop.time() >= look_at:
                    began = loop.time()
                    before, self.seen = self.seen, self.look()
                    if self.seen != before:
                        saved()
                    look_at = loop.time() + max(LOOK_EVERY, SHARE * (loop.time() - began))
                if self._tops() != tops:
                    return

    def look(self) -> Seen:
        """Return every watched file with what changes when it is saved."""
        return dict(self._marked(file for top in self.watched for file in self._files(top)))

    def _note(self, paths: Iterable[str]) -> None:
        """See again what events have told of, so that the next look does not tell of it as well."""
        for path in paths:
            if self.seen.pop(path, None) is None and not Path(path).is_file():
                inside = [name for name in self.seen if name.startswith(path + os.sep)]
                for name in inside:
                    del self.seen[name]
            self.seen.update(self._marked(self._files(Path(path))))

    @staticmethod
    def _marked(files: Iterable[Path]) -> Iterator[tuple[str, Mark]]:
        for file in files:
            with suppress(OSError):
                there = file.stat()
                yield str(file), (there.st_mtime_ns, there.st_size, there.st_ino)

    def _files(self, top: Path) -> Iterator[Path]:
        if top.is_file():
            yield top
        for folder, folders, files in os.walk(top):
            folders[:] = [name for name in folders if self._counts(str(Path(folder, name)))]
            yield from (Path(folder, name) for name in files if not _is_scrap(name))

    def _tops(self) -> dict[Path, tuple[int, int]]:
        """Return what is watched and exists, with what changes when another takes its place."""
        found = {}
        for path in self.watched:
            with suppress(OSError):
                there = path.stat()
                found[path] = (there.st_dev, there.st_ino)
        return found

    def _counts(self, path: str) -> bool:
        """Whether what stands at a path, or stood there, is something that people save."""
        below = next((path[len(top) :] for top in self._roots() if path.startswith(top)), path)
        inside = Path(below.lstrip(os.sep)).parts
        return not any(map(_is_scrap, inside)) and not self._is_apart(path)

    def _roots(self) -> Iterator[str]:
        """Yield what is watched as it is called here, and as the system may call it."""
        for top in self.watched:
            yield str(top)
            yield os.path.realpath(top)

    def _is_apart(self, path: str) -> bool:
        return (os.path.realpath(path) + os.sep).startswith(os.path.realpath(self.apart) + os.sep)


def _is_scrap(name: str) -> bool:
    """Whether an editor made this file for itself."""
    own = name.endswith(("~", ".swp", ".tmp", "___jb_tmp___", "___jb_old___"))
    return own or name.startswith((".", "#", "~$")) or name == "4913"
