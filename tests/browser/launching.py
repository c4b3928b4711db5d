"""Starts Chromium so that it can reach the sites under test and nothing else."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from browser.published import HOST
from playwright.sync_api import Browser, Page, sync_playwright

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
SMALL_PHONE = {"width": 320, "height": 640}

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class Chromium:
    """A running browser."""

    browser: Browser

    @contextlib.contextmanager
    def page(self, viewport: dict[str, int] = DESKTOP, **context: Any) -> Iterator[Page]:
        """Open a page in a context of its own: no cookies, no cache."""
        opened = self.browser.new_context(viewport=viewport, **context)
        try:
            yield opened.new_page()
        finally:
            opened.close()

    def found(self, check: Callable[..., Any], markup: str, **context: Any) -> Any:
        """Return what a check says of some markup, in a page of its own."""
        with self.page(**context) as page:
            page.set_content(f"<!DOCTYPE html>{markup}")
            return check(page, "planted")


@contextlib.contextmanager
def launched(path: str, port: int) -> Iterator[Chromium]:
    """Start the browser at `path`; its only host is served on `port` of 127.0.0.1."""
    rules = f"MAP {HOST}:80 127.0.0.1:{port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=[*FLAGS, f"--host-resolver-rules={rules}"]
        )
        try:
            yield Chromium(browser)
        finally:
            browser.close()


def settle(page: Page) -> None:
    """Wait until the fonts are there and what was changed is laid out."""
    page.evaluate(
        "async () => { await document.fonts.ready;"
        " await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))); }"
    )
