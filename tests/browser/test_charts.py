"""Every chart is shown once, and its words can be read, on a phone and on a desk."""

import pytest
from browser.charts import unreadable
from browser.launching import PHONE, settle

pytestmark = pytest.mark.browser


def test_the_wide_picture_is_shown_on_a_desk_and_the_narrow_one_on_a_phone(chromium, thrives):
    with chromium.page(PHONE) as page:
        page.goto(thrives.url + "indicators/graduation-rate/")
        for width, shown, other in ((390, "narrow", "wide"), (1280, "wide", "narrow")):
            page.set_viewport_size({"width": width, "height": 800})
            settle(page)
            assert page.locator(f"figure .picture.{shown}").first.is_visible()
            assert not page.locator(f"figure .picture.{other}").first.is_visible()


def picture(inside, style=""):
    return f'<div class="picture" style="{style}"><svg width="200" height="90">{inside}</svg></div>'


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (picture("") * 2, "2 of 2 widths are shown"),
        (picture("", "display: none"), "0 of 1 widths are shown"),
        (picture('<text y="40" font-size="7">Small</text>'), "“Small” is 7.0 pixels high"),
        (
            picture('<text y="40">Some words</text><text x="30" y="42">Others</text>'),
            "“Some words” and “Others” overlap",
        ),
        (
            picture('<text x="190" y="40">Far out</text>', "width: 200px"),
            "pixels outside its picture",
        ),
    ],
)
def test_a_planted_fault_is_found(chromium, markup, said):
    with chromium.page(PHONE) as page:
        page.set_content(
            "<!DOCTYPE html><style>svg { overflow: visible }</style>"
            f'<figure class="figure">{markup}</figure>'
        )
        found = unreadable(page, "planted")
    assert any(said in line for line in found), found


def test_a_good_chart_has_no_fault(chromium):
    with chromium.page(PHONE) as page:
        page.set_content(
            f'<!DOCTYPE html><figure class="figure">{picture("<text y=40>Good</text>")}</figure>'
        )
        assert unreadable(page, "good") == []
