"""On paper: details are open, charts are there once, what only leads elsewhere is left out."""

import pytest
from browser.charts import unreadable
from browser.launching import settle
from browser.layout import cut

pytestmark = pytest.mark.browser

PAPER = {"width": 680, "height": 960}
"""Pixels of an A4 or Letter page within its margins."""


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_kind_of_page_fits_on_paper(chromium, spoken, language):
    found = []
    with chromium.page(PAPER) as page:
        page.emulate_media(media="print")
        for path in spoken.kinds(language):
            page.goto(spoken.address(path))
            settle(page)
            found += [*cut(page, f"{path} in print"), *unreadable(page, f"{path} in print")]
    assert not found, "\n".join(found)


def test_paper_has_the_numbers_and_no_menu(chromium, thrives):
    with chromium.page(PAPER) as page:
        page.emulate_media(media="print")
        page.goto(thrives.url + "indicators/graduation-rate/")
        assert page.locator("figure details:not([open]) td").first.is_visible()
        assert not page.locator("header nav").first.is_visible()
        colors = page.evaluate(
            "() => [getComputedStyle(document.body).color, matchMedia('print').matches]"
        )
    assert colors == ["rgb(0, 0, 0)", True]
