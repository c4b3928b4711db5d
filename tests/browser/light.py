"""What a page weighs on the way to its reader, and what moves while it comes."""

import gzip
import re

from browser.launching import settle
from browser.published import Published
from playwright.sync_api import Page, Route

_LATE = re.compile(r"\.(woff2|svg|png|jpg)$")
"""What comes when all else is there and painted."""

_WATCH = """new PerformanceObserver(list => (window.shifts ??= []).push(...list.getEntries()))
  .observe({type: 'layout-shift', buffered: true});"""

_PAINTED = """() => new Promise(done => new PerformanceObserver(list =>
    list.getEntriesByName('first-contentful-paint').length && done())
  .observe({type: 'paint', buffered: true}))"""

_SHIFTS = """() => (window.shifts ?? []).map(shift => {
  const moved = shift.sources.map(({node}) => node?.parentElement ? (node.outerHTML
    ?? node.textContent).replace(/\\s+/g, ' ').slice(0, 60) : 'something');
  return `${shift.value.toFixed(4)} of the screen moves: ${moved.join(', ')}`;
})"""


def watch(page: Page) -> None:
    """Note from now on, in every document, what moves by itself."""
    page.add_init_script(_WATCH)


def shifts(page: Page, address: str, where: str) -> list[str]:
    """Open a page whose fonts and pictures come after it is painted; return what moves."""
    held: list[Route] = []
    painted = False

    def hold(route: Route) -> None:
        route.continue_() if painted else held.append(route)

    page.route(_LATE, hold)
    page.goto(address, wait_until="domcontentloaded")
    page.evaluate(_PAINTED)
    painted = True
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle" if page.locator("script[src]").count() else "load")
    settle(page)
    page.unroute(_LATE, hold)
    return [f"{where}: {shift}" for shift in page.evaluate(_SHIFTS)]


def weights(page: Page, site: Published, path: str) -> dict[str, int]:
    """Return the bytes of all that a page loads, as gzip leaves them; fonts are packed already."""
    asked = []
    page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
    page.goto(site.address(path), wait_until="networkidle")
    found = {}
    for url in asked:
        name = url.removeprefix(site.url) or "index.html"
        name += "index.html" if name.endswith("/") else ""
        content = (site.folder / name).read_bytes()
        packed = name.endswith((".woff2", ".png"))
        found[name] = len(content if packed else gzip.compress(content, 6))
    return found
