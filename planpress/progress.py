"""How far a run has come: a bar on a terminal, plain lines elsewhere, nothing when quiet.

Own code: importing tqdm or rich costs 50 ms of CPU, more than all else of a build without changes.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import Any, Self, TextIO, TypeVar

from planpress.spent import SPENT

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds before a bar is shown: a short run needs none."""

_OFTEN = 0.1
_WIDTH = 24
_CLEAR = "\r\x1b[K"


class Progress:
    """What is being done, how much of it, and for how long still; it writes to one stream."""

    def __init__(self, stream: TextIO | None = None, *, quiet: bool = False) -> None:
        """Tell people on `stream`, which is sys.stderr if none is given."""
        self.stream = stream or sys.stderr
        self.quiet = quiet
        self.live = not quiet and self.stream.isatty() and os.environ.get("TERM") != "dumb"
        self.words, self.count, self.done = "", 0, 0
        self.heed: Callable[[], None] = _go_on
        """Is called at every step; what it raises ends the run."""
        self._began = self._staged = self._shown = monotonic()
        self._line = ""
        self._timer: Any = None

    def stage(self, words: str, count: int = 0) -> None:
        """Say what begins now, in so many steps if that is known."""
        self.heed()
        SPENT.stage(words)
        self.words, self.count, self.done = words, count, 0
        self._staged = monotonic()
        if self.live:
            self._show(self._staged)
            self._show_later()
        else:
            self.note(words)

    def expect(self, count: int) -> None:
        """Say how many steps the stage has that is going on."""
        self.count, self.done = count, 0

    def step(self, done: int = 1) -> None:
        """Say that so many more steps are done."""
        self.heed()
        self.done += done
        if self.live:
            now = monotonic()
            if now - self._shown >= _OFTEN:
                self._show(now)

    def each(self, things: Iterable[T]) -> Iterator[T]:
        """Yield things; a step is done when the next one is asked for."""
        for thing in things:
            yield thing
            self.step()

    def note(self, line: str) -> None:
        """Say something that stays."""
        if not self.quiet:
            self._write(f"{self._cleared()}planpress: {line}\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """Take the bar away."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if cleared := self._cleared():
            self._write(cleared)

    def _show_later(self) -> None:
        """Show the first stage after a while, even if it has no steps."""
        if self._timer is None:
            from threading import Timer  # noqa: PLC0415 (only for a terminal)

            self._timer = Timer(PATIENCE, lambda: self._show(monotonic()))
            self._timer.daemon = True
            self._timer.start()

    def _cleared(self) -> str:
        line, self._line = self._line, ""
        return _CLEAR if line else ""

    def _show(self, now: float) -> None:
        if now - self._began < PATIENCE:
            return
        self._shown = now
        line = " ".join(filter(None, (f"planpress: {self.words}", *self._bar(now))))
        line = line[: self._columns() - 1]
        if line != self._line:
            self._line = line
            self._write(_CLEAR + line)

    def _bar(self, now: float) -> Iterator[str]:
        if not self.count:
            return
        done = min(self.done, self.count)
        full = _WIDTH * done // self.count
        yield f"[{'#' * full}{'.' * (_WIDTH - full)}] {done}/{self.count}"
        spent = now - self._staged
        if done and spent >= PATIENCE:
            yield _left(spent / done * (self.count - done))

    def _columns(self) -> int:
        try:
            return os.get_terminal_size(self.stream.fileno()).columns or 80
        except (OSError, ValueError):
            return 80

    def _write(self, text: str) -> None:
        self.stream.write(text)
        self.stream.flush()


def _go_on() -> None:
    """Let the run go on."""


def _left(seconds: float) -> str:
    """Return a time in words that do not jump about."""
    if seconds < 90:
        return f"about {max(1, round(seconds))} s left"
    return f"about {round(seconds / 60)} min left"


QUIET = Progress(quiet=True)
"""Nobody is told."""
