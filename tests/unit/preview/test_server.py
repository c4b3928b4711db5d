import asyncio
import json
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urljoin

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from planpress.model.place import Place
from planpress.model.problem import Level, Problem
from planpress.pipeline import Outcome
from planpress.preview.server import Aside, PortTaken, Preview, listen, serve
from planpress.publish.swap import Published

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


def nothing() -> Outcome:
    return Outcome(problems=(), published=Published(written=(), kept=(), removed=()))


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
    done: int = 0
    of_today: bool = False
    writes: dict[str, str] = field(default_factory=dict)
    removes: tuple[str, ...] = ()
    during: Callable[[], object] = lambda: None
    port: int = 0
    stop: Callable[[], object] = lambda: None
    ready: threading.Event = field(default_factory=threading.Event)
    thread: threading.Thread | None = None
    preview: Preview | None = None
    loop: asyncio.AbstractEventLoop | None = None
    ended: bool = False
    warmed: threading.Event = field(default_factory=threading.Event)
    finished: list[int] = field(default_factory=list)

    @property
    def output(self) -> Path:
        return self.folder / "site"

    def build(self) -> Outcome:
        self.builds += 1
        try:
            return self.outcome()
        finally:
            self.done += 1

    def outcome(self) -> Outcome:
        self.during()
        if self.bug:
            raise self.bug
        if any(problem.stops for problem in self.found):
            return Outcome(problems=self.found)
        for path, text in self.writes.items():
            file = self.output / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        done = Published(written=tuple(self.writes), kept=(), removed=self.removes)
        return Outcome(problems=self.found, published=done, of_today=self.of_today)

    def finish(self) -> None:
        self.finished.append(self.done)

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
            self.loop = loop

            def stop() -> None:
                self.ended = True
                loop.call_soon_threadsafe(task.cancel)

            self.stop = stop
            listening = listen(0)
            self.port = listening.getsockname()[1]
            watched = [self.folder / "content", self.folder / "data"]
            self.preview = Preview(
                self.build, self.output, watched, self.say, Aside(self.warmed.set, self.finish)
            )
            await self.preview.run(listening)

        try:
            asyncio.run(until_stopped())
        except asyncio.CancelledError:
            self.said.append("stopped")

    def get(self, path: str, method: str = "GET", referer: str = "", **headers: str) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        if referer:
            headers["Referer"] = urljoin(f"http://127.0.0.1:{self.port}", referer)
        try:
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            headers = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, headers, response.read().decode())
        finally:
            connection.close()

    def save(self) -> None:
        """Let the preview know of a save, and wait until it does."""
        assert self.preview
        known = threading.Event()

        def know() -> None:
            self.preview.saved.set()
            known.set()

        self.loop.call_soon_threadsafe(know)
        while not known.wait(0.01) and not self.ended:
            pass

    def until(self, done: Callable[[], bool]) -> None:
        """Wait until something is so; every answer of the preview is a moment for it to work."""
        end = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < end
            self.get("/style.css")

    def reloads(
        self, path: str, *saves: Callable[[], object], said: Sequence[str] = ()
    ) -> list[str]:
        """Open a page, do each save when the one before was heard of; return what was heard."""
        return asyncio.run(asyncio.wait_for(self._reloads(path, saves, said), PATIENCE))

    async def _reloads(
        self, path: str, saves: tuple[Callable[[], object], ...], said: Sequence[str]
    ) -> list[str]:
        browser = await websocket_connect(f"ws://127.0.0.1:{self.port}/livereload")
        heard: list[str] = []

        async def hear() -> str:
            message = await browser.read_message()
            assert message is not None
            told = json.loads(message)
            if told["command"] == "reload":
                heard.append(told["path"])
            return told["command"]

        for words in said:
            await browser.write_message(words)
        url = f"http://127.0.0.1:{self.port}{path}"
        await browser.write_message(json.dumps({"command": "info", "url": url}))
        await browser.write_message(json.dumps({"command": "hello"}))
        while await hear() != "hello":
            pass  # it answers in order: now it has taken note of the page
        for save in saves:
            await asyncio.get_running_loop().run_in_executor(None, save)
            await hear()
        await browser.write_message(json.dumps({"command": "hello"}))
        while await hear() != "hello":
            pass
        browser.close()
        while await browser.read_message() is not None:
            pass  # until the other side has closed too, and with it the socket
        return heard


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
    assert answer.text.index('<script src="/livereload.js') < answer.text.index("</head>")
    assert "WebSocket" in preview.get("/livereload.js?x=1").text
    assert re.fullmatch(r"Built in \d+\.\d\d s: nothing on the site has changed\.", preview.said[0])
    assert preview.said[1:] == [f"Preview at http://127.0.0.1:{preview.port}/ (end with Ctrl-C)"]


def test_what_builds_need_is_warmed_after_the_first(preview: Running) -> None:
    assert preview.warmed.wait(PATIENCE)


def test_what_a_build_leaves_is_done_when_the_browser_has_its_page(preview: Running) -> None:
    preview.until(lambda: preview.finished == [1])
    preview.save()
    preview.until(lambda: preview.finished == [1, 2])


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
    preview.writes = {"index.html": PAGE % "Anew"}
    preview.get("/")
    heard = preview.reloads(
        "/",
        lambda: (content / "plan.md").write_text("changed"),
        lambda: (data / "deep").mkdir() or (data / "deep" / "new.csv").write_text("x"),
        (content / "plan.md").unlink,
    )
    assert heard[:3] == ["/index.html"] * 3
    assert "Anew" in preview.get("/").text


def test_a_page_that_a_build_has_left_alone_hears_nothing_of_it(preview: Running) -> None:
    preview.get("/x/")
    preview.get("/style.css", referer="/x/")
    preview.get("/table.csv", referer="/x/", **{"Sec-Fetch-Mode": "navigate"})
    preview.get("/seal.svg", referer="http://elsewhere.example.org/x/")

    def save(*written: str) -> Callable[[], object]:
        def saved() -> None:
            before = preview.done
            preview.writes = dict.fromkeys(written, str(before))
            preview.save()
            preview.until(lambda: preview.done > before)

        return saved

    alone = save("index.html", "table.csv", "seal.svg")
    both = lambda: (alone(), save("style.css")())  # noqa: E731
    assert preview.reloads("/x/", both, save("x/index.html")) == ["/style.css", "/x/index.html"]


def test_a_page_that_asks_for_itself_again_still_has_its_style_sheet(preview: Running) -> None:
    preview.get("/x/")
    preview.get("/style.css", referer="/x/")
    preview.get("/x/", referer="/x/", **{"Sec-Fetch-Mode": "cors"})
    preview.writes = {"style.css": "a{}"}
    assert preview.reloads("/x/", preview.save) == ["/style.css"]


def test_a_page_that_is_no_longer_there_is_reloaded(preview: Running) -> None:
    preview.get("/x/")
    preview.removes = ("x/index.html",)
    plan = preview.folder / "content" / "plan.md"
    assert preview.reloads("/x/", lambda: plan.write_text("b")) == ["/x/index.html"]
    assert re.search(r"s: 0 files new or changed, 1 removed\.$", preview.said[-1])


def test_a_missing_page_is_reloaded_when_it_is_there(preview: Running) -> None:
    assert preview.get("/new/").status == 404
    preview.writes = {"new/index.html": PAGE % "New"}
    plan = preview.folder / "content" / "plan.md"
    assert preview.reloads("/new/", lambda: plan.write_text("b")) == ["/new/index.html"]


def test_a_page_that_a_build_has_overtaken_is_reloaded_when_it_asks(preview: Running) -> None:
    assert preview.reloads("/?never=served") == ["*"]
    preview.get("/?a=1")
    assert preview.reloads("/?b=2#c") == []


def test_another_site_may_not_listen(preview: Running) -> None:
    ask = HTTPRequest(
        f"ws://127.0.0.1:{preview.port}/livereload", headers={"Origin": "https://example.org"}
    )

    async def listen_in() -> None:
        await websocket_connect(ask)

    with pytest.raises(HTTPClientError, match="403"):
        asyncio.run(listen_in())


def test_whatever_a_browser_says_is_no_harm(preview: Running) -> None:
    preview.get("/")
    assert (
        preview.reloads("/", said=["{", "[]", "{}", '{"command": "info", "url": 7}', "null"]) == []
    )


def test_saves_during_a_build_lead_to_one_more(preview: Running) -> None:
    def save_more() -> None:
        preview.during = lambda: None
        for _ in range(5):
            preview.save()

    preview.during = save_more
    preview.writes = {"index.html": PAGE % "Anew"}
    preview.get("/")
    assert preview.reloads("/", preview.save, lambda: None) == ["/index.html"] * 2
    assert preview.builds == 3


def test_the_output_is_built_again_when_somebody_deletes_it(preview: Running) -> None:
    preview.writes = {"index.html": PAGE % "Anew"}
    shutil.rmtree(preview.output)
    preview.until((preview.output / "index.html").is_file)
    assert preview.builds == 2


def test_folders_that_come_back_are_followed_again(preview: Running) -> None:
    for round_ in range(2):
        for name in ("content", "data"):
            before = preview.builds
            shutil.rmtree(preview.folder / name)
            preview.until(lambda before=before: preview.builds > before)
            before = preview.builds
            (preview.folder / name).mkdir()
            (preview.folder / name / "plan.md").write_text(f"again {round_}")
            preview.until(lambda before=before: preview.builds > before)


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
        assert '<script src="/livereload.js' in answer.text
    assert preview.get("/style.css").text == "p{}"
    assert "content/plan.md:3:7: <start> is misspelt Write it & save." in preview.said
    assert "Home" in (preview.output / "index.html").read_text("utf-8")
    preview.found = ()
    preview.reloads("/", lambda: content.write_text("mended"))
    assert "<title>Home</title>" in preview.get("/").text


def test_what_is_wrong_with_half_a_file_is_not_shown(preview: Running) -> None:
    def half() -> None:
        preview.found = (problem(),)
        preview.during = rest
        preview.save()

    def rest() -> None:
        preview.during = whole
        preview.save()

    def whole() -> None:
        preview.found = ()
        preview.writes = {"index.html": PAGE % "Whole"}

    preview.get("/")
    assert preview.reloads("/", half) == ["/index.html"]
    assert "Whole" in preview.get("/").text
    assert not any("misspelt" in line for line in preview.said)


def test_what_stays_wrong_is_shown_though_saves_go_on(preview: Running) -> None:
    preview.get("/")
    preview.found, preview.during = (problem(),), preview.save
    preview.reloads("/", preview.save)
    assert "is misspelt" in preview.get("/").text


def test_the_same_problems_again_reload_nothing(preview: Running) -> None:
    preview.get("/")

    def again() -> None:
        before = preview.done
        preview.save()
        preview.until(lambda: preview.done > before)
        preview.found = ()
        preview.save()
        preview.until(lambda: preview.done > before + 1)

    preview.found = (problem(),)
    assert preview.reloads("/", preview.save, again) == ["*", "*"]


def test_many_problems_are_all_on_the_page(preview: Running) -> None:
    preview.found = tuple(replace(problem(), message=f"Number {number}.") for number in range(40))
    preview.get("/")
    preview.reloads("/", preview.save)
    assert "Number 39." in preview.get("/").text
    assert "Number 9." in preview.said[-2]
    assert preview.said[-1] == "… and 30 more: the page in the browser lists all."


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
            serve(nothing, output=tmp_path, watched=[], port=port, say=print)


def test_a_port_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(PortTaken, match="no port 70000"):
        serve(nothing, output=tmp_path, watched=[], port=70000, say=print)


def interrupted(code: str, *lines: str) -> tuple[int, str, str]:
    """Run a program, press Ctrl-C when it has said lines of these patterns; return how it ended."""
    command = [sys.executable, "-c", code]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        for line in lines:
            assert re.match(line, process.stdout.readline())
        process.send_signal(signal.SIGINT)
        said, complained = process.communicate(timeout=PATIENCE)
    return process.returncode, said, complained


def test_ctrl_c_ends_a_build_that_is_going_on(tmp_path: Path) -> None:
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import threading; from pathlib import Path\n"
        "from planpress.preview.server import Aside, serve\n"
        "stopped = threading.Event()\n"
        "def build():\n    print('Building', flush=True)\n    assert stopped.wait(60)\n"
        "    raise KeyboardInterrupt\n"
        f"serve(build, output=Path({str(tmp_path)!r}), watched=[], port=0,"
        " say=lambda words: print(words, flush=True), aside=Aside(stop=stopped.set))"
    )
    assert interrupted(code, r"Building\n\Z") == (0, "The preview has ended.\n", "")


@pytest.mark.parametrize("of_today", [True, False])
def test_a_new_day_is_built_by_itself(
    preview: Running,
    monkeypatch: pytest.MonkeyPatch,
    of_today: bool,  # noqa: FBT001
) -> None:
    assert preview.preview
    monkeypatch.setattr("planpress.preview.server.LOOK_EVERY", 0.01)
    preview.of_today, today = of_today, date.today()  # noqa: DTZ011 (the preview's own)
    preview.save()
    preview.until(lambda: preview.done == 2)
    looked = []
    preview.preview.day = lambda: looked.append(1) or today + timedelta(days=1)
    preview.until(lambda: len(looked) > 3)
    preview.until(lambda: preview.done == 2 + of_today)
    preview.save()
    preview.until(lambda: preview.done == 3 + of_today)


def test_ctrl_c_ends_the_preview(tmp_path: Path) -> None:
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from pathlib import Path; from planpress.preview.server import serve\n"
        "from planpress.pipeline import Outcome; from planpress.publish.swap import Published\n"
        "done = Outcome(problems=(), published=Published(written=(), kept=(), removed=()))\n"
        f"serve(lambda: done, output=Path({str(tmp_path)!r}), watched=[], port=0,"
        " say=lambda words: print(words, flush=True))"
    )
    lines = r"Built in ", r"Preview at http://127\.0\.0\.1:[1-9]\d*/ "
    assert interrupted(code, *lines) == (0, "The preview has ended.\n", "")
