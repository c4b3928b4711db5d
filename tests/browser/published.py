"""A published site as its visitors meet it: its pages, their addresses, and who serves them."""

import contextlib
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

HOST = "plan.localhost"
"""The host that the sites stand on; the browser is told where to find it."""


@dataclass(frozen=True)
class Published:
    """A folder with a site, and the address it has in the browser (it ends in a slash)."""

    folder: Path
    url: str

    @property
    def pages(self) -> tuple[str, ...]:
        """The paths of all HTML pages, such as `es/indicators/graduation-rate/index.html`.

        Those that are made for frames in other websites are no pages of this one: see `frames`.
        """
        return tuple(page for page in self._files if not _framed(page))

    @property
    def frames(self) -> tuple[str, ...]:
        """The paths of the charts for frames, such as `es/embed/graduation-rate/index.html`."""
        return tuple(page for page in self._files if _framed(page))

    @property
    def _files(self) -> tuple[str, ...]:
        found = (file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.html"))
        return tuple(sorted(found))

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages; the one at the root comes first."""
        others = (file.parent.name for file in self.folder.glob("*/404.html"))
        return ("en", *sorted(others))

    def pages_in(self, language: str) -> tuple[str, ...]:
        """Return the pages of one language."""
        return tuple(page for page in self.pages if self.language(page) == language)

    def language(self, page: str) -> str:
        """Return the language that a page's address promises."""
        first = page.partition("/")[0]
        return first if first in self.languages[1:] else self.languages[0]

    def place(self, page: str) -> str:
        """Return a page's path without its language: the same in every language."""
        return page.removeprefix(f"{self.language(page)}/")

    def translated(self, page: str, language: str) -> str:
        """Return the path of the same page in another language."""
        place = self.place(page)
        return place if language == self.languages[0] else f"{language}/{place}"

    def address(self, page: str) -> str:
        """Return where a browser finds the page: a folder, not its `index.html`."""
        return self.url + page.removesuffix("index.html")

    def kinds(self, language: str) -> tuple[str, ...]:
        """Return the longest and the shortest page of every kind.

        A kind is what stands at one depth of one folder: all indicators, all reviews, the glossary.
        """
        by_kind: dict[tuple[str, int], list[str]] = {}
        for page in self.pages_in(language):
            parts = PurePosixPath(self.place(page)).parts
            by_kind.setdefault((parts[0], len(parts)), []).append(page)
        chosen = set()
        for pages in by_kind.values():
            pages.sort(key=lambda page: ((self.folder / page).stat().st_size, page))
            chosen |= {pages[0], pages[-1]}
        return tuple(sorted(chosen))


def _framed(page: str) -> bool:
    return "embed" in page.split("/")[:2]


@contextlib.contextmanager
def serving(sites: Mapping[str, Path]) -> Iterator[int]:
    """Serve folders by the first part of their path, as a static host does; yield the port.

    What is not there is answered with status 404 and the `404.html` of the language.
    """

    class Host(SimpleHTTPRequestHandler):
        extensions_map = {  # noqa: RUF012 (so named and typed by the standard library)
            **SimpleHTTPRequestHandler.extensions_map,
            ".woff2": "font/woff2",
            ".ics": "text/calendar",
        }

        def translate_path(self, path: str) -> str:
            name, _, rest = unquote(urlsplit(path).path).lstrip("/").partition("/")
            return str(sites[name] / rest) if name in sites else str(Path(name, "nowhere"))

        def send_error(self, code: int, message: str | None = None, explain: str | None = None):
            _, name, first, *_ = (*unquote(urlsplit(self.path).path).split("/"), "", "")
            own = Path(self.translate_path(f"/{name}/{first}/404.html"))
            if not own.is_file():
                own = Path(self.translate_path(f"/{name}/404.html"))
            if code != 404 or not own.is_file():
                super().send_error(code, message, explain)
                return
            body = own.read_bytes()
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing: the tests say what went wrong."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
