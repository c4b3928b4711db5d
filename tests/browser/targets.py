"""What is too small to be pressed with a finger (WCAG 2.5.8)."""

from pathlib import Path

from playwright.sync_api import Page

LEAST = 24
"""Pixels; the least width and height of what is pressed."""

_SMALL = Path(__file__).with_name("targets.js").read_text("utf-8")


def small(page: Page, where: str) -> list[str]:
    """Return links and controls that are too small and have no room around them.

    A link in a sentence may be as low as its line. Another may be smaller if a circle of 24 pixels
    around its middle touches no other target and no circle of another small one.
    """
    width = page.viewport_size["width"] if page.viewport_size else 0
    return [f"{where} at {width} pixels: {what}" for what in page.evaluate(_SMALL, [LEAST])]
