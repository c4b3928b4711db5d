"""Starts Firefox, which speaks WebDriver BiDi by itself, and asks it what a test wants to know."""

import asyncio
import base64
import contextlib
import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tornado.websocket import WebSocketClientConnection, websocket_connect

PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.prefetch-next": False,
    "security.fileuri.strict_origin_policy": True,
    "toolkit.telemetry.enabled": False,
    "toolkit.telemetry.unified": False,
}
"""Firefox as it comes, but that it asks its maker nothing."""

EVENTS = ("log.entryAdded", "network.fetchError", "network.responseCompleted")
_READY = "WebDriver BiDi listening on "
_PATIENCE = 60
_MARK = "all that came before has been heard"
_SETTLED = """document.fonts.ready.then(() =>
  new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))"""


@dataclass
class Firefox:
    """A running browser with one page, and what has gone wrong in it.

    It has as much of Playwright's page as `cut`, `unreadable` and `violations` ask.
    """

    runner: asyncio.Runner
    socket: WebSocketClientConnection
    context: str = ""
    sent: int = 0
    viewport_size: dict[str, int] = field(default_factory=dict)
    marks: int = 0
    findings: list[str] = field(default_factory=list)

    def command(self, method: str, **params: Any) -> dict[str, Any]:
        """Have a command of WebDriver BiDi carried out; note the events that come before it is."""
        self.sent += 1
        return self.runner.run(self._command(self.sent, method, params))

    async def _command(self, number: int, method: str, params: dict[str, Any]) -> dict[str, Any]:
        await self.socket.write_message(
            json.dumps({"id": number, "method": method, "params": params})
        )
        while (message := await self._heard()).get("id") != number:
            pass
        assert message["type"] == "success", f"{method}: {message}"
        return message["result"]

    async def _heard(self) -> dict[str, Any]:
        text = await asyncio.wait_for(self.socket.read_message(), _PATIENCE)
        assert text is not None, "Firefox has gone"
        message = json.loads(text)
        if message["type"] == "event":
            self._note(message["method"], message["params"])
        return message

    async def _caught_up(self, marks: int) -> None:
        while self.marks < marks:
            await self._heard()

    def _note(self, event: str, told: dict[str, Any]) -> None:
        match event:
            case "log.entryAdded" if _MARK in (told["text"] or ""):
                self.marks += 1
            case "log.entryAdded" if told["level"] in {"error", "warn"}:
                self.findings.append(f"{told['level']} in the console: {told['text']}")
            case "network.responseCompleted" if told["response"]["status"] >= 400:
                self.findings.append(f"status {told['response']['status']}: {_url(told)}")
            case "network.fetchError" if "ABORT" not in told["errorText"]:
                self.findings.append(f"failed: {_url(told)} {told['errorText']}")

    def visit(self, address: str) -> None:
        """Open an address; return when it is loaded and laid out, with its fonts.

        What the page has said by then has been heard: messages come late, but in their order.
        """
        self.command("browsingContext.navigate", context=self.context, url=address, wait="complete")
        self.evaluate(_SETTLED)
        marks = self.marks + 1
        self.evaluate(f"reportError(new Error('{_MARK}'))")
        self.runner.run(self._caught_up(marks))

    def resize(self, width: int, height: int = 800) -> None:
        """Give the page another size, in CSS pixels."""
        self.viewport_size = {"width": width, "height": height}
        self.command(
            "browsingContext.setViewport", context=self.context, viewport=self.viewport_size
        )
        self.evaluate(_SETTLED)

    def evaluate(self, script: str, argument: Any = None) -> Any:
        """Return what an expression, or a function of an argument, comes to in the page."""
        found = self.command(
            "script.evaluate",
            expression=f"""(async () => {{
                const it = (\n{script}\n);
                const found = typeof it === "function" ? it({json.dumps(argument)}) : it;
                return JSON.stringify(await found);
            }})()""",
            target={"context": self.context},
            awaitPromise=True,
        )
        assert found["type"] == "success", found["exceptionDetails"]["text"]
        return json.loads(found["result"].get("value", "null"))

    def until(self, condition: str) -> None:
        """Wait until a condition holds in the page, looking again with each frame."""
        look = f"requestAnimationFrame(function look() {{ ({condition}) ? done() :"
        self.evaluate(f"new Promise(done => {look} requestAnimationFrame(look) }}))")

    def picture(self, file: Path, *, whole: bool = False) -> None:
        """Save a picture of what is on the screen, or of the whole page."""
        origin = "document" if whole else "viewport"
        found = self.command(
            "browsingContext.captureScreenshot", context=self.context, origin=origin
        )
        file.write_bytes(base64.b64decode(found["data"]))


def _url(told: dict[str, Any]) -> str:
    return str(told["request"]["url"])


@contextlib.contextmanager
def started(path: str, port: int, profile: Path, **preferences: Any) -> Iterator[Firefox]:
    """Start the Firefox at `path`: whatever host it asks, the server on `port` answers."""
    proxy = {"type": 1, "http": "127.0.0.1", "http_port": port, "ssl": "127.0.0.1"}
    known = {f"network.proxy.{name}": value for name, value in proxy.items()}
    known |= {"network.proxy.ssl_port": port, "network.proxy.allow_hijacking_localhost": True}
    known |= PREFERENCES | preferences
    lines = (
        f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in known.items()
    )
    (profile / "user.js").write_text("\n".join(lines), "utf-8")
    command = [path, "--headless", "--no-remote", "--profile", str(profile)]
    with (
        subprocess.Popen(
            [*command, "--remote-debugging-port", "0", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        ) as process,
        asyncio.Runner() as runner,
    ):
        try:
            assert process.stderr
            said = (line for line in process.stderr if line.startswith(_READY))
            address = next(said).removeprefix(_READY).strip()
            socket = runner.run(_connected(f"{address}/session"))
            yield _ready(Firefox(runner, socket))
            socket.close()
        finally:
            process.terminate()


async def _connected(address: str) -> WebSocketClientConnection:
    return await websocket_connect(address, max_message_size=2**27)


def _ready(firefox: Firefox) -> Firefox:
    firefox.command("session.new", capabilities={})
    firefox.command("session.subscribe", events=list(EVENTS))
    tree = firefox.command("browsingContext.getTree", maxDepth=0)
    firefox.context = tree["contexts"][0]["context"]
    return firefox
