"""Charts as they are shown: one of their widths, with words that can be read."""

from pathlib import Path

from playwright.sync_api import Page

SMALLEST = 10
"""Pixels; the least size of a word in a chart."""

MARGIN = 4
"""Pixels by which a word may stand outside its picture, which nothing else comes so near to."""

_PICTURES = Path(__file__).with_name("charts.js").read_text("utf-8")


def unreadable(page: Page, where: str) -> list[str]:
    """Return charts that are not shown in exactly one width, and their words that cannot be read.

    A word is too small, stands outside its picture, or overlaps another by a third of its line.
    """
    width = page.viewport_size["width"] if page.viewport_size else 0
    found = page.evaluate(_PICTURES, [SMALLEST, MARGIN])
    return [f"{where} at {width} pixels: {what}" for what in found]
