"""Firefox shows every kind of page as Chromium does, from a server and from a folder."""

from urllib.parse import quote

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from browser.axe import violations
from browser.charts import unreadable
from browser.layout import cut

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 1280)
FONTS = """[...document.fonts].filter(font => font.status === 'loaded')
  .map(font => font.family.replaceAll('"', ''))"""
MOST_READ = (
    "index.html",
    "es/index.html",
    "explore/index.html",
    "indicators/graduation-rate/index.html",
    "tactics/buses-on-time/index.html",
)
DRAWN_BY_SCRIPT = "explore/index.html"
TWO = "#line=math-grade-8&line=math-grade-8~group=male"


@pytest.fixture(autouse=True)
def quiet(firefox):
    """Begin each test without what an earlier one has left."""
    firefox.visit("about:blank")
    firefox.findings.clear()


def looked(firefox, address, where):
    """Return what goes wrong on a page, and what is cut off or cannot be read on three screens."""
    firefox.visit(address)
    found = [f"{where}: {what}" for what in firefox.findings]
    firefox.findings.clear()
    for width in WIDTHS:
        firefox.resize(width)
        found += cut(firefox, where)
        if not where.endswith(DRAWN_BY_SCRIPT):
            found += unreadable(firefox, where)
    return found


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_kind_of_page_is_whole(firefox, spoken, language):
    found, fonts = [], set()
    for path in spoken.kinds(language):
        found += looked(firefox, spoken.address(path), path)
        fonts |= set(firefox.evaluate(FONTS))
    assert not found, "\n".join(found)
    assert fonts == {"Public Sans"}


def test_axe_finds_nothing_on_the_pages_that_are_read_most(firefox, foothills):
    load = firefox.command(
        "script.addPreloadScript", functionDeclaration=f"() => {{ {AXE_SCRIPT} }}"
    )
    firefox.resize(390)
    found = []
    for path in MOST_READ:
        firefox.visit(foothills.address(path))
        found += violations(firefox, path)
    firefox.visit(foothills.url)
    firefox.evaluate("document.querySelector('main a').textContent = ''")
    planted = violations(firefox, "planted")
    firefox.command("script.removePreloadScript", script=load["script"])
    assert not found, "\n".join(found)
    assert any("link-name" in line for line in planted), planted


def test_the_explorer_draws_and_compares(firefox, foothills):
    firefox.resize(390)
    firefox.visit(foothills.url + "explore/" + TWO)
    firefox.until("document.querySelectorAll('.choices li').length === 2")
    first = firefox.evaluate("document.getElementById('chart-title').textContent")
    firefox.evaluate("document.getElementById('add').click()")
    firefox.until("document.querySelectorAll('.choices li').length === 3")
    firefox.evaluate("history.back()")
    firefox.until("document.querySelectorAll('.choices li').length === 2")
    drawn = firefox.evaluate(
        "[...document.querySelectorAll('#picture .course')].map(one => one.getTotalLength())"
    )
    cells = firefox.evaluate("document.querySelectorAll('#chart-table td').length")
    assert firefox.evaluate("document.getElementById('chart-title').textContent") == first
    assert len(drawn) >= 2
    assert all(length > 100 for length in drawn)
    assert cells > 5
    assert firefox.findings == []


@pytest.mark.parametrize(("language", "words"), [("en", "absense"), ("es", "GRADUACION")])
def test_the_search_finds_and_keeps_its_words(firefox, foothills, language, words):
    address = foothills.address(foothills.translated("search/index.html", language))
    firefox.visit(f"{address}?q={words}")
    firefox.until("document.querySelector('#found mark')")
    typed = """(field => { field.value = 'zzz'; field.dispatchEvent(new Event('input')); })(
      document.getElementById('words'))"""
    firefox.evaluate(typed)
    firefox.until("location.search === '?q=zzz'")
    assert firefox.evaluate("document.querySelectorAll('#found li').length") == 0
    assert firefox.evaluate("document.getElementById('nothing').hidden") is False
    assert firefox.findings == []


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ('<img src="http://elsewhere.example/a.png" alt="">', "blocked the loading of a resource"),
        ('<link rel="stylesheet" href="missing.css">', "status 404: http://plan.localhost"),
        ('<p style="color: red">Inline</p>', "blocked an inline style"),
        ("<script>undefined.thing</script>", "blocked an inline script"),
        ('<script src="fails.js"></script>', "nobody is not defined"),
        ('<p class="wide">Wide</p>', "p.wide “Wide”"),
        ('<figure class="figure"><div class="picture" hidden></div></figure>', "0 of 1 widths"),
    ],
)
def test_a_planted_fault_is_found(firefox, faulty, fault, said):
    policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'"
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    head += '<title>Fault</title><link rel="stylesheet" href="fault.css">'
    (faulty.folder / "fault.css").write_text(".wide { width: 2000px }", "utf-8")
    (faulty.folder / "fails.js").write_text("nobody()", "utf-8")
    text = f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{fault}'
    (faulty.folder / "fault.html").write_text(text, "utf-8")
    found = looked(firefox, f"{faulty.url}fault.html?{quote(fault)}", "planted")
    assert any(said in line for line in found), found


def test_nobody_else_is_asked(firefox):
    firefox.visit("http://elsewhere.example/")
    assert "status 404: http://elsewhere.example/" in firefox.findings


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_kind_of_page_is_whole_in_a_folder(firefox, spoken, language):
    found = []
    for path in spoken.kinds(language):
        if path.endswith("404.html"):
            continue  # a server answers with it from any address: it has whole ones in it
        found += looked(firefox, (spoken.folder / path).as_uri(), path)
        if firefox.evaluate("getComputedStyle(document.body).marginTop") != "0px":
            found.append(f"{path}: the style sheet is refused")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("language", "words"), [("en", "absense"), ("es", "GRADUACION")])
def test_the_search_finds_in_a_folder(firefox, foothills, language, words):
    page = foothills.folder / foothills.translated("search/index.html", language)
    firefox.visit(f"{page.as_uri()}?q={words}")
    firefox.until("document.querySelector('#found mark')")
    link = firefox.evaluate("document.querySelector('#found a').href")
    firefox.visit(link)
    assert firefox.evaluate("document.querySelector('h1').textContent")
    assert firefox.findings == []


def test_the_explorer_says_in_a_folder_why_it_only_shows_all_at_a_glance(firefox, foothills):
    firefox.visit((foothills.folder / "explore" / "index.html").as_uri())
    shown = firefox.evaluate("""['#bare', '#explorer', '.multiples .spark svg'].map(one =>
      document.querySelector(one).checkVisibility())""")
    assert shown == [True, False, True]
    assert firefox.findings == []
