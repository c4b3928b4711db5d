"""Tab leads through each kind of page in order, in sight, with a ring, and out at its end."""

import pytest
from browser.launching import DESKTOP, SMALL_PHONE
from browser.walk import walked

pytestmark = pytest.mark.browser

SITES = [("thrives", "en"), ("foothills", "en"), ("foothills", "es"), ("languages", "ar")]


@pytest.mark.parametrize(("name", "language"), SITES)
def test_every_kind_of_page_can_be_walked_through(
    chromium, request, name, language, record_property
):
    site = request.getfixturevalue(name)
    found, stops = [], 0
    with chromium.page(DESKTOP, reduced_motion="reduce") as page:
        for path in site.kinds(language):
            page.goto(site.address(path))
            faults, on_page = walked(page, path)
            found += faults
            stops += on_page
    record_property("tab stops", stops)
    assert stops > 10 * len(site.kinds(language))
    assert not found, "\n".join(found)


def shown(chromium, markup, style="", viewport=DESKTOP):
    ring = ":focus-visible { outline: 3px solid #000 }"
    markup = f"<style>{ring}{style}</style><main>{markup}</main>"
    return chromium.found(walked, markup, viewport=viewport)


A, B = '<a href="#a" id="a">First</a>', '<a href="#b" id="b">Second</a>'
LOOP = "b.addEventListener('keydown', event => { a.focus(); event.preventDefault(); })"
TRAP = "addEventListener('keydown', event => event.key === 'Tab' && event.preventDefault())"


@pytest.mark.parametrize(
    ("markup", "style", "said"),
    [
        (A + B, "a:focus-visible { outline: none }", "a#a “First” has no ring"),
        (A + B, "a:focus-visible { outline-color: #ccc }", "has a ring of 1.61:1, under 3:1"),
        (A + B, "#b { position: absolute; left: -99px }", "“Second” has the focus out of sight"),
        (
            A + "<p style='height: 2000px'></p>" + B + "<p></p><b>Stuck</b>",
            "b { position: fixed; inset: auto 0 0 0; height: 100vh; background: #fff }",
            "“Second” has the focus out of sight",
        ),
        ("<p>" + A + "<p>" + B.replace("<a", '<a tabindex="1"'), "", "has the focus out of turn"),
        (
            f"<div>{A}</div><div>{B}</div>",
            "main { display: flex; flex-direction: column-reverse }",
            "stands before “First” on the screen",
        ),
        (
            A + B + f"<script>{TRAP.replace('addEvent', 'a.addEvent')}</script>",
            "",
            "keeps the focus",
        ),
        (
            A + B + '<a href="#c">Third</a>' + f"<script>{LOOP}</script>",
            "",
            "a#a “First” leads the focus back from “Second”",
        ),
    ],
)
def test_a_planted_fault_is_found(chromium, markup, style, said):
    found, _ = shown(chromium, markup, style)
    assert any(said in line for line in found), found


def test_columns_are_read_one_after_the_other(chromium):
    columns = f"<div><p>{A}<p>{B}</div><div><p>{A.replace('a', 'c', 0)}</div>"
    found, stops = shown(chromium, columns, "main { display: flex; gap: 9em }", SMALL_PHONE)
    assert (found, stops) == ([], 3)
