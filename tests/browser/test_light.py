"""Pages are light, and stand still from the moment they are painted."""

import pytest
from browser.launching import DESKTOP, PHONE
from browser.light import shifts, watch, weights

pytestmark = pytest.mark.browser

LIMIT = 60_000
"""Bytes over the wire that a home page may take, font and all."""


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_home_page_is_light(chromium, spoken, language):
    home = spoken.translated("index.html", language)
    with chromium.page(PHONE) as page:
        found = weights(page, spoken, home)
        scripts = page.locator("script[src]").count()
    assert {home, "assets/style.css", "assets/fonts/public-sans.woff2"} <= set(found)
    assert sum(found.values()) <= LIMIT, found
    assert scripts == 0, "the home page is read without a script"


@pytest.mark.parametrize(
    ("language", "screen"),
    [("en", PHONE), ("es", PHONE), ("en", DESKTOP)],
    ids=["en on a phone", "es on a phone", "en on a desktop"],
)
def test_nothing_moves_on_any_kind_of_page(chromium, spoken, language, screen):
    found = []
    with chromium.page(screen) as page:
        watch(page)
        for path in spoken.kinds(language):
            found += shifts(page, spoken.address(path), path)
    assert not found, "\n".join(found)


def test_an_explorer_that_is_asked_for_a_line_begins_at_its_top(chromium, foothills):
    with chromium.page(PHONE) as page:
        watch(page)
        address = foothills.url + "explore/#line=graduation-rate"
        found = shifts(page, address, "asked")
        page.wait_for_selector("#picture svg")
        top = page.evaluate("scrollY")
    assert not found, "\n".join(found)
    assert top == 0


LATE = """<!DOCTYPE html><html lang="en"><head><title>Late</title>
<link rel="stylesheet" href="late.css"></head><body>%s
<p>Words that stand below.</p></body></html>"""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"/>'
FONT = """@font-face{font-family:"Late";src:url("late.woff2");font-display:swap}
body{font:20px "Late",monospace}"""


@pytest.mark.parametrize(
    "fault",
    [
        '<img src="late.svg" alt="A picture without its size">',
        f"<p>{'Words that are wide in one font and narrow in another. ' * 9}</p>",
    ],
    ids=["a picture without its size", "a font that takes the place of another"],
)
def test_what_moves_is_found(chromium, faulty, thrives, fault):
    font = (thrives.folder / "assets" / "fonts" / "public-sans.woff2").read_bytes()
    (faulty.folder / "late.html").write_text(LATE % fault, "utf-8")
    (faulty.folder / "late.css").write_text(FONT, "utf-8")
    (faulty.folder / "late.svg").write_text(PICTURE, "utf-8")
    (faulty.folder / "late.woff2").write_bytes(font)
    with chromium.page(PHONE) as page:
        watch(page)
        found = shifts(page, faulty.url + "late.html", "planted")
    assert any("Words that stand below" in one for one in found), found


def test_a_page_that_stands_still_is_not_blamed(chromium, faulty):
    (faulty.folder / "still.html").write_text(LATE % "<p>Still.</p>", "utf-8")
    with chromium.page(PHONE) as page:
        watch(page)
        assert shifts(page, faulty.url + "still.html", "good") == []
