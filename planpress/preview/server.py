"""The preview: the site on this machine, built again on every save, and shown as it is built."""

import asyncio
import errno
import gc
import logging
import socket
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from tornado.httpserver import HTTPServer

from planpress.model.dataclass import dataclass
from planpress.model.problem import Problem
from planpress.pipeline import Outcome
from planpress.preview.audience import TROUBLE
from planpress.preview.pages import Stage, application
from planpress.preview.problem_page import bug_page, problem_page
from planpress.preview.saves import Saves
from planpress.publish.swap import Published

HOST = "127.0.0.1"
LOOK_EVERY = 0.5
"""Seconds between two looks whether the output is still there, and the day the same."""
TOLD = 10
"""So many problems are named where the preview was started; the page in the browser has all."""

TIDY_EVERY = 10
"""After so many builds Python looks for what they have left, which no build does itself."""

REST = 0.1
"""Seconds after a build in which the browser is shown the page, and nothing else is done."""

Build = Callable[[], Outcome]
Say = Callable[[str], None]


@dataclass(frozen=True)
class Aside:
    """What is done besides building.

    `warm` after the first build, so that the second is quick, in a thread of its own; `finish`
    after every build, when the browser has what it waited for, unless the next one comes first.
    `stop` says that the preview ends and whatever build is going on should, too.
    """

    warm: Callable[[], None] = lambda: None
    finish: Callable[[], None] = lambda: None
    stop: Callable[[], None] = lambda: None


NOTHING = Aside()


class PortTaken(Exception):  # noqa: N818  # it says what happened
    """The preview cannot listen on the port that was asked for; the message says why."""


def serve(
    build: Build,
    *,
    output: Path,
    watched: Sequence[Path],
    port: int,
    say: Say,
    aside: Aside = NOTHING,
) -> None:
    """Build, serve `output` on this machine, and build again whenever a watched file changes.

    While a build publishes nothing, every page of the preview shows why. Port 0 is any free one.
    Returns on Ctrl-C. Raises PortTaken.
    """
    listening = listen(port)
    for noisy in ("livereload", "tornado.access", "tornado.general", "watchfiles"):
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
    preview = Preview(build, output, watched, say, aside)
    with suppress(KeyboardInterrupt):
        asyncio.run(preview.run(listening))
    say("The preview has ended.")


def listen(port: int) -> socket.socket:
    """Return a socket that listens on a port of this machine only. Raises PortTaken."""
    if not 0 <= port < 2**16:
        raise PortTaken(f"There is no port {port}: choose one up to 65535.")
    try:
        listening = socket.create_server((HOST, port), backlog=128)
    except OSError as error:
        why = {
            errno.EADDRINUSE: "is in use, perhaps by another preview",
            errno.EACCES: "may not be used by you",
        }.get(error.errno or 0, f"cannot be used ({error.strerror})")
        raise PortTaken(
            f"Port {port} {why}. Choose another: --port {port % 60000 + 1000}, or --port 0 for "
            "any that is free."
        ) from error
    listening.setblocking(False)  # noqa: FBT003  # its only parameter
    return listening


class Preview:
    """Builds when something was saved, and tells the open pages what has changed of them."""

    def __init__(
        self,
        build: Build,
        output: Path,
        watched: Sequence[Path],
        say: Say,
        aside: Aside = NOTHING,
    ) -> None:
        self.build, self.say, self.aside = build, say, aside
        self.saves = Saves(watched, apart=output)
        self.stage = Stage(output)
        self.saved = asyncio.Event()
        self.day: Callable[[], date] = date.today
        self.built_on: date | None = None
        self.there = self.overtaken = False

    async def run(self, listening: socket.socket) -> None:
        """Serve on the socket until cancelled; requests wait for the first build."""
        self.saves.seen = self.saves.look()
        with ThreadPoolExecutor(1) as builder, self._stopping():
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self.saves.follow(self.saved.set))
                await self.rebuild(builder)
                threading.Thread(target=self.aside.warm, daemon=True).start()
                tasks.create_task(self._guard())
                server = HTTPServer(application(self.stage))
                server.add_socket(listening)
                address = f"http://{HOST}:{listening.getsockname()[1]}/"
                self.say(f"Preview at {address} (end with Ctrl-C)")
                try:
                    while True:
                        await self._rest(builder)
                        await self.saved.wait()
                        await self.rebuild(builder)
                finally:
                    server.stop()
                    await server.close_all_connections()

    @contextmanager
    def _stopping(self) -> Iterator[None]:
        try:
            yield
        finally:
            self.aside.stop()

    async def rebuild(self, builder: ThreadPoolExecutor) -> None:
        """Build in a thread, so that pages are served meanwhile, and show what has changed.

        What is saved meanwhile is built next, in one go. It may be the rest of a file of which this
        build has seen the half: what is wrong with that is not shown before, once.
        """
        self.saved.clear()
        self.there = False
        changed: list[str] = []
        trouble, said = "", []
        began, today = time.perf_counter(), self.day()
        try:
            outcome = await asyncio.get_running_loop().run_in_executor(builder, self.build)
        except Exception as error:  # noqa: BLE001  # the preview outlives a bug
            trouble = bug_page("".join(traceback.format_exception(error)))
            said = [f"This is a bug in planpress: {error!r}. The page in the browser says more."]
        else:
            if outcome.published:
                done = outcome.published
                self.built_on = today if outcome.of_today else None
                said = [_summary(done, time.perf_counter() - began)]
                changed = ["/" + path for path in (*done.written, *done.removed)]
            else:
                trouble, said = problem_page(outcome.problems), list(_told(outcome.problems))
        self.there = self.stage.output.is_dir()
        self.overtaken = bool(trouble) and self.saved.is_set() and not self.overtaken
        if self.overtaken:
            return
        for line in said:
            self.say(line)
        if trouble != self.stage.trouble:
            self.stage.trouble = trouble
            changed.append(TROUBLE)
        self.stage.audience.built(changed)

    async def _rest(self, builder: ThreadPoolExecutor) -> None:
        """Do what can wait, unless something is saved right now."""
        with suppress(TimeoutError):
            async with asyncio.timeout(REST):  # wait_for may lose a Ctrl-C that comes in between
                await self.saved.wait()
            return
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(builder, self.aside.finish)
        if self.stage.audience.builds % TIDY_EVERY == 0:
            await loop.run_in_executor(builder, _tidy)

    async def _guard(self) -> None:
        """Build again when somebody has deleted the output, or the site is of another day."""
        while True:
            await asyncio.sleep(LOOK_EVERY)
            deleted = self.there and not self.stage.output.is_dir()
            if deleted or self.built_on not in (None, self.day()):
                self.there, self.built_on = False, None
                self.saved.set()


def _tidy() -> None:
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _summary(done: Published, spent: float) -> str:
    if not done.written and not done.removed:
        return f"Built in {spent:.2f} s: nothing on the site has changed."
    gone = f", {len(done.removed)} removed" if done.removed else ""
    return f"Built in {spent:.2f} s: {len(done.written)} files new or changed{gone}."


def _told(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield what is wrong, one line each, what stops the build first."""
    listed = sorted(problems, key=lambda problem: not problem.stops)
    for problem in listed[:TOLD]:
        yield f"{problem.place}: {problem.message} {problem.hint}"
    if len(listed) > TOLD:
        yield f"… and {len(listed) - TOLD} more: the page in the browser lists all."
