"""Nothing is cut off, on whatever screen, with whatever spacing of the text."""

import pytest
from browser.launching import SMALL_PHONE, settle
from browser.layout import WIDTHS, cut, space_out

pytestmark = pytest.mark.browser


def test_every_page_fits(chromium, site, visited):
    found = []
    with chromium.page(SMALL_PHONE) as page:
        for path in visited:
            page.goto(site.address(path))
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                settle(page)
                found += cut(page, path)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_kind_of_page_fits_with_spaced_text(chromium, spoken, language):
    found = []
    with chromium.page(SMALL_PHONE) as page:
        for path in spoken.kinds(language):
            page.goto(spoken.address(path))
            space_out(page)
            settle(page)
            found += cut(page, f"{path} with spaced text")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_kind_of_page_fits_with_details_open(chromium, spoken, language):
    found = []
    with chromium.page(SMALL_PHONE) as page:
        for path in spoken.kinds(language):
            page.goto(spoken.address(path))
            page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)")
            settle(page)
            found += cut(page, f"{path} with details open")
    assert not found, "\n".join(found)


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
