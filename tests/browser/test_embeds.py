"""A chart in somebody else's page fits its frame at every width, and leads out of it."""

import html
import re
from pathlib import Path

import pytest
from browser.axe import violations
from browser.contrast import faint
from browser.launching import settle
from lxml import html as markup

pytestmark = pytest.mark.browser

MODES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colors": {"color_scheme": "light", "forced_colors": "active"},
}
WIDTHS = (320, 360, 390, 440, 480, 560, 591, 592, 640, 768, 800, 900, 1000)
SNIPPET = re.compile(r"&lt;iframe.*?&gt;&lt;/iframe&gt;", re.DOTALL)
MEASURED = """() => {
  const all = document.scrollingElement, last = document.querySelector('main').lastElementChild;
  const drawn = [...document.querySelectorAll('.figure svg')].find((one) => one.clientWidth);
  const [, , wide, high] = drawn ? drawn.getAttribute('viewBox').split(' ').map(Number) : [];
  const box = drawn && drawn.getBoundingClientRect();
  return {down: all.scrollHeight - innerHeight, across: all.scrollWidth - innerWidth,
    left: innerHeight - last.getBoundingClientRect().bottom,
    shrunk: drawn ? box.height / (box.width * high / wide) : 1};
}"""


def snippet(site, frame):
    """Return the lines that the page of a measure offers for its frame."""
    text = (site.folder / frame.replace("embed/", "indicators/")).read_text("utf-8")
    return html.unescape(re.sub(r"<[^>]*>", "", SNIPPET.search(text)[0]))


def height(offered):
    return int(re.search(r'height="(\d+)"', offered)[1])


def test_nothing_is_cut_off_or_scrolls_at_any_width(chromium, site, record_property):
    found = []
    with chromium.page() as page:
        for frame in site.frames:
            page.goto(site.address(frame))
            spare = []
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": height(snippet(site, frame))})
                seen = page.evaluate(MEASURED)
                if seen["down"] > 0 or seen["across"] > 0 or seen["left"] < 8:
                    found.append(f"{frame} at {width} pixels does not fit: {seen}")
                if seen["shrunk"] < 0.9:
                    found.append(f"{frame} at {width} pixels has too small a chart: {seen}")
                spare.append(seen["left"])
            if min(spare) > 130:
                found.append(f"{frame} is too high at every width: {spare}")
    record_property("frames measured", len(site.frames))
    assert site.frames
    assert not found, "\n".join(found)


@pytest.mark.parametrize("mode", MODES)
def test_every_frame_can_be_read_and_seen(chromium, site, mode):
    found = []
    with chromium.page({"width": 320, "height": 700}, **MODES[mode]) as page:
        for frame in site.frames if mode == "light" else site.frames[::4]:
            page.goto(site.address(frame))
            found += violations(page, f"{frame} in {mode}")
            found += faint(page, f"{frame} in {mode}")
    assert not found, "\n".join(found)


def test_the_snippet_shows_the_chart_in_another_website_and_leads_out_of_it(
    chromium, foothills, faulty
):
    offered = snippet(foothills, "embed/graduation-rate/index.html")
    text = f"<!DOCTYPE html><html lang=en><title>A school</title><main><h1>Hi</h1>{offered}</main>"
    (faulty.folder / "school.html").write_text(text, "utf-8")
    with chromium.page({"width": 700, "height": 1200}) as page:
        page.goto(faulty.url + "school.html")
        frame = page.frame_locator("iframe")
        frame.get_by_role("heading").wait_for()
        assert page.locator("iframe").bounding_box()["width"] > 600
        assert frame.locator(".figure svg").first.is_visible()
        settle(page)
        assert violations(page, "school") == []
        frame.get_by_role("link").click()
        page.wait_for_url(foothills.url + "indicators/graduation-rate/index.html")


def test_every_frame_says_what_it_is_and_leads_only_out_of_it(site):
    for path in site.frames:
        tree = markup.document_fromstring((site.folder / path).read_bytes())
        assert tree.get("lang") == site.language(path)
        assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
        page = site.url + path.removesuffix("index.html").replace("embed/", "indicators/")
        assert tree.xpath("//link[@rel='canonical']/@href") == [page]
        assert set(tree.xpath("//a/@target")) == {"_top"}
        assert len(tree.xpath("//main//a")) == 1
        assert len(tree.xpath("//h1")) == 1
        assert not tree.xpath("//header | //footer | //script | //nav")


def test_a_frame_that_is_too_low_is_found(chromium, foothills):
    frame = "embed/graduation-rate/index.html"
    with chromium.page({"width": 390, "height": 260}) as page:
        page.goto(foothills.address(frame))
        assert page.evaluate(MEASURED)["down"] > 0


def test_every_page_names_a_picture_that_there_is(site):
    for path in site.pages:
        tree = markup.document_fromstring((site.folder / path).read_bytes())
        for address in tree.xpath("//meta[@property='og:image']/@content"):
            file = Path(site.folder, address.removeprefix(site.url))
            assert file.read_bytes()[:4] == b"\x89PNG", path
            assert file.stat().st_size < 200_000, path
            assert tree.xpath("//meta[@property='og:image:alt']/@content")[0].strip()
