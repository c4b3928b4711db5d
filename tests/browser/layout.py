"""What does not fit on the screen."""

from pathlib import Path

from playwright.sync_api import Page

WIDTHS = (320, 390, 768, 1280)

_CUT = Path(__file__).with_name("layout.js").read_text("utf-8")


def cut(page: Page, where: str) -> list[str]:
    """Return what stands outside the screen or is cut off, except in a scrolling region."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    return [f"{where} at {width} pixels: {what}" for what in page.evaluate(_CUT)]


_SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:not(svg *) { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; }
    svg { letter-spacing: normal !important; word-spacing: normal !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""


def space_out(page: Page) -> None:
    """Set the text as WCAG 1.4.12 says that readers may.

    Not the words in pictures: they are placed like lines and points, and each picture has its
    title, its description and its table beside it.
    """
    page.evaluate(_SPACED)
