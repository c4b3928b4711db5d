"""Arabic pages run from right to left, and Vietnamese and Arabic letters are ours."""

import pytest
from browser.launching import DESKTOP

pytestmark = pytest.mark.browser

_EDGES = """() => {
  const box = selector => document.querySelector(selector).getBoundingClientRect();
  const name = box('.head .name'), menu = box('.head .languages'), first = box('.crumbs li');
  return {name: name.left, menu: menu.right, crumb: first.right, main: box('h1').right,
    width: document.documentElement.clientWidth};
}"""

_LOADED = """async () => {
  await document.fonts.ready;
  return [...document.fonts].filter(face => face.status === 'loaded')
    .map(face => face.unicodeRange.split(',')[0]);
}"""


def test_an_arabic_page_is_laid_out_from_the_right(chromium, languages):
    with chromium.page(DESKTOP) as page:
        page.goto(languages.address("ar/glossary/index.html"))
        assert page.get_attribute("html", "dir") == "rtl"
        arabic = page.evaluate(_EDGES)
        page.goto(languages.address("vi/glossary/index.html"))
        assert page.get_attribute("html", "dir") == "ltr"
        plain = page.evaluate(_EDGES)
    assert arabic["menu"] < arabic["name"]
    assert plain["name"] < plain["menu"]
    assert arabic["crumb"] == arabic["main"] > arabic["width"] * 0.8


def test_numbers_in_a_table_stand_under_one_another(chromium, languages):
    with chromium.page(DESKTOP) as page:
        page.goto(languages.address("ar/indicators/reading/index.html"))
        rights = page.evaluate(
            """() => [...document.querySelectorAll('#working ~ .scroll td.number, '
                + 'section[aria-labelledby] td.number')].slice(0, 3).map(cell => {
              const range = document.createRange();
              range.selectNodeContents(cell);
              return Math.round(range.getBoundingClientRect().right);
            })"""
        )
    assert len(rights) == 3
    assert len(set(rights)) == 1


@pytest.mark.parametrize(
    ("page_of", "faces"),
    [("", set()), ("es/", set()), ("ar/", {"U+600-6FF"}), ("vi/", {"U+102-103"})],
)
def test_a_page_loads_the_letters_that_it_needs_and_no_others(chromium, languages, page_of, faces):
    with chromium.page(DESKTOP) as page:
        page.goto(languages.address(f"{page_of}index.html"))
        assert set(page.evaluate(_LOADED)) == {"U+0-10FFFF"} | faces


def test_time_runs_from_right_to_left_in_a_chart(chromium, languages):
    script = """() => {
      const texts = [...document.querySelectorAll('#figure-reading-trend .wide text')];
      const at = year => texts.find(t => t.textContent.includes(year)).getBoundingClientRect().left;
      return [at('2020'), at('2027')];
    }"""
    with chromium.page(DESKTOP) as page:
        page.goto(languages.address("ar/indicators/reading/index.html"))
        first, last = page.evaluate(script)
        assert first > last
        page.goto(languages.address("vi/indicators/reading/index.html"))
        first, last = page.evaluate(script)
        assert first < last
