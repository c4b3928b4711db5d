"""The site can be used with a keyboard alone."""

import pytest
from browser.keyboard import menu, rings, skip_link
from browser.launching import DESKTOP, PHONE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_content_is_two_keys_away(chromium, spoken, language):
    found = []
    with chromium.page(DESKTOP) as page:
        for path in spoken.kinds(language):
            page.goto(spoken.address(path))
            found += skip_link(page, path)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_focus_is_seen_on_a_phone(chromium, spoken, language):
    found = []
    with chromium.page(PHONE, reduced_motion="reduce") as page:
        for path in spoken.kinds(language):
            page.goto(spoken.address(path))
            found += rings(page, path)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_menu_of_a_phone_opens_and_closes(chromium, spoken, language):
    found = []
    with chromium.page(PHONE) as page:
        for path in spoken.kinds(language):
            page.goto(spoken.address(path))
            found += menu(page, path)
    assert not found, "\n".join(found)


def shown(chromium, markup, check):
    return chromium.found(check, f"<body>{markup}")


SKIP = '<a href="#main">Skip</a>'
MAIN = '<main id="main" tabindex="-1"><a href="#a">In</a></main>'


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('<a href="#a">First</a>' + MAIN, "the first tab stop is a “First”, no skip link"),
        (f'<p style="margin-left: -9em">{SKIP}</p>{MAIN}', "the skip link is not seen"),
        (SKIP + '<div id="main">No focus</div>', "leads the focus to"),
        (SKIP + "<p>" + MAIN.replace('id="main"', ""), "leads the focus to"),
    ],
)
def test_a_planted_skip_link_is_found_wanting(chromium, markup, said):
    found = shown(chromium, markup, skip_link)
    assert any(said in line for line in found), found


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('<a href="#a" style="outline: none">No ring</a>', "no ring around a “No ring”"),
        ('<a href="#a" style="position: absolute; left: -99px">Left</a>', "a “Left” has the focus"),
        (
            '<a href="#a">Under</a><div style="position: fixed; inset: 0; background: #fff"></div>',
            "a “Under” has the focus out of sight",
        ),
    ],
)
def test_a_planted_focus_is_found_wanting(chromium, markup, said):
    found = shown(chromium, markup, rings)
    assert any(said in line for line in found), found


DETAILS = '<details><summary>Menu</summary><a href="#a">Entry</a></details>'


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('<a href="#a">No menu</a>', "no menu among the first tab stops"),
        (DETAILS.replace("<details>", "<details open>"), "the menu is open before"),
        (DETAILS.replace("<a ", '<a tabindex="-1" '), "Tab does not lead into the open menu"),
    ],
)
def test_a_planted_menu_is_found_wanting(chromium, markup, said):
    found = shown(chromium, markup, menu)
    assert any(said in line for line in found), found


def test_what_is_good_has_no_fault(chromium):
    ring = "<style>:focus-visible { outline: 3px solid }</style>"
    assert shown(chromium, ring + SKIP + MAIN, skip_link) == []
    assert shown(chromium, ring + SKIP + MAIN, rings) == []
    assert shown(chromium, ring + DETAILS, menu) == []
