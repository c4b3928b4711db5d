"""HTML in, a PDF out that anyone can read, the same bytes each time."""

from pathlib import Path

import pytest
from unit.paper.read_back import elements, failures, fonts, opened, outline

from planpress.paper.press import Paper, printed
from planpress.paper.system import printing_with

pytestmark = pytest.mark.skipif(printing_with() is None, reason="Pango is not installed")

ROOT = Path(__file__).resolve().parents[3]
FONTS = ROOT / "assets" / "fonts"
PAPER = Paper(
    {f"assets/fonts/{file.name}": file.read_bytes() for file in FONTS.glob("*.woff2")},
    "https://plan.example.org/p/",
)
FACE = '@font-face{font-family:"Public Sans";src:url("assets/fonts/public-sans.woff2")}'
CHART = (
    '<span class="chart wide" role="img" aria-label="It went &quot;up&quot; to 54%.">'
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><title>no</title>'
    '<g class="value halo" font-size="14" fill="#1b1b1b" stroke="#ffffff" paint-order="stroke">'
    '<text x="5" y="20">54%</text></g></svg></span>'
)


def html(body, *, style="", sheet="", system=""):
    text = f"""<!DOCTYPE html><html lang="en"{system}><head><title>The plan</title>
<style>{FACE}@page{{@bottom-right{{content:counter(page)}}}}
html{{font:10pt "Public Sans",sans-serif}}{style}</style></head>
<body class="{sheet}"><h1>Plan</h1>{body}</body></html>"""
    return text.encode()


TABLE = """<h2>Numbers</h2><table><caption>Results</caption>
<thead><tr><th scope="col">Period</th><th scope="col">Value</th></tr></thead>
<tbody><tr><th scope="row">2024</th><td>54%</td></tr></tbody></table>"""


def test_the_rules_of_pdf_ua_are_kept():
    assert failures(printed(PAPER, html(f"<p>Words.</p>{CHART}{TABLE}"))) == []


def test_it_says_its_language_title_and_outline():
    with opened(printed(PAPER, html(TABLE))) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert pdf.open_metadata()["dc:title"] == "The plan"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert outline(pdf) == ["Plan", "-Numbers"]


def test_a_chart_is_an_image_with_its_label():
    with opened(printed(PAPER, html(CHART))) as pdf:
        assert [str(figure.Alt) for figure in elements(pdf, "/Figure")] == ['It went "up" to 54%.']


def test_letters_with_an_outline_are_drawn_over_it():
    once = CHART.replace(' stroke="#ffffff" paint-order="stroke"', "")
    twice, plain = (printed(PAPER, html(chart)) for chart in (CHART, once))
    with opened(twice) as ours, opened(plain) as theirs:
        drawn, wanted = (pdf.pages[0].Contents.read_bytes() for pdf in (ours, theirs))
    assert drawn.count(b"TJ") > wanted.count(b"TJ") > 0
    assert b"1 1 1 RG" in drawn.replace(b".0", b"")


def test_headers_of_tables_have_a_scope():
    with opened(printed(PAPER, html(TABLE))) as pdf:
        found = [str(header.A.Scope) for header in elements(pdf, "/TH")]
    assert found == ["/Column", "/Column", "/Row"]


def test_the_same_bytes_each_time(monkeypatch):
    first = printed(PAPER, html(CHART + TABLE))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert printed(PAPER, html(CHART + TABLE)) == first


def test_only_our_own_letters_unless_we_have_none():
    with opened(printed(PAPER, html("<p>Words, <b>bold</b>; 中.</p>"))) as pdf:
        assert {name for name in fonts(pdf) if not name.startswith("Public-Sans")} == set()


def test_a_picture_of_the_site_is_shown_and_nothing_else_is_fetched():
    picture = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    )
    paper = Paper({**PAPER.files, "assets/p.svg": picture}, PAPER.address)
    body = '<p><img alt="Ours" src="https://plan.example.org/p/assets/p.svg"></p>'
    other = body.replace("https://plan.example.org/p/assets/p.svg", "file:///etc/hostname")
    with opened(printed(paper, html(body))) as pdf:
        assert [str(one.Alt) for one in elements(pdf, "/Figure")] == ["Ours"]
    assert failures(printed(paper, html(other))) == []


@pytest.mark.parametrize(("lines", "pages"), [(5, 1), (62, 1), (400, None)])
def test_a_sheet_is_made_smaller_until_it_fits_on_one_page(lines, pages):
    body = "<p>A line of text.</p>" * lines
    style = "@page{size:letter;margin:1in}p{margin:0;line-height:12pt}"
    with opened(printed(PAPER, html(body, style=style, sheet="sheet one-page"))) as pdf:
        assert pages is None or len(pdf.pages) == pages
        assert pages or len(pdf.pages) > 1
        assert [round(float(side)) for side in pdf.pages[0].MediaBox[2:]] == [612, 792]
