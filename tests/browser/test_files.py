"""The site works as a folder of files, opened without a server."""

import pytest
from browser.launching import PHONE
from browser.traffic import Traffic

pytestmark = pytest.mark.browser

FONTS = ("public-sans.woff2", "net::ERR_FAILED")
"""A browser refuses fonts to files: they have no origin. Nothing else may fail."""

MISSING = "404.html"
"""A server answers with it from any address, so that it has whole addresses in it."""


def test_a_visitor_finds_the_way(chromium, thrives):
    home = thrives.folder.as_uri() + "/"
    with chromium.page() as page:
        traffic = Traffic(page, home, allowed=FONTS)
        traffic.visit(home + "index.html", "home")
        styled = page.evaluate("() => getComputedStyle(document.body).marginTop")
        page.locator("main a[href*='indicators/']").first.click()
        page.wait_for_url(home + "indicators/**")
        indicator = page.url
        page.locator("header a[hreflang=es]").click()
        page.wait_for_url(home + "es/indicators/**")
        language = page.evaluate("() => document.documentElement.lang")
        spanish = page.url
        page.locator("header a").nth(0).click()
        page.wait_for_url(home + "es/index.html")
        heading = page.locator("h1").inner_text()
    assert not traffic.findings, "\n".join(traffic.findings)
    assert styled == "0px", "the style sheet is refused"
    assert language == "es"
    assert spanish == indicator.replace(home, home + "es/")
    assert heading


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_kind_of_page_is_whole(chromium, spoken, language):
    home, found, charts = spoken.folder.as_uri() + "/", [], 0
    pages = [path for path in spoken.kinds(language) if not path.endswith(MISSING)]
    with chromium.page(PHONE) as page:
        traffic = Traffic(page, home, allowed=FONTS)
        for path in pages:
            traffic.visit(home + path, path)
            drawn = page.locator("figure .picture:visible svg")
            found += [
                f"{path}: a chart is not drawn" for one in drawn.all() if not one.bounding_box()
            ]
            charts += drawn.count()
            if page.evaluate("() => getComputedStyle(document.body).marginTop") != "0px":
                found.append(f"{path}: the style sheet is refused")
    found += traffic.findings
    assert not found, "\n".join(found)
    assert charts


@pytest.mark.parametrize(("language", "words"), [("en", "absense"), ("es", "GRADUACION")])
def test_the_search_finds(chromium, foothills, language, words):
    home = foothills.folder.as_uri() + "/"
    with chromium.page() as page:
        traffic = Traffic(page, home, allowed=FONTS)
        traffic.visit(home + foothills.translated("search/index.html", language), "search")
        page.locator("#words").fill(words)
        page.locator("#words").press("Enter")
        page.locator("#found mark").first.wait_for()
        page.locator("#found a").first.click()
        page.wait_for_url(lambda url: "/search/" not in url)
        heading = page.locator("h1").inner_text()
        arrived = page.url
    assert not traffic.findings, "\n".join(traffic.findings)
    assert arrived.startswith(home)
    assert heading


def test_a_style_sheet_that_a_policy_refuses_is_found(chromium, faulty):
    (faulty.folder / "own.css").write_text("body { margin: 0 }", "utf-8")
    (faulty.folder / "refused.html").write_text(
        '<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="style-src \'none\'">'
        '<link rel="stylesheet" href="own.css"><p>Plain</p>',
        "utf-8",
    )
    home = faulty.folder.as_uri() + "/"
    with chromium.page() as page:
        traffic = Traffic(page, home, allowed=FONTS)
        traffic.visit(home + "refused.html", "planted")
    assert any("style-src" in line for line in traffic.findings), traffic.findings
