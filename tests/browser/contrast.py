"""Contrast in pictures, which axe never decides: computed from what the browser paints."""

from pathlib import Path

from playwright.sync_api import Page

DECORATION = (".grid", ".stem")
"""Lines that only guide the eye; what they say stands in the picture in another way too."""

_FAINT = Path(__file__).with_name("contrast.js").read_text("utf-8")


def faint(page: Page, where: str) -> list[str]:
    """Return words in pictures under 4.5:1 and lines and shapes under 3:1 (WCAG 1.4.3, 1.4.11).

    The ground is the halo of a word, the shape that it stands in, or the page; a shape counts by
    the stronger of its fill and its outline.
    """
    return [f"{where}: {what}" for what in page.evaluate(_FAINT, list(DECORATION))]
