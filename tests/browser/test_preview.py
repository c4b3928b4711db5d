"""The preview as somebody sees it who writes: the page is there, where it was, as it was saved."""

import contextlib
import os
import re
import shutil
import subprocess
import sys
import time

import pytest
from browser.conftest import ROOT
from browser.previewed import PATIENCE, WRONG, previewing
from playwright.sync_api import Error, expect

pytestmark = pytest.mark.browser
NOT_LOADED_AGAIN = "window.loaded === true"
UNTOUCHED = "window.untouched === true"
WATCHED = """(() => {
  window.loaded = window.untouched = true;
  const all = {subtree: true, childList: true, characterData: true, attributes: true};
  new MutationObserver(() => { window.untouched = false }).observe(document, all);
  return true;
})()"""


@pytest.fixture(scope="module")
def port():
    """No other site is needed."""
    return 9


@pytest.fixture
def shown(tmp_path):
    """Two pages, long enough to be scrolled, with a style sheet."""
    content = tmp_path / "content"
    content.mkdir()
    long = "".join(f"<p id=p{number}>Passage {number}.</p>\n" for number in range(200))
    for name in ("one", "two"):
        (content / f"{name}.md").write_text(f"<h1>The page {name}</h1>\n{long}")
    (content / "style.css").write_text("h1 { color: rgb(1, 2, 3) }")
    with previewing(tmp_path) as preview:
        yield preview


def edit(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def until(page, so):
    """Wait until something is so; wait_for_function would need a page that may evaluate strings."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(Error):  # it is being loaded again
            if page.evaluate(so):
                return
    pytest.fail(f"not so: {so}")


def opened(page, address):
    """Open a page and wait until it listens."""
    page.goto(address)
    until(page, f"window.LiveReload?.connector.protocol === 7 && {WATCHED}")


def test_a_saved_sentence_is_there_and_only_its_page_is_touched(chromium, shown):
    with chromium.page() as one, chromium.page() as two:
        opened(one, shown.url + "one/")
        opened(two, shown.url + "two/")
        edit(shown.content / "one.md", "Passage 3.", "Passage three.")
        expect(one.locator("#p3")).to_have_text("Passage three.")
        assert (one.evaluate(NOT_LOADED_AGAIN), one.evaluate(UNTOUCHED)) == (True, False)
        edit(shown.content / "two.md", "Passage 3.", "Passage trois.")
        expect(two.locator("#p3")).to_have_text("Passage trois.")
        opened(one, shown.url + "one/")
        edit(shown.content / "two.md", "Passage trois.", "Passage tres.")
        expect(two.locator("#p3")).to_have_text("Passage tres.")
        assert one.evaluate(UNTOUCHED)


ROWS = "<table><tr><td>{}</td><td>1</td></tr></table>"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<p id=p2>Passage 2.</p>\n<p id=p3>", "<p id=p3>"),
        ("<p id=p3>", "<p id=p3 class=new lang=es>"),
        ("<p id=p3>", "<!-- a note -->More <em>and</em> more<p id=p3 class=new lang=es>"),
        ("<p id=p3>Passage 3.</p>", ROWS.format("a") + "<details open><p>b</p></details>"),
        ("<p id=p1>Passage 1.</p>\n<p id=p2>Passage 2.</p>", "<p id=p2>2</p><p id=p1>1</p>"),
        (
            "The page one",
            "The page &lt;one&gt;</h1><svg viewBox='0 0 9 9'><path d='M0 0'/></svg><h1>",
        ),
    ],
)
def test_a_page_that_was_fitted_is_what_is_loaded(chromium, shown, old, new):
    file, state = shown.content / "one.md", "document.documentElement.outerHTML"
    with chromium.page() as page, chromium.page() as fresh:
        opened(page, shown.url + "one/")
        page.evaluate("window.last = document.querySelector('#p199')")
        for before, after in ((old, new), (new, old)):
            edit(file, before, after)
            until(page, "!window.untouched")
            opened(fresh, shown.url + "one/")
            assert page.evaluate(state) == fresh.evaluate(state)
            assert page.evaluate("last === document.querySelector('#p199')")
            page.evaluate(WATCHED)


def test_a_page_with_a_script_of_its_own_is_loaded_again(chromium, shown):
    file = shown.content / "one.md"
    edit(file, "Passage 3.", "Passage 3.<script type=module src=/one.js></script>")
    with chromium.page() as page:
        for old, new in (("Passage 4.", "Passage four."), ("<script type=module src=/one.js>", "")):
            opened(page, shown.url + "one/")
            edit(file, old, new)
            until(page, f"!({NOT_LOADED_AGAIN})")


def test_a_page_with_an_exchanged_picture_is_loaded_again(chromium, shown):
    (shown.content / "a.gif").write_text("one")
    edit(shown.content / "one.md", "Passage 3.", "Passage 3.<img src=/a.gif>")
    with chromium.page() as page:
        opened(page, shown.url + "one/")
        (shown.content / "a.gif").write_text("two")
        until(page, "document.images[0].src.includes('livereload=')")
        edit(shown.content / "one.md", "<img src=/a.gif>", "<i>New.</i>")
        until(page, f"document.querySelector('i') && !({NOT_LOADED_AGAIN})")


def test_a_style_sheet_is_exchanged_without_loading_the_page_again(chromium, shown):
    with chromium.page() as page:
        opened(page, shown.url + "one/")
        page.evaluate("scrollTo(0, 700)")
        for colour in ("rgb(4, 5, 6)", "rgb(7, 8, 9)"):
            (shown.content / "style.css").write_text(f"h1 {{ color: {colour} }}")
            expect(page.locator("h1")).to_have_css("color", colour)
        assert page.evaluate(NOT_LOADED_AGAIN)
        assert page.evaluate("scrollY") == 700
        edit(shown.content / "one.md", "Passage 3.", "Passage three.")
        expect(page.locator("#p3")).to_have_text("Passage three.")
        assert not page.evaluate(NOT_LOADED_AGAIN)


def seen(page, name):
    """Return how far below the top of the window something stands."""
    return page.evaluate(
        "name => Math.round(document.getElementById(name).getBoundingClientRect().top)", name
    )


@pytest.mark.parametrize("more", ["Passage three.", "Passage three. " + "And so on. " * 300])
def test_a_page_loaded_again_stays_where_it_was(chromium, shown, more):
    with chromium.page() as page:
        opened(page, shown.url + "one/")
        page.evaluate("document.getElementById('p100').scrollIntoView()")
        before = seen(page, "p100")
        edit(shown.content / "one.md", "Passage 3.", more)
        expect(page.locator("#p3")).to_have_text(more.strip())
        until(page, "scrollY > 500")
        assert abs(seen(page, "p100") - before) <= 2


def test_what_is_wrong_stands_in_place_of_every_page_and_goes_by_itself(chromium, shown):
    with chromium.page() as one, chromium.page() as two:
        opened(one, shown.url + "one/")
        opened(two, shown.url + "two/")
        one.evaluate("scrollTo(0, 1200)")
        edit(shown.content / "one.md", "Passage 3.", WRONG)
        for page in (one, two):
            place = page.locator(".place")
            expect(place).to_have_text("content/one.md, line 5")
            expect(page.locator("body")).to_contain_text("Make it right.")
        assert (one.url, two.url) == (shown.url + "one/", shown.url + "two/")
        assert "Passage 3." in (shown.folder / "site" / "one" / "index.html").read_text("utf-8")
        edit(shown.content / "one.md", WRONG, f"{WRONG}ER still")
        edit(shown.content / "one.md", f"{WRONG}ER still", "Passage three.")
        expect(one.locator("#p3")).to_have_text("Passage three.")
        expect(two.locator("h1")).to_have_text("The page two")
        until(one, "scrollY === 1200")
        one.reload()
        until(one, "scrollY === 1200")


def test_a_page_opened_while_something_is_wrong(chromium, shown):
    with chromium.page() as page:
        edit(shown.content / "two.md", "Passage 3.", WRONG)
        opened(page, shown.url + "one/")
        expect(page.locator(".place")).to_have_text("content/two.md, line 5")
        edit(shown.content / "two.md", WRONG, "Passage three.")
        expect(page.locator("h1")).to_have_text("The page one")


def test_a_deleted_folder_that_comes_back(chromium, shown):
    with chromium.page() as page:
        opened(page, shown.url + "one/")
        shutil.move(shown.content, shown.folder / "kept")
        expect(page.locator("h1")).to_have_text("One thing to mend")
        shutil.move(shown.folder / "kept", shown.content)
        expect(page.locator("h1")).to_have_text("The page one")
        opened(page, shown.url + "one/")
        edit(shown.content / "one.md", "Passage 3.", "Passage three.")
        expect(page.locator("#p3")).to_have_text("Passage three.")


def test_a_page_that_is_not_there_yet(chromium, shown):
    with chromium.page() as page:
        opened(page, shown.url + "new/")
        expect(page.locator("h1")).to_have_text("Not found")
        (shown.content / "new.md").write_text("<h1>The page new</h1>")
        expect(page.locator("h1")).to_have_text("The page new")
        (shown.content / "new.md").unlink()
        expect(page.locator("h1")).to_have_text("Not found")


def test_a_preview_that_is_started_again_is_found_again(chromium, tmp_path, shown):
    with chromium.page() as page:
        opened(page, shown.url + "one/")
        page.evaluate("LiveReload.connector.socket.close()")
        edit(shown.content / "one.md", "Passage 3.", "Passage three.")
        expect(page.locator("#p3")).to_have_text("Passage three.")


def test_a_plan_as_staff_preview_it(chromium, alder):
    folder = alder()
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--port", "0", "--project"]
    with subprocess.Popen(
        [*command, str(folder)],
        env={**os.environ, "PLANPRESS_NO_VENV": "1"},
        stderr=subprocess.PIPE,
        text=True,
    ) as serving:
        try:
            address = next(filter(None, (re.search(r"http://\S+", s) for s in serving.stderr)))[0]
            with chromium.page() as page:
                opened(page, address)
                edit(folder / "content" / "plan.md", "Welcome.", "Welcome, everybody.")
                expect(page.locator("main")).to_contain_text("Welcome, everybody.", timeout=20_000)
                edit(folder / "content" / "plan.md", "start: 2023", "stort: 2023")
                expect(page.locator(".place").first).to_contain_text("content/plan.md")
                edit(folder / "content" / "plan.md", "stort: 2023", "start: 2023")
                expect(page.locator("main")).to_contain_text("Welcome, everybody.", timeout=20_000)
        finally:
            serving.terminate()
