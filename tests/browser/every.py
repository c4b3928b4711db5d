"""All that a browser checks of a page, in one load of it."""

from collections.abc import Callable

from browser.alternatives import unspoken
from browser.axe import violations
from browser.charts import unreadable
from browser.contrast import faint
from browser.ink import colour_alone
from browser.launching import DESKTOP, settle
from browser.layout import WIDTHS, cut, space_out
from browser.motion import moving
from browser.naming import ambiguous
from browser.targets import small
from browser.traffic import Traffic
from browser.walk import walked
from playwright.sync_api import Page

ZOOMED = {"width": 320, "height": 256}
"""Pixels of a screen of 1280 by 1024 at 400 % (WCAG 1.4.10): as narrow as the smallest phone."""

PAPER = {"width": 680, "height": 960}
"""Pixels of an A4 or Letter page within its margins."""

CHART_WIDTHS = {340, 390, 1280}

AXE_MODES = 4
"""Light, dark, forced colors, and 320 pixels; all its rules in each."""

STATED: dict[str, Callable[..., object]] = {
    "axe": violations,
    "contrast": faint,
    "color": colour_alone,
    "fit": cut,
    "targets": small,
    "motion": moving,
    "charts": unspoken,
    "links": ambiguous,
    "keyboard": walked,
}
"""What a site's own page on accessibility says is tested, and what tests it."""

_DETAILS = "open => document.querySelectorAll('details').forEach(one => { one.open = open; })"
_OPEN, _CLOSED = True, False


def faults(page: Page, traffic: Traffic, address: str, path: str) -> list[str]:
    """Return what is wrong with a page, in all colors, widths and spacings of its text.

    `traffic` watches the page; what it finds counts while the page loads, not what the checks do.
    """
    page.set_viewport_size(DESKTOP)
    before = len(traffic.findings)
    traffic.visit(address, path)
    loading = traffic.findings[before:]
    return [*loading, *_colours(page, path), *_widths(page, path), *_zoomed(page, path)]


def _colours(page: Page, path: str) -> list[str]:
    found = [*small(page, path), *colour_alone(page, path), *moving(page, path)]
    for mode in ("light", "dark", "forced colors"):
        scheme = "dark" if mode == "dark" else "light"
        forced = "active" if mode == "forced colors" else "none"
        page.emulate_media(color_scheme=scheme, forced_colors=forced)
        found += [*violations(page, f"{path} in {mode}"), *faint(page, f"{path} in {mode}")]
    page.emulate_media(color_scheme="light", forced_colors="none")
    return found


def _widths(page: Page, path: str) -> list[str]:
    found = []
    for width in sorted({*WIDTHS, *CHART_WIDTHS}, reverse=True):
        page.set_viewport_size({"width": width, "height": 800})
        settle(page)
        found += cut(page, path) if width in WIDTHS else []
        found += unreadable(page, path) if width in CHART_WIDTHS else []
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")
    settle(page)
    found += [*cut(page, f"{path} in print"), *unreadable(page, f"{path} in print")]
    page.emulate_media(media="screen")
    return found


def _zoomed(page: Page, path: str) -> list[str]:
    page.set_viewport_size(ZOOMED)
    settle(page)
    found = [*violations(page, f"{path} at 400 %"), *small(page, path), *cut(page, path)]
    page.evaluate(_DETAILS, _OPEN)
    settle(page)
    found += [*cut(page, f"{path} with details open"), *small(page, f"{path} with details open")]
    page.evaluate(_DETAILS, _CLOSED)
    space_out(page)
    settle(page)
    found += cut(page, f"{path} with spaced text")
    return found
