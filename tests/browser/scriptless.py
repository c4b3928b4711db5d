"""What is left of a page without scripts."""

from playwright.sync_api import Page

LEAST = 150
"""Signs; a page that says less says nothing."""


def words(page: Page, address: str) -> str:
    """Return the main text of a page as it is shown; empty if there is none.

    Forms are left out: what only a script can answer is asked only where there are scripts.
    """
    page.goto(address)
    page.evaluate("document.querySelectorAll('main form').forEach((form) => form.remove())")
    main = page.locator("main")
    return main.inner_text() if main.count() == 1 else ""


def lost(without: str, with_scripts: str, where: str) -> list[str]:
    """Return what a reader without scripts does not get."""
    if len(without) < LEAST:
        return [f"{where}: only “{without.strip()}” without scripts"]
    there = set(without.splitlines())
    return [
        f"{where}: not there without scripts: {line}"
        for line in with_scripts.splitlines()
        if line.strip() and line not in there
    ]
