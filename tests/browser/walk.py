"""The whole way of the focus through a page, by pressing Tab (WCAG 2.1.2, 2.4.3, 2.4.7, 2.4.11)."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

RING = 2
"""Pixels; the least width of the line around what has the focus."""

CONTRAST = 3
"""The least contrast of that line with what is under it."""

MOST = 1200
"""Stops after which the way of a page is taken to have no end."""

_AT = Path(__file__).with_name("walk.js").read_text("utf-8")


def walked(page: Page, where: str) -> tuple[list[str], int]:
    """Return what is wrong on the way of the focus from the first stop to the last, and the stops.

    Each stop is ringed, in sight, and after the one before it, in the page's code and on screen: a
    column is read downwards, and columns in the direction of the script.
    """
    found: list[str] = []
    first: dict[str, Any] | None = None
    before: dict[str, Any] | None = None
    for stops in range(MOST):
        page.keyboard.press("Tab")
        at = page.evaluate(_AT)
        if at is None:
            return found, stops
        first = first or at
        name = f"{where}: {at['is']} “{at['words']}”"
        if before and at["order"] == before["order"]:
            return [*found, f"{name} keeps the focus"], stops
        if before and at["order"] < before["order"]:
            if at["order"] == first["order"] and before["order"] >= before["last"]:
                return found, stops  # the browser begins anew where there is nothing more
            if at["tab"] <= 0 and before["tab"] <= 0:
                return [*found, f"{name} leads the focus back from “{before['words']}”"], stops
            found.append(f"{name} has the focus out of turn")
        found += [f"{name} {fault}" for fault in _shown(at)]
        if before and _jumps(before, at):
            found.append(
                f"{name} stands before “{before['words']}” on the screen, and comes after it"
            )
        before = at
    return [*found, f"{where}: the way of the focus has no end"], MOST


def _shown(at: dict[str, Any]) -> list[str]:
    found = []
    if at["ring"] < RING:
        found.append("has no ring")
    elif at["contrast"] < CONTRAST:
        found.append(f"has a ring of {at['contrast']:.2f}:1, under {CONTRAST}:1")
    if not at["seen"]:
        found.append("has the focus out of sight")
    return found


def _jumps(before: dict[str, Any], at: dict[str, Any]) -> bool:
    """Whether the focus goes up without going on to another column."""
    if at["part"] != before["part"] or at["floats"] or before["floats"]:
        return False
    above = at["bottom"] <= before["top"] + 1
    onwards = at["right"] <= before["left"] + 1 if at["rtl"] else at["left"] >= before["right"] - 1
    return bool(above and not onwards)
