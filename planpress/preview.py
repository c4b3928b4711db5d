"""The preview: the site on this machine, built again and reloaded on every save."""

import asyncio
import errno
import logging
import re
import socket
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from html import escape, unescape
from mimetypes import MimeTypes
from pathlib import Path
from urllib.parse import unquote, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado.escape import json_decode
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from planpress.model.problem import Problem
from planpress.problem_page import bug_page, problem_page, sheet
from planpress.saves import Saves

HOST = "127.0.0.1"

Problems = tuple[Problem, ...]
Build = Callable[[], Problems]
Say = Callable[[str], None]

_POLICY = re.compile(r"<meta\b[^>]*http-equiv=.?content-security-policy[^>]*>", re.IGNORECASE)
_CONTENT = re.compile(r"""content=(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_SCRIPT = '<script src="/livereload.js"></script>'
_HOME = re.compile(r'<link\b[^>]*href="(https?://[^"]*?/)assets/')
_KINDS = MimeTypes()
for _ending, _kind in {
    ".csv": "text/csv", ".ics": "text/calendar", ".woff2": "font/woff2", ".js": "text/javascript",
    ".svg": "image/svg+xml", ".xml": "application/xml", ".webmanifest": "application/json",
}.items():  # fmt: skip
    _KINDS.add_type(_kind, _ending)


class PortTaken(Exception):  # noqa: N818  # it says what happened
    """The preview cannot listen on the port that was asked for; the message says why."""


def _with_error(problems: Problems) -> bool:
    return any(problem.stops for problem in problems)


def serve(
    build: Build,
    *,
    output: Path,
    watched: Sequence[Path],
    port: int,
    say: Say,
    stopped_by: Callable[[Problems], bool] = _with_error,
) -> None:
    """Build, serve `output` on this machine, and build again whenever a watched file changes.

    `build` returns its problems; while they stop it, every page of the preview shows them. Port 0
    is any free one. Returns on Ctrl-C. Raises PortTaken.
    """
    listening = _listening(port)
    for noisy in ("livereload", "tornado.access", "tornado.general"):
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
    preview = Preview(build, output, watched, say, stopped_by)
    with suppress(KeyboardInterrupt):
        asyncio.run(preview.run(listening))
    say("The preview has ended.")


def _listening(port: int) -> socket.socket:
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
    """What is shown at the moment, and to whom."""

    def __init__(
        self,
        build: Build,
        output: Path,
        watched: Sequence[Path],
        say: Say,
        stopped_by: Callable[[Problems], bool],
    ) -> None:
        self.build, self.output, self.say = build, output, say
        self.saves = Saves(watched, apart=output)
        self.stopped_by = stopped_by
        self.trouble = ""
        self.builds = 0
        self.shown: dict[str, int] = {}

    async def run(self, listening: socket.socket) -> None:
        """Serve on the socket until cancelled; requests wait for the first build."""
        LiveReloadHandler.watcher = Watcher()
        with ThreadPoolExecutor(1) as builder:
            seen = self.saves.look()
            await self.rebuild(builder)
            server = HTTPServer(self.application())
            server.add_socket(listening)
            self.say(f"Preview at http://{HOST}:{listening.getsockname()[1]}/ (end with Ctrl-C)")
            try:
                while True:
                    seen = await self.saves.after(seen)
                    await self.rebuild(builder)
                    LiveReloadHandler.reload_waiters("*")
            finally:
                server.stop()
                LiveReloadHandler.waiters.clear()
                await server.close_all_connections()

    async def rebuild(self, builder: ThreadPoolExecutor) -> None:
        """Build in a thread, so that pages are served meanwhile, and keep what went wrong."""
        try:
            problems = await asyncio.get_running_loop().run_in_executor(builder, self.build)
        except Exception as error:  # noqa: BLE001  # the preview outlives a bug
            self.trouble = bug_page("".join(traceback.format_exception(error)))
            self.say(f"This is a bug in planpress: {error!r}. The page in the browser says more.")
        else:
            self.trouble = problem_page(problems) if self.stopped_by(problems) else ""
            for problem in problems if self.trouble else ():
                self.say(f"{problem.place}: {problem.message} {problem.hint}")
        self.builds += 1

    def application(self) -> Application:
        """Return livereload's two addresses and, for all others, the site."""
        mine = {"preview": self}
        return Application(
            [
                (r"/livereload", _Browser, mine),
                (r"/livereload\.js", LiveReloadJSHandler),
                (r"/.*", _Site, mine),
            ]
        )


class _Browser(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """A page that waits for the next build."""

    def initialize(self, preview: Preview) -> None:
        self.preview = preview

    def on_message(self, message: str | bytes) -> None:
        """Greet; and reload at once if the page was overtaken by a build on its way here."""
        super().on_message(message)
        said = json_decode(message)
        if said.get("command") == "info":
            path = unquote(urlsplit(said.get("url", "")).path)
            if self.preview.shown.get(path) != self.preview.builds:
                self.send_message({"command": "reload", "path": "*", "liveCSS": False})


class _Site(RequestHandler):
    """A file of the output, found by its path each time, for the folder is swapped at a build."""

    def initialize(self, preview: Preview) -> None:
        self.preview = preview

    def get(self) -> None:
        """Answer with the file, the site's own page for a missing one, or the problems."""
        self.set_header("Cache-Control", "no-store")
        path = unquote(self.request.path)
        name = path.rpartition("/")[2]
        is_page = name.endswith(".html") or "." not in name
        if is_page and self.preview.trouble:
            self._page(path, self.preview.trouble)
            return
        file = self._file(path)
        if file and file.is_dir():
            self.set_status(302)
            self.set_header("Location", self.request.path.rpartition("/")[2] + "/")
        elif file is None:
            self.set_status(404)
            self._page(path, _not_found(self.preview.output, path))
        elif file.suffix == ".html":
            self._page(path, file.read_text("utf-8", "replace"))
        else:
            kind = _KINDS.guess_type(file.name)[0] or "application/octet-stream"
            charset = "; charset=utf-8" if kind.startswith("text/") else ""
            self.set_header("Content-Type", kind + charset)
            self.write(file.read_bytes())

    head = get

    def compute_etag(self) -> None:
        """Return no mark by which a browser could keep an old page."""

    def _file(self, path: str) -> Path | None:
        parts = path.strip("/").split("/")
        if ".." in parts or "\0" in path or "\\" in path:
            return None
        file = self.preview.output.joinpath(*parts)
        if path.endswith("/"):
            file /= "index.html"
        return file if file.is_file() or (file.is_dir() and not path.endswith("/")) else None

    def _page(self, path: str, page: str) -> None:
        self.preview.shown[path] = self.preview.builds
        page = _POLICY.sub(lambda found: _relaxed(found[0], self.request.host), page)
        head, end, rest = page.partition("</head>")
        self.write(head + _SCRIPT + end + rest if end else page + _SCRIPT)


def _not_found(output: Path, path: str) -> str:
    """Return the page for what is missing, in its language; its addresses lead into the preview."""
    language = re.match(r"/([A-Za-z][A-Za-z0-9-]*)/", path)
    own = output / (language[1] if language else "") / "404.html"
    with suppress(OSError):
        page = (own if own.is_file() else output / "404.html").read_text("utf-8")
        home = _HOME.search(page)
        return page.replace(home[1], "/") if home else page
    return sheet("Not found", "<p>There is nothing at this address.</p>")


def _relaxed(tag: str, host: str) -> str:
    """Return the site's content security policy, open for the preview's own script as well."""
    content = _CONTENT.search(tag)
    if not content:
        return ""
    rules = [rule.split() for rule in unescape(content[1] or content[2] or "").split(";")]
    allowed = {rule[0].lower(): rule[1:] for rule in rules if rule}
    for name, sources in {
        "script-src": ["'self'"],
        "connect-src": ["'self'", f"ws://{host}"],
    }.items():
        before = allowed.get(name, allowed.get("default-src", []))
        allowed[name] = [one for one in before if one != "'none'" and one not in sources] + sources
    policy = "; ".join(" ".join((name, *sources)) for name, sources in allowed.items())
    return f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
