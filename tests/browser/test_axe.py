"""axe finds what is planted; every page is given to it in test_every_page.py."""

import pytest
from browser.axe import violations
from browser.launching import settle

pytestmark = pytest.mark.browser


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
