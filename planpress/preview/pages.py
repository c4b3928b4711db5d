"""What the preview answers: the site's files, the page of problems, and livereload's addresses."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from mimetypes import MimeTypes
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.escape import json_decode
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketHandler

from planpress.preview.audience import Audience, own_file
from planpress.preview.policy import with_script
from planpress.preview.problem_page import sheet

_SCRIPT = '<script src="/livereload.js?%smindelay=250&amp;maxdelay=2000" defer></script>'
_OURS = tuple(Path(__file__).with_name(name) for name in ("stay.js", "fit.js"))
_HOME = re.compile(r'<link\b[^>]*href="(https?://[^"]*?/)assets/')
_KINDS = MimeTypes()
for _ending, _kind in {
    ".csv": "text/csv", ".ics": "text/calendar", ".woff2": "font/woff2", ".js": "text/javascript",
    ".svg": "image/svg+xml", ".xml": "application/xml", ".webmanifest": "application/json",
}.items():  # fmt: skip
    _KINDS.add_type(_kind, _ending)


@dataclass
class Stage:
    """What is shown at the moment, and to whom: a site, or `trouble`, a page in place of all."""

    output: Path
    trouble: str = ""
    audience: Audience = field(default_factory=Audience)


def application(stage: Stage) -> Application:
    """Return livereload's two addresses and, for all others, the site."""
    mine = {"stage": stage}
    return Application(
        [
            (r"/livereload", _Browser, mine),
            (r"/livereload\.js", _Script),
            (r"/.*", _Site, mine),
        ]
    )


class _Browser(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """A page that waits to hear of builds."""

    def initialize(self, stage: Stage) -> None:
        self.audience = stage.audience

    def check_origin(self, origin: str) -> bool:
        """Listen to pages of the preview only, not to any site that is open in the browser."""
        return WebSocketHandler.check_origin(cast("WebSocketHandler", self), origin)

    def on_message(self, message: str | bytes) -> None:
        """Greet; and learn which page it is."""
        with suppress(ValueError, TypeError, AttributeError):
            said = json_decode(message)
            super().on_message(message)
            if said.get("command") == "info":
                self.audience.arrives(self, unquote(urlsplit(said.get("url", "")).path))

    def on_close(self) -> None:
        """Forget the page."""
        super().on_close()
        self.audience.leaves(self)

    def tell(self, path: str) -> None:
        """Send livereload's command for a file that has changed."""
        self.send_message({"command": "reload", "path": path, "liveCSS": True, "liveImg": True})


class _Script(LiveReloadJSHandler):  # type: ignore[misc]  # livereload has no types
    """The browser's side of livereload, and what keeps a page where it is and as it is."""

    def get(self) -> None:
        """Answer with all scripts."""
        super().get()
        self.set_header("Cache-Control", "no-store")
        for script in _OURS:
            self.write("\n" + script.read_text("utf-8"))

    def compute_etag(self) -> None:
        """Return no mark by which a browser could keep an old script."""


class _Site(RequestHandler):
    """A file of the output, found by its path each time, for the folder is swapped at a build."""

    def initialize(self, stage: Stage) -> None:
        self.stage = stage

    def get(self) -> None:
        """Answer with the file, the site's own page for a missing one, or the problems."""
        self.set_header("Cache-Control", "no-store")
        path = unquote(self.request.path)
        name = path.rpartition("/")[2]
        is_page = name.endswith(".html") or "." not in name
        if is_page and self.stage.trouble:
            self._page(path, self.stage.trouble)
            return
        file = self._file(path)
        if file and file.is_dir():
            self.set_status(302)
            self.set_header("Location", self.request.path.rpartition("/")[2] + "/")
        elif file is None:
            self.set_status(404)
            self._page(path, _not_found(self.stage.output, path))
        elif file.suffix == ".html":
            self._page(path, file.read_text("utf-8", "replace"))
        else:
            kind = _KINDS.guess_type(file.name)[0] or "application/octet-stream"
            charset = "; charset=utf-8" if kind.startswith("text/") else ""
            self.set_header("Content-Type", kind + charset)
            self.write(file.read_bytes())
            self._asked_for(path)

    head = get

    def compute_etag(self) -> None:
        """Return no mark by which a browser could keep an old page."""

    def _file(self, path: str) -> Path | None:
        parts = path.strip("/").split("/")
        if ".." in parts or "\0" in path or "\\" in path:
            return None
        file = self.stage.output.joinpath(*parts)
        if path.endswith("/"):
            file /= "index.html"
        return file if file.is_file() or (file.is_dir() and not path.endswith("/")) else None

    def _page(self, path: str, page: str) -> None:
        kept = self.request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate"
        self.stage.audience.shows(path, {own_file(path), *_for_missing(path)}, kept=kept)
        script = _SCRIPT % ("problems=1&amp;" if self.stage.trouble else "")
        self.write(with_script(page, script, self.request.host))

    def _asked_for(self, path: str) -> None:
        """Note which page, or style sheet, has asked for a file to show it."""
        user = urlsplit(self.request.headers.get("Referer", ""))
        shown = self.request.headers.get("Sec-Fetch-Mode") != "navigate"
        if shown and user.netloc == self.request.host:
            self.stage.audience.uses(unquote(user.path), path)


def _for_missing(path: str) -> Iterator[str]:
    """Yield the pages of the site for what is missing, the one in the address's language first."""
    language = re.match(r"/([A-Za-z][A-Za-z0-9-]*)/", path)
    if language:
        yield f"/{language[1]}/404.html"
    yield "/404.html"


def _not_found(output: Path, path: str) -> str:
    """Return the page for what is missing; its addresses lead into the preview."""
    for page in _for_missing(path):
        with suppress(OSError):
            text = (output / page[1:]).read_text("utf-8")
            home = _HOME.search(text)
            return text.replace(home[1], "/") if home else text
    return sheet("Not found", "<p>There is nothing at this address.</p>")
