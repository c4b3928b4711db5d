import asyncio
import json
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

import pytest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from planpress.model.place import Place
from planpress.model.problem import Level, Problem
from planpress.preview import PortTaken, Preview, _listening, _relaxed, _with_error, serve

PATIENCE = 10
RULES = "default-src 'none'; script-src 'self'"
POLICY = f'<meta http-equiv="Content-Security-Policy" content="{RULES}">'
PAGE = f"<!doctype html><html><head>{POLICY}<title>%s</title></head><body></body></html>"


def problem(level: Level = Level.ERROR) -> Problem:
    return Problem(
        place=Place("content/plan.md", 3, 7),
        rule="unknown-key",
        level=level,
        message="<start> is misspelt",
        hint="Write it & save.",
    )


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    text: str


@dataclass
class Running:
    """A preview at work in a thread, whose builds only note what is asked of them."""

    folder: Path
    found: tuple[Problem, ...] = ()
    bug: Exception | None = None
    said: list[str] = field(default_factory=list)
    builds: int = 0
    port: int = 0
    stop: Callable[[], object] = lambda: None
    ready: threading.Event = field(default_factory=threading.Event)
    thread: threading.Thread | None = None

    @property
    def output(self) -> Path:
        return self.folder / "site"

    def build(self) -> tuple[Problem, ...]:
        self.builds += 1
        if self.bug:
            raise self.bug
        return self.found

    def say(self, words: str) -> None:
        self.said.append(words)
        if words.startswith("Preview at"):
            self.ready.set()

    def start(self) -> None:
        self.thread = threading.Thread(target=self.run)
        self.thread.start()
        assert self.ready.wait(PATIENCE)

    def run(self) -> None:
        async def until_stopped() -> None:
            task = asyncio.current_task()
            loop = asyncio.get_running_loop()
            assert task
            self.stop = lambda: loop.call_soon_threadsafe(task.cancel)
            listening = _listening(0)
            self.port = listening.getsockname()[1]
            watched = [self.folder / "content", self.folder / "data"]
            preview = Preview(self.build, self.output, watched, self.say, _with_error)
            await preview.run(listening)

        try:
            asyncio.run(until_stopped())
        except asyncio.CancelledError:
            self.said.append("stopped")

    def get(self, path: str, method: str = "GET") -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path)
            response = connection.getresponse()
            headers = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, headers, response.read().decode())
        finally:
            connection.close()

    def reloads(self, path: str, *saves: Callable[[], object]) -> list[str]:
        """Open a page, do each save when the one before has led to a reload; return commands."""
        return asyncio.run(asyncio.wait_for(self._reloads(path, saves), PATIENCE))

    async def _reloads(self, path: str, saves: tuple[Callable[[], object], ...]) -> list[str]:
        browser = await websocket_connect(f"ws://127.0.0.1:{self.port}/livereload")
        heard: list[str] = []

        async def hear() -> None:
            message = await browser.read_message()
            assert message is not None
            heard.append(json.loads(message)["command"])

        async def tell(**said: str) -> None:
            await browser.write_message(json.dumps(said))

        await tell(command="hello")
        await hear()
        await tell(command="info", url=f"http://127.0.0.1:{self.port}{path}")
        await self._settled(browser, tell, heard)
        for save in saves:
            save()
            await hear()
        browser.close()
        while await browser.read_message() is not None:
            pass  # until the other side has closed too, and with it the socket
        return heard

    @staticmethod
    async def _settled(
        browser: WebSocketClientConnection,
        tell: Callable[..., Awaitable[None]],
        heard: list[str],
    ) -> None:
        """Wait until the server has taken note of the browser: it answers in order."""
        await tell(command="hello")
        while True:
            message = await browser.read_message()
            assert message is not None
            command = json.loads(message)["command"]
            if command == "hello":
                return
            heard.append(command)


@pytest.fixture
def stopped(tmp_path: Path) -> Iterator[Running]:
    """Return a preview that has not been started; started or not, it is stopped in the end."""
    for name in ("site/x", "content", "data"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_text(PAGE % "Home", "utf-8")
    (tmp_path / "site" / "x" / "index.html").write_text("<title>ñ</title>", "utf-8")
    (tmp_path / "site" / "style.css").write_text("p{}")
    (tmp_path / "content" / "plan.md").write_text("a")
    running = Running(tmp_path)
    yield running
    if running.thread:
        running.stop()
        running.thread.join(PATIENCE)
        assert running.said[-1] == "stopped"


@pytest.fixture
def preview(stopped: Running) -> Running:
    stopped.start()
    return stopped


def test_the_site_is_built_and_served_with_the_script_that_reloads(preview: Running) -> None:
    answer = preview.get("/")
    assert preview.builds == 1
    assert answer.status == 200
    assert "<title>Home</title>" in answer.text
    assert answer.text.index('<script src="/livereload.js">') < answer.text.index("</head>")
    assert "WebSocket" in preview.get("/livereload.js?x=1").text
    assert preview.said == [f"Preview at http://127.0.0.1:{preview.port}/ (end with Ctrl-C)"]


def test_nothing_is_kept_by_the_browser(preview: Running) -> None:
    for path in ("/", "/style.css", "/missing"):
        headers = preview.get(path).headers
        assert headers["cache-control"] == "no-store"
        assert "etag" not in headers


def test_the_security_policy_is_open_for_the_preview_only(preview: Running) -> None:
    policy = re.search(r'content="([^"]*)"', preview.get("/").text)
    assert policy
    assert policy[1].replace("&#x27;", "'") == (
        f"default-src 'none'; script-src 'self'; connect-src 'self' ws://127.0.0.1:{preview.port}"
    )
    assert POLICY in (preview.output / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("policy", "relaxed"),
    [
        ("connect-src 'none'", "connect-src 'self' ws://h; script-src 'self'"),
        ("default-src x", "default-src x; script-src x 'self'; connect-src x 'self' ws://h"),
        (
            "script-src 'self' 'wasm-unsafe-eval'; connect-src y 'self'",
            "script-src 'wasm-unsafe-eval' 'self'; connect-src y 'self' ws://h",
        ),
    ],
)
def test_a_policy_keeps_what_it_allows(policy: str, relaxed: str) -> None:
    tag = _relaxed(f'<meta http-equiv=content-security-policy content="{policy}">', "h")
    assert f'content="{relaxed}"' in tag.replace("&#x27;", "'")


def test_files_have_their_kinds(preview: Running) -> None:
    for name in ("a.svg", "a.woff2", "a.json", "a.ics"):
        (preview.output / name).write_text("x")
    kinds = {
        "/": "text/html; charset=UTF-8",
        "/style.css": "text/css; charset=utf-8",
        "/a.svg": "image/svg+xml",
        "/a.woff2": "font/woff2",
        "/a.json": "application/json",
        "/a.ics": "text/calendar; charset=utf-8",
    }
    assert {path: preview.get(path).headers["content-type"] for path in kinds} == kinds


def test_a_folder_without_its_slash_leads_to_the_folder(preview: Running) -> None:
    answer = preview.get("/x")
    assert (answer.status, answer.headers["location"]) == (302, "x/")
    assert "<title>ñ</title>" in preview.get("/x/").text
    assert preview.get("//x").headers["location"] == "x/"


def test_what_is_missing_is_answered_with_the_page_of_the_site(preview: Running) -> None:
    assert preview.get("/missing/").status == 404
    address = "https://example.org/plan/"
    (preview.output / "404.html").write_text(
        f'<link rel="stylesheet" href="{address}assets/a.css"><a href="{address}data/">Gone</a>'
    )
    answer = preview.get("/missing/x.csv")
    assert answer.status == 404
    assert '<link rel="stylesheet" href="/assets/a.css"><a href="/data/">Gone</a>' in answer.text


def test_what_is_missing_is_answered_in_the_language_of_its_address(preview: Running) -> None:
    (preview.output / "404.html").write_text("Gone")
    (preview.output / "es").mkdir()
    (preview.output / "es" / "404.html").write_text("No está")
    told = {"/es/x/": "No está", "/es/": "No está", "/est/": "Gone", "/x/es/": "Gone"}
    assert {path: preview.get(path).status for path in told} == dict.fromkeys(told, 404)
    assert [path for path, words in told.items() if words not in preview.get(path).text] == []


def test_nothing_outside_the_output_is_served(preview: Running) -> None:
    (preview.folder / "secret.csv").write_text("secret")
    for path in (
        "/../secret.csv",
        "/%2e%2e/secret.csv",
        "/x/..%2f..%2fsecret.csv",
        "/%00",
        "/..%5cs",
    ):
        answer = preview.get(path)
        assert (answer.status, "secret" in answer.text) == (404, False)


def test_a_head_request_has_no_body(preview: Running) -> None:
    answer = preview.get("/style.css", "HEAD")
    assert (answer.status, answer.text) == (200, "")


def test_a_site_swapped_in_is_served_at_once(preview: Running) -> None:
    preview.output.rename(preview.folder / "old")
    preview.output.mkdir()
    (preview.output / "index.html").write_text(PAGE % "New", "utf-8")
    assert "<title>New</title>" in preview.get("/").text


def test_every_save_builds_and_reloads(preview: Running) -> None:
    content, data = preview.folder / "content", preview.folder / "data"
    preview.get("/")
    heard = preview.reloads(
        "/",
        lambda: (content / "plan.md").write_text("changed"),
        lambda: (data / "deep").mkdir() or (data / "deep" / "new.csv").write_text("x"),
        (content / "plan.md").unlink,
    )
    assert heard == ["hello", "reload", "reload", "reload"]
    assert preview.builds == 4


def test_a_page_that_a_build_has_overtaken_is_reloaded_when_it_asks(preview: Running) -> None:
    assert preview.reloads("/?never=served") == ["hello", "reload"]
    preview.get("/?a=1")
    assert preview.reloads("/?b=2#c") == ["hello"]


def test_problems_are_a_page_until_they_are_mended(preview: Running) -> None:
    content = preview.folder / "content" / "plan.md"
    preview.get("/")
    preview.found = (problem(),)
    preview.reloads("/", lambda: content.write_text("wrong"))
    for path in ("/", "/x/", "/x/index.html", "/not-built-yet/"):
        answer = preview.get(path)
        assert answer.status == 200
        assert "content/plan.md, line 3, column 7" in answer.text
        assert "&lt;start&gt; is misspelt" in answer.text
        assert "Write it &amp; save." in answer.text
        assert '<script src="/livereload.js">' in answer.text
    assert preview.get("/style.css").text == "p{}"
    assert "content/plan.md:3:7: <start> is misspelt Write it & save." in preview.said
    assert "Home" in (preview.output / "index.html").read_text("utf-8")
    preview.found = ()
    preview.reloads("/", lambda: content.write_text("mended"))
    assert "<title>Home</title>" in preview.get("/").text


def test_a_warning_does_not_hide_the_site(stopped: Running) -> None:
    stopped.found = (problem(Level.WARNING),)
    stopped.start()
    assert "<title>Home</title>" in stopped.get("/").text


def test_problems_at_the_start_are_a_page_too(stopped: Running) -> None:
    stopped.found = (problem(),)
    stopped.start()
    assert "is misspelt" in stopped.get("/").text


def test_a_bug_is_said_to_be_one_and_the_preview_goes_on(preview: Running) -> None:
    content = preview.folder / "content" / "plan.md"
    preview.get("/")
    preview.bug = ZeroDivisionError("<oh>")
    preview.reloads("/", lambda: content.write_text("1"))
    page = preview.get("/").text
    assert "This is a bug in planpress" in page
    assert "ZeroDivisionError: &lt;oh&gt;" in page
    preview.bug = None
    preview.reloads("/", lambda: content.write_text("2"))
    assert "<title>Home</title>" in preview.get("/").text


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=f"Port {port} is in use.*--port 0"):
            serve(tuple, output=tmp_path, watched=[], port=port, say=print)


def test_a_port_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(PortTaken, match="no port 70000"):
        serve(tuple, output=tmp_path, watched=[], port=70000, say=print)


def test_ctrl_c_ends_the_preview(tmp_path: Path) -> None:
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from pathlib import Path; from planpress.preview import serve\n"
        f"serve(tuple, output=Path({str(tmp_path)!r}), watched=[], port=0,"
        " say=lambda words: print(words, flush=True))"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert re.match(r"Preview at http://127\.0\.0\.1:[1-9]\d*/ ", process.stdout.readline())
        process.send_signal(signal.SIGINT)
        said, complained = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said, complained) == (0, "The preview has ended.\n", "")
