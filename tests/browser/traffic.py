"""What a page asks of others, and what goes wrong while it loads."""

from dataclasses import dataclass, field

from browser.launching import settle
from playwright.sync_api import Page

_LISTEN = """document.addEventListener('securitypolicyviolation', event =>
  console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`));"""


@dataclass
class Traffic:
    """Watches a page from before it loads; `findings` grows while it does.

    `home` is where everything has to come from. `allowed` are messages that may appear.
    """

    page: Page
    home: str
    allowed: tuple[str, ...] = ()
    findings: list[str] = field(default_factory=list)
    asked: int = 0
    where: str = ""

    def __post_init__(self) -> None:
        self.page.add_init_script(_LISTEN)
        self.page.on("request", lambda request: self._request(request.url))
        self.page.on("requestfailed", lambda it: self._failed(it.url, it.failure or ""))
        self.page.on("response", lambda it: self._response(it.url, it.status))
        self.page.on("console", lambda it: self._console(it.type, it.text))
        self.page.on("pageerror", lambda error: self._say(f"script: {error}"))

    def visit(self, address: str, where: str) -> None:
        """Open an address; what is found is said of `where`."""
        self.where = where
        self.page.goto(address)
        settle(self.page)
        if self.page.evaluate("() => document.querySelectorAll('script[src]').length"):
            self.page.wait_for_load_state("networkidle")

    def _request(self, url: str) -> None:
        self.asked += 1
        if not url.startswith(self.home):
            self._say(f"asks elsewhere: {url}")

    def _failed(self, url: str, why: str) -> None:
        if "ERR_ABORTED" not in why:  # the page was left before its icon was there
            self._say(f"failed: {url} {why}")

    def _response(self, url: str, status: int) -> None:
        if status >= 400:
            self._say(f"status {status}: {url}")

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self._say(f"{kind} in the console: {text}")

    def _say(self, what: str) -> None:
        if not any(allowed in what for allowed in self.allowed):
            self.findings.append(f"{self.where}: {what}")
