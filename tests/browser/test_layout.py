"""What is cut off is found; see test_every_page.py for the pages."""

import pytest
from browser.launching import SMALL_PHONE
from browser.layout import cut, space_out

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ('<p style="width: 400px">Wide</p>', "the page is"),
        ('<p style="width: 400px">Wide</p>', "p “Wide”"),
        ('<p style="position: relative; left: -30px">Left</p>', "p “Left”"),
        (
            '<p style="width: 5em; overflow: hidden; white-space: nowrap">Ever so long a text</p>',
            "cuts what is in it: p",
        ),
    ],
)
def test_a_planted_fault_is_found(chromium, fault, said):
    with chromium.page(SMALL_PHONE) as page:
        page.set_content(f"<!DOCTYPE html><body>{fault}")
        found = cut(page, "planted")
    assert any(said in line for line in found), found


def test_what_a_region_scrolls_is_not_cut(chromium):
    with chromium.page(SMALL_PHONE) as page:
        page.set_content(
            '<!DOCTYPE html><div style="overflow-x: auto"><p style="width: 400px">Wide</p></div>'
        )
        assert cut(page, "good") == []
        space_out(page)
        spacing = page.evaluate("() => getComputedStyle(document.querySelector('p')).letterSpacing")
    assert spacing != "normal"
