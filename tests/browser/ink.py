"""What is left of the meaning when a page is printed in one ink (WCAG 1.4.1)."""

from pathlib import Path

from playwright.sync_api import Locator, Page

_ALONE = Path(__file__).with_name("ink.js").read_text("utf-8")

_ONE_INK = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`*, *::before, *::after { color: #000 !important; background: none !important;
    border-color: #000 !important; }
    svg [class], svg .shape, .shape { --tone: #000 !important; fill: var(--mark, #000); }`);
  document.adoptedStyleSheets = [sheet];
}"""


def colour_alone(page: Page, where: str) -> list[str]:
    """Return ratings that share a shape or have no word, and marks of a chart alike but in color.

    Stricter than a picture in grey: colors of unlike lightness count as the same too.
    """
    return [f"{where}: {what}" for what in page.evaluate(_ALONE)]


def in_one_ink(page: Page) -> None:
    """Paint all words and shapes of the page black."""
    page.evaluate(_ONE_INK)


def picture(element: Locator) -> bytes:
    """Return what an element looks like, as PNG."""
    return element.screenshot(animations="disabled")
