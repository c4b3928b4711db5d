"""Readers find what they look for, by keyboard too, however they write it."""

import gzip

import pytest
from browser.axe import violations
from browser.ink import colour_alone
from browser.launching import DESKTOP, SMALL_PHONE, settle
from browser.layout import cut
from browser.motion import moving
from browser.targets import small
from browser.traffic import Traffic

pytestmark = pytest.mark.browser

LIMIT = 20_000
"""Bytes over the wire that a first result may take: scripts, index and the page's own sheet."""
LOADED = ("assets/search/minisearch.js", "assets/search/search.js", "assets/search/search.css")
MODES = {
    "light": (DESKTOP, {}),
    "dark": (DESKTOP, {"color_scheme": "dark"}),
    "at 320 pixels": (SMALL_PHONE, {}),
    "in forced colors": (DESKTOP, {"forced_colors": "active"}),
}


def ask(page, site, words, language="en"):
    """Open the search page with words in its address; return what it says of them."""
    page.goto(address(site, language) + f"?q={words}")
    return page.locator("#said").inner_text()


def address(site, language="en"):
    return site.address(site.translated("search/index.html", language))


def results(page):
    """Return kind, title and marked words of everything that is listed."""
    return [
        (
            line.locator("small").inner_text(),
            line.locator("a").inner_text(),
            [mark.inner_text() for mark in line.locator("mark").all()],
        )
        for line in page.locator("#found li").all()
    ]


def wait_for(page, words):
    page.locator("#said").filter(has_text=words).wait_for()


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_first_result_is_light(thrives, language):
    index = thrives.translated("search/index.js", language)
    sizes = [len(gzip.compress((thrives.folder / file).read_bytes())) for file in (*LOADED, index)]
    assert all(sizes)
    assert sum(sizes) < LIMIT, sizes


def test_nothing_else_is_loaded(chromium, thrives):
    with chromium.page() as page:
        traffic = Traffic(page, thrives.url)
        asked = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(thrives.url)))
        ask(page, thrives, "graduation")
        assert page.locator("#found li").count()
    assert not traffic.findings, "\n".join(traffic.findings)
    own = {one for one in asked if "search" in one}
    assert own == {"search/?q=graduation", "search/index.js", *LOADED}


@pytest.mark.parametrize(
    ("kind", "words", "title"),
    [
        ("Measure", "chronic absence", "Chronic absence"),
        ("Tactic", "courses that lead", "Courses that lead somewhere"),
        ("Priority", "step graduate", "Every graduate has a next step"),
        ("Term", "english learners", "English learners"),
        ("Milestone", "monday coach list", "Give each coach a list of students who slip"),
        ("Update", "raises target", "The Board raises the target"),
        ("Monitoring report", "summer 2026 belongs", "Monitoring report: every student"),
        ("Role", "teacher", "A teacher"),
        ("Stocktake", "stocktake snow day", "Stocktake of March 12, 2026"),
        ("Page", "gaps student groups", "Gaps between student groups"),
    ],
)
def test_every_kind_is_found_and_named(chromium, foothills, kind, words, title):
    with chromium.page() as page:
        ask(page, foothills, words)
        found = results(page)
    assert any(one[0] == kind and one[1].startswith(title) for one in found), found


@pytest.mark.parametrize(
    ("site", "language", "words", "marked"),
    [
        ("foothills", "es", "GRADUACION", "graduación"),
        ("foothills", "es", "nino", "Niños"),
        ("foothills", "es", "ni%C3%B1o", "Niños"),
        ("foothills", "en", "absense", "absence"),
        ("foothills", "en", "measures", "measure"),
        ("foothills", "en", "grad", "graduate"),
        ("languages", "vi", "do", "đó"),
        ("languages", "vi", "doc", "Đọc"),
        ("languages", "ar", "مدرسه", "مدرسة"),
        ("languages", "ar", "قراءة", "القراءة"),
        ("languages", "ar", "مدرسو", "مدرّسو"),
    ],
)
def test_words_are_found_however_they_are_written(chromium, request, site, language, words, marked):
    with chromium.page() as page:
        ask(page, request.getfixturevalue(site), words, language)
        found = {mark.casefold() for one in results(page) for mark in one[2]}
    assert marked.casefold() in found


def test_the_number_of_results_is_said_and_nothing_is_not_left_empty(chromium, foothills):
    with chromium.page() as page:
        said = ask(page, foothills, "lectura", "es")
        assert said == f"Resultados para “lectura”: {len(results(page))}"
        assert page.locator("#nothing").is_hidden()
        assert ask(page, foothills, "reading zzzzzz").startswith("Nothing has all of these words.")
        assert results(page)
        assert ask(page, foothills, "zzzzzz") == "Nothing was found for “zzzzzz”."
        assert page.locator("#nothing li").count() == 3
        assert page.locator("#nothing").is_visible()
        assert page.locator("#results").is_hidden()
        assert ask(page, foothills, "") == ""
        assert page.locator("#nothing").is_hidden()
        assert page.locator("#said").get_attribute("role") == "status"


def test_words_that_say_nothing_do_not_stand_in_the_way(chromium, foothills):
    with chromium.page() as page:
        ask(page, foothills, "what is the chronic absence of")
        assert results(page)[0][1] == "Chronic absence"


def test_what_is_asked_for_is_text_and_no_markup(chromium, foothills):
    with chromium.page() as page:
        said = ask(page, foothills, "<b id=x>{count}</b> reading")
        assert "<b id=x>{count}</b> reading" in said or said.startswith("Nothing has all")
        assert page.locator("#x").count() == 0


def test_the_keyboard_is_enough(chromium, foothills):
    with chromium.page() as page:
        page.goto(foothills.url)
        page.locator("header a.find").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/index.html")
        page.get_by_role("search").wait_for()
        page.get_by_role("searchbox", name="What are you looking for?").focus()
        page.keyboard.type("chronic absence")
        wait_for(page, "chronic absence")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Search"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Chronic absence"
        page.keyboard.press("Enter")
        page.wait_for_url("**/indicators/chronic-absence/index.html")


def test_what_was_asked_stands_in_the_address_and_back_works(chromium, foothills):
    with chromium.page() as page:
        page.goto(address(foothills))
        page.locator("#words").fill("reading")
        page.wait_for_url("**/search/?q=reading")
        wait_for(page, "“reading”")
        page.keyboard.press("Enter")
        page.locator("#words").fill("coach")
        page.wait_for_url("**/search/?q=coach")
        page.keyboard.press("Enter")
        page.locator("#found a").first.click()
        page.wait_for_url(lambda url: "/search/" not in url)
        page.go_back()
        page.wait_for_url("**/search/?q=coach")
        wait_for(page, "“coach”")
        assert page.locator("#words").input_value() == "coach"
        page.go_back()
        wait_for(page, "“reading”")
        assert page.locator("#words").input_value() == "reading"
        assert results(page)[0][2]
        page.go_back()
        page.locator("#results").wait_for(state="hidden")
        assert page.locator("#words").input_value() == ""


def test_every_result_leads_somewhere(chromium, thrives, foothills):
    for site in (thrives, foothills):
        for language in site.languages:
            with chromium.page() as page:
                page.goto(address(site, language))
                paths = page.evaluate("() => searchIndex.found.map((one) => one.path)")
            folder = (site.folder / site.translated("search", language)).parent
            for path in paths:
                file, _, anchor = path.partition("#")
                text = (folder / file).read_text("utf-8")
                assert not anchor or f'id="{anchor}"' in text, path


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("words", ["reading", "zzzzzz"])
def test_what_is_found_is_accessible(chromium, foothills, languages, mode, words):
    viewport, context = MODES[mode]
    found = []
    with chromium.page(viewport, **context) as page:
        ask(page, foothills, words)
        settle(page)
        found += violations(page, f"{words} {mode}")
        found += [*cut(page, f"{words} {mode}"), *small(page, f"{words} {mode}")]
        found += [*colour_alone(page, f"{words} {mode}"), *moving(page, f"{words} {mode}")]
        ask(page, languages, "مدرسة", "ar")
        found += violations(page, f"ar {mode}")
    assert not found, "\n".join(found)


def test_without_scripts_the_page_says_so_and_leads_on(chromium, foothills):
    with chromium.page(java_script_enabled=False) as page:
        page.goto(address(foothills, "es") + "?q=lectura")
        assert "hace falta JavaScript" in page.locator("main").inner_text()
        assert page.locator("#search").is_hidden()
        page.get_by_role("main").get_by_role("link", name="Todas las medidas").click()
        page.wait_for_url("**/es/indicators/index.html")


def test_it_works_from_a_disk(chromium, thrives):
    home = thrives.folder.as_uri()
    with chromium.page() as page:
        page.goto(f"{home}/es/search/index.html")
        page.locator("#words").fill("graduacion")
        wait_for(page, "“graduacion”")
        page.locator("#found a").first.click()
        page.wait_for_url(f"{home}/es/indicators/graduation-rate/index.html")
        page.go_back()
        page.get_by_role("search").wait_for()


@pytest.mark.parametrize("viewport", [DESKTOP, SMALL_PHONE], ids=["desktop", "phone"])
def test_what_is_pressed_is_large_enough(chromium, foothills, viewport):
    with chromium.page(viewport) as page:
        ask(page, foothills, "reading")
        for place in ("header a.find", "#words", "#search button", "#found a", ".parts a"):
            for one in page.locator(place).all():
                box = one.bounding_box()
                assert box
                assert min(box["width"], box["height"]) >= 24, (place, box)
