"""What axe finds on a page as it is shown."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def violations(page: Page, where: str) -> list[str]:
    """Return what axe finds wrong, one line an element; its source is let past the page's CSP."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    options = {"runOnly": list(TAGS), "resultTypes": ["violations"], "preload": False}
    rules = page.evaluate("async options => (await axe.run(document, options)).violations", options)
    return [
        f"{where}: {rule['id']}: {_selector(node)}: {_reason(node)}"
        for rule in rules
        for node in rule["nodes"]
    ]


def _selector(node: dict[str, Any]) -> str:
    return " ".join(str(part) for part in node["target"])


def _reason(node: dict[str, Any]) -> str:
    reasons = node["any"] + node["all"] + node["none"]
    return "; ".join(reason["message"] for reason in reasons)
