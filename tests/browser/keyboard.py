"""What somebody finds who has only a keyboard."""

from playwright.sync_api import Page

_FOCUS = """() => {
  const at = document.activeElement;
  const style = getComputedStyle(at);
  const box = at.getClientRects()[0] || new DOMRect();  // a link may be broken into lines
  const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  return {
    is: at.localName + (at.id ? '#' + at.id : ''),
    link: at.getAttribute('href') || '',
    words: at.textContent.trim().slice(0, 40),
    ring: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    seen: right - left > 8 && bottom - top > 8 &&
      at.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2)),
  };
}"""


def skip_link(page: Page, where: str) -> list[str]:
    """Return what is wrong with the first tab stop: it is seen, and leads to the content."""
    found = []
    page.keyboard.press("Tab")
    first = page.evaluate(_FOCUS)
    if first["link"] != "#main":
        return [f"{where}: the first tab stop is {first['is']} “{first['words']}”, no skip link"]
    if not first["seen"]:
        found.append(f"{where}: the skip link is not seen when it has the focus")
    page.keyboard.press("Enter")
    if (reached := page.evaluate(_FOCUS)["is"]) != "main#main":
        found.append(f"{where}: the skip link leads the focus to {reached}")
    page.keyboard.press("Tab")
    if not page.evaluate("() => document.activeElement.closest('main, footer') !== null"):
        found.append(f"{where}: after the skip link the focus is back in the header")
    return found


def rings(page: Page, where: str, stops: int = 12) -> list[str]:
    """Return those of the first tab stops that are not seen to have the focus."""
    found = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        at = page.evaluate(_FOCUS)
        if at["is"] == "body":
            break
        if at["ring"] < 2:
            found.append(f"{where}: no ring around {at['is']} “{at['words']}”")
        if not at["seen"]:
            found.append(f"{where}: {at['is']} “{at['words']}” has the focus out of sight")
    return found


def menu(page: Page, where: str) -> list[str]:
    """Return what is wrong with the menu of a narrow screen: Enter opens and closes it."""
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate(_FOCUS)["is"] == "summary":
            break
    else:
        return [f"{where}: no menu among the first tab stops"]
    found = []
    entry = page.locator("details:focus-within a").first
    if entry.is_visible():
        found.append(f"{where}: the menu is open before anyone opens it")
    page.keyboard.press("Enter")
    if not entry.is_visible():
        found.append(f"{where}: Enter does not open the menu")
    page.keyboard.press("Tab")
    if not page.evaluate("() => document.activeElement.matches('details a')"):
        found.append(f"{where}: Tab does not lead into the open menu")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    if entry.is_visible():
        found.append(f"{where}: Enter does not close the menu")
    return found
