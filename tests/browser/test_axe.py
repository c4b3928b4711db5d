"""axe finds nothing: every page in the light, every kind in the dark, small, in forced colors.

The example has some hundred pages in each language. In its second language they differ in words
alone: there two of every kind stand for all.
"""

import pytest
from browser.axe import violations
from browser.launching import DESKTOP, SMALL_PHONE, settle

pytestmark = pytest.mark.browser

MODES = {
    "in the dark": (DESKTOP, {"color_scheme": "dark"}),
    "at 320 pixels": (SMALL_PHONE, {}),
    "in forced colors": (DESKTOP, {"forced_colors": "active"}),
}


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_in_the_light(chromium, spoken, foothills, language, record_property):
    found = []
    second = spoken is foothills and language != spoken.languages[0]
    pages = spoken.kinds(language) if second else spoken.pages_in(language)
    with chromium.page() as page:
        for path in pages:
            page.goto(spoken.address(path))
            found += violations(page, path)
    record_property("axe runs", len(pages))
    assert pages
    assert not found, "\n".join(found)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_kind_of_page(chromium, spoken, language, mode, record_property):
    found = []
    viewport, context = MODES[mode]
    pages = spoken.kinds(language)
    with chromium.page(viewport, **context) as page:
        for path in pages:
            page.goto(spoken.address(path))
            found += violations(page, f"{path} {mode}")
    record_property("axe runs", len(pages))
    assert pages
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_rating_and_state(chromium, states, scheme, record_property):
    found = []
    with chromium.page(color_scheme=scheme) as page:
        for path in states.pages:
            page.goto(states.address(path))
            found += violations(page, f"states/{path} in {scheme}")
    record_property("axe runs", len(states.pages))
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("fault", "rule"),
    [
        ('<p style="color: #999">Pale words</p>', "color-contrast"),
        ('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', "image-alt"),
        ('<nav><a href="#a"></a></nav>', "link-name"),
        ("<h1>One</h1><h4>Four</h4>", "heading-order"),
        (
            '<p style="font-size: 8px"><a href="#a">a</a><br><a href="#b">b</a></p>',
            "target-size",
        ),
        ("<table><tr><th></th><td>1</td></tr></table>", "empty-table-header"),
    ],
)
def test_axe_finds_a_planted_fault(chromium, fault, rule):
    with chromium.page() as page:
        page.set_content(
            f'<!DOCTYPE html><html lang="en"><title>Fault</title><main><h1>Fault</h1>{fault}</main>'
        )
        settle(page)
        found = violations(page, "planted")
    assert any(f"planted: {rule}:" in line for line in found), found
