"""Every page of every plan, in every language, keeps WCAG 2.2 AA as far as a script can tell.

A page is loaded once; all that is checked of it is checked in that load (see every.py). The pages
of a site are cut into slices, so that two browsers share them.
"""

import pytest
from browser.alternatives import unspoken
from browser.every import AXE_MODES, STATED, faults
from browser.naming import ambiguous
from browser.traffic import Traffic
from lxml import html

SLICES = 8


@pytest.mark.browser
@pytest.mark.parametrize("part", range(SLICES))
def test_every_page_can_be_used_by_everyone(chromium, site, part, record_property):
    found = []
    pages = site.pages[part::SLICES]
    with chromium.page() as page:
        traffic = Traffic(page, site.url)
        for path in pages:
            found += faults(page, traffic, site.address(path), path)
    record_property("pages", len(pages))
    record_property("axe runs", AXE_MODES * len(pages))
    assert traffic.asked > 3 * len(pages) > 0
    assert not found, "\n".join(found)


def test_every_chart_says_its_numbers(site):
    found = [fault for page in site.pages for fault in unspoken(site, page)]
    assert not found, "\n".join(found)


def test_links_of_one_name_lead_to_one_place(site):
    found = [fault for page in site.pages for fault in ambiguous(site, page)]
    assert not found, "\n".join(found)


def test_what_a_site_says_is_tested_is_tested(spoken):
    pages = [page for page in spoken.pages if spoken.place(page) == "accessibility/index.html"]
    assert len(pages) == len(spoken.languages)
    for page in pages:
        document = html.document_fromstring((spoken.folder / page).read_bytes())
        said = {
            one.removeprefix("tested-")
            for one in document.xpath("//li/@id[starts-with(., 'tested-')]")
        }
        assert said == set(STATED)
        assert document.xpath(
            "//section[@aria-labelledby='how-tested']//a[starts-with(@href, 'mailto:')]"
        )
        assert document.xpath("//section[@aria-labelledby='how-tested']//time[@datetime]")


@pytest.mark.browser
def test_each_check_of_the_shared_pass_finds_its_fault(chromium, faulty):
    (faulty.folder / "all.html").write_text(_ALL_WRONG, "utf-8")
    with chromium.page() as page:
        found = faults(page, Traffic(page, faulty.url), faulty.url + "all.html", "planted")
    for said in _SAID:
        assert any(said in line for line in found), (said, found)


_ALL_WRONG = """<!DOCTYPE html><html lang="en"><title>Wrong</title><style>
b { transition: rotate 1s } .narrow { inline-size: 18rem; height: 1.6em; overflow: hidden }
@media (prefers-color-scheme: dark) { .pale { color: #222; background: #111 } }
@media (forced-colors: active) { .ring { forced-color-adjust: none; color: #777;
background: #666 } }
@media (max-width: 330px) { .small { color: #999 } }
@media print { .paper { inline-size: 2000px } }
</style><main><h1>Wrong</h1><img src="missing.png"><p class="pale">Dark</p>
<p class="ring">Forced</p><p class="small">Small</p>
<p class="narrow">Words that stand in one line, now and then spaced</p>
<p class="paper">Paper</p>
<details><summary>More</summary><p style="inline-size: 900px">In</p></details>
<p style="font-size: 8px; line-height: 1"><a href="#a">a</a><br><a href="#b">b</a></p>
<figure class="figure" id="f"><div class="picture"><svg width="90" height="40">
<text y="20" font-size="6" fill="#888">Pale</text></svg></div></figure>
<b data-rating="R"><svg width="9" height="9"></svg></b></main></html>"""

_SAID = (
    "status 404",
    "image-alt",
    "planted in dark: color-contrast",
    "planted in forced colors: color-contrast",
    "planted at 400 %: color-contrast",
    "planted in light: f: text",
    "“Pale” is 6.0 pixels high",
    "planted in print at 680 pixels",
    "planted with details open at 320 pixels: the page is",
    "planted with spaced text at 320 pixels: cuts what is in it",
    "too near to “b”",
    "b has a transition",
    "the rating R has neither",
)
"""What must be said of that page: a fault for each mode and each check."""
