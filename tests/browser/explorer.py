"""Opens the explorer as a reader does, and says what it shows."""

import json
from decimal import Decimal
from pathlib import Path

from browser.published import Published
from playwright.sync_api import Page

_SHOWN = """() => ({
  said: document.querySelector('#announced').textContent,
  title: document.querySelector('#chart-title').textContent,
  described: document.querySelector('#chart-description').textContent,
  heads: [...document.querySelectorAll('#chart-table thead th')].map(one => one.textContent),
  cells: [...document.querySelectorAll('#chart-table tbody tr')]
    .map(row => [...row.children].map(one => one.textContent)),
  lines: new Set([...document.querySelectorAll('#picture [class*=line-]')]
    .map(one => one.getAttribute('class').match(/line-(\\d)/)[1])).size,
  hash: location.hash,
})"""


def opened(page: Page, site: Published, asked: str = "", language: str = "") -> None:
    """Open the explorer with what an address asks for, and wait until it is shown."""
    page.goto(f"{site.url}{language}explore/{asked}")
    page.wait_for_selector("#picture svg")


def shown(page: Page) -> dict:
    """Return what is said, drawn and told in the table."""
    return page.evaluate(_SHOWN)


def published(site: Published, indicator: str) -> dict:
    """Return the file of a measure from which the explorer reads."""
    return json.loads(
        Path(site.folder, "api", "indicators", f"{indicator}.json").read_text("utf-8")
    )


def written(
    page: Page, unit: str, decimals: int, aim: Decimal | None, values: list[str]
) -> list[str]:
    """Return how the page's script writes values of a measure."""
    measure = {"unit": unit, "decimals": decimals} | ({"aim": str(aim)} if aim is not None else {})
    script = "([measure, values]) => values.map(one => Numbers.value(measure, Numbers.parsed(one)))"
    return page.evaluate(script, [measure, values])


def line(page: Page, file: dict, codes: dict) -> dict:
    """Return how long the runs of a line are, and what else is known of it."""
    script = """([file, codes]) => {
      const found = Lines.line(Lines.measure(file), codes, [-Infinity, Infinity], true);
      Lines.named([found]);
      const picture = Chart.scene([found], {width: 640}).shapes.map(one => one.role);
      return {runs: found.runs.map(run => run.length), picture,
        said: Sentences.description([found])[0],
        cells: found.rows.map(row => Sentences.cell(found, row.period))};
    }"""
    return page.evaluate(script, [file, codes])
