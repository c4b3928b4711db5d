"""On paper: details are open, charts are there once, what only leads elsewhere is left out."""

import pytest
from browser.every import PAPER

pytestmark = pytest.mark.browser


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
