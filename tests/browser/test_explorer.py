"""The explorer: what is chosen is drawn, told, kept in the address, and can be taken away."""

import csv
import io
import itertools
from decimal import Decimal
from gettext import NullTranslations
from pathlib import Path

import pytest
from browser.axe import violations
from browser.contrast import faint
from browser.explorer import line, opened, published, shown, written
from browser.launching import DESKTOP, SMALL_PHONE
from browser.motion import moving
from browser.targets import small
from lxml import etree

from planpress.model import quantities
from planpress.model.indicator import IndicatorRecord, Unit
from planpress.model.language import Language
from planpress.model.value import Value

pytestmark = pytest.mark.browser

READING = "reading-grades-3-5"
TWO = f"#line={READING}&line={READING}~group=english-learners"
SIX = (
    f"#line={READING}&line=graduation-rate~group=male&line=october-enrollment"
    "&line=science-grade-8&line=devices-ready~group=not-economically-disadvantaged"
    "&line=daily-attendance~level=high"
)


def test_it_begins_with_the_first_measure(chromium, foothills):
    with chromium.page() as page:
        opened(page, foothills)
        found = shown(page)
        assert found["lines"] == 1
        assert found["said"].startswith("The chart shows: Reading at grade level")
        assert not page.locator("#bare").is_visible()


def test_choosing_a_group_changes_picture_table_words_and_address(chromium, foothills):
    with chromium.page() as page:
        opened(page, foothills)
        page.get_by_label("Student group").select_option("English learners")
        found = shown(page)
    file = published(foothills, READING)
    latest = next(
        row["value"]
        for row in reversed(file["series"])
        if row["codes"] == {"group": "english-learners"}
    )
    assert found["hash"] == f"#line={READING}~group=english-learners"
    assert found["said"].startswith("Line 1 is now: Reading at grade level, grades 3 to 5: English")
    assert f"{latest}% (2025–26)" in found["said"]
    assert f"{latest}% (2025–26)" in found["described"]
    assert found["cells"][-1][:1] == ["2025–26"]
    assert found["cells"][-1][1].startswith(f"{latest}%")


def test_six_lines_can_be_compared_and_no_more(chromium, foothills):
    with chromium.page() as page:
        opened(page, foothills)
        for number in range(2, 7):
            page.get_by_role("button", name="Add a line").click()
            page.wait_for_selector(f".choices li:nth-child({number})")
        found = shown(page)
        assert page.get_by_role("button", name="Add a line").is_disabled()
        names = page.locator("fieldset legend").all_text_contents()
    assert [name.strip() for name in names] == [f"Line {number}" for number in range(1, 7)]
    assert "Six lines are the most" in found["said"]
    assert len(set(found["hash"].split("&"))) == 6


def test_back_and_forward_lead_through_what_was_chosen(chromium, foothills):
    with chromium.page() as page:
        opened(page, foothills)
        page.get_by_label("Student group").select_option("Male")
        page.get_by_role("button", name="Add a line").click()
        page.wait_for_selector(".choices li:nth-child(2)")
        page.go_back()
        page.wait_for_selector(".choices li:nth-child(2)", state="detached")
        assert page.get_by_label("Student group").input_value() == "male"
        page.go_back()
        page.locator("select[name=group] >> nth=0").and_(page.locator("select")).wait_for()
        assert page.get_by_label("Student group").input_value() == ""
        page.go_forward()
        assert page.get_by_label("Student group").input_value() == "male"


def test_an_address_can_be_passed_on_in_another_language(chromium, foothills):
    with chromium.page() as page:
        opened(page, foothills, f"{TWO}&from=2020-21&to=2024-25&way=no")
        before = shown(page)
        page.get_by_role("link", name="Español").click()
        page.wait_for_selector("#picture svg")
        after = shown(page)
    assert after["hash"] == before["hash"]
    assert [row[0] for row in after["cells"]] == [row[0] for row in before["cells"]]
    assert after["cells"][0][0] == "2020–21"
    assert after["cells"][-1][0] == "2024–25"
    assert after["said"].startswith("La gráfica muestra: Todas las personas; Aprendices")


@pytest.mark.parametrize(
    "asked",
    ["#line=nowhere", f"#line={READING}~group=nobody", "#%E0%A4%A", "#line", "#from=x&to=y&way="],
)
def test_an_address_that_asks_for_nothing_known_is_answered(chromium, foothills, asked):
    faults = []
    with chromium.page() as page:
        page.on("pageerror", lambda error: faults.append(str(error)))
        opened(page, foothills, asked)
        assert shown(page)["lines"] == 1
    assert faults == []


def test_it_can_be_used_with_a_keyboard_alone(chromium, foothills):
    with chromium.page() as page:
        opened(page, foothills, TWO)
        page.locator("#add").focus()
        page.keyboard.press("Enter")
        page.wait_for_selector(".choices li:nth-child(3)")
        assert page.evaluate(
            "() => document.activeElement.closest('li') ==="
            " document.querySelector('.choices').children[2]"
        )
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.name") == "group"
        before = page.evaluate("() => document.activeElement.value")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("() => document.activeElement.value") != before
        assert page.evaluate("() => document.activeElement.name") == "group", "the focus is lost"
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.wait_for_selector(".choices li:nth-child(3)", state="detached")
        assert shown(page)["said"].startswith("Removed: ")
        assert page.evaluate("() => document.activeElement.name") == "measure"


def test_the_one_line_left_cannot_be_removed(chromium, foothills):
    with chromium.page() as page:
        opened(page, foothills)
        assert page.get_by_role("button", name="Remove").is_disabled()


def test_what_does_not_go_together_gives_way_to_the_latest_choice(chromium, foothills):
    with chromium.page() as page:
        opened(page, foothills, "#line=chronic-absence~group=male")
        page.locator("select[name=school]").select_option("Foothills High")
        found = shown(page)
    assert found["hash"] == "#line=chronic-absence~school=foothills-high"
    assert found["said"].startswith("There is no such combination")


def test_the_path_to_the_target_can_be_left_out(chromium, foothills):
    with chromium.page() as page:
        opened(page, foothills)
        assert page.locator("#picture .trajectory").count() == 1
        assert "Expected: Reading at grade level, grades 3 to 5" in shown(page)["heads"]
        page.get_by_label("Show the path to the target").uncheck()
        assert page.locator("#picture .trajectory").count() == 0
        found = shown(page)
    assert found["said"] == "The path to the target is not shown."
    assert found["hash"].endswith("&way=no")
    assert len(found["heads"]) == 2


def test_the_picture_and_the_table_say_the_same(chromium, foothills):
    with chromium.page() as page:
        opened(page, foothills, TWO)
        found = shown(page)
        label = page.locator("#picture svg").get_attribute("aria-describedby")
        values = page.locator("#picture text.value").all_text_contents()
        sentence = page.locator(f"#{label} li").all_text_contents()
    assert len(values) == len(sentence) == 2
    for value, words in zip(values, sentence, strict=True):
        assert value in words
        assert any(value in cell for row in found["cells"] for cell in row)


FILE = {
    "id": READING,
    "title": {"en": "Made up"},
    "unit": "percent",
    "decimals": 1,
    "baseline": None,
    "target": None,
    "trajectory": [],
    "breaks": [{"before": "2023-24", "reason": {"en": "A new test."}}],
    "groups": [],
    "sources": [],
}


def rows(*values):
    """Return rows from 2018-19 on; a status may stand in place of a value."""
    years = itertools.count(2018)
    return [
        {"period": f"{year}-{(year + 1) % 100}", "codes": {}}
        | ({"status": value} if value[0].isalpha() else {"value": value} if value else {})
        for value, year in zip(values, years, strict=False)
        if value
    ]


@pytest.mark.parametrize(
    ("values", "runs"),
    [
        (("1", "2", "3"), [3]),
        (("1", "", "3", "4"), [1, 2]),
        (("1", "suppressed", "3", "4"), [1, 2]),
        (("1", "2", "3", "4", "5", "6", "7"), [5, 2]),
        (("90", ">=95", "91", "92"), [1, 1, 2]),
        (("0", "0", "0"), [3]),
    ],
)
def test_gaps_breaks_and_bounds_interrupt_a_line(chromium, foothills, values, runs):
    with chromium.page() as page:
        opened(page, foothills)
        found = line(page, FILE | {"series": rows(*values)}, {})
    assert found["runs"] == runs
    assert ("break" in found["picture"]) == (len(values) == 7)


def test_zero_is_drawn_and_what_is_hidden_is_said(chromium, foothills):
    with chromium.page() as page:
        opened(page, foothills)
        found = line(page, FILE | {"series": rows("0", "0.0", "suppressed", "<=5", "4")}, {})
    assert found["picture"].count("dot line-1") == 3
    assert found["picture"].count("ring line-1") == 1
    hidden = "Not shown to protect privacy"
    assert found["cells"] == ["0.0%", "0.0%", hidden, "at most 5.0%", "4.0%"]
    assert f"{hidden}: 2020–21." in found["said"]


VALUES = [
    "51.75",
    "51.65",
    "0",
    "0.04",
    "-0.04",
    "62.0",
    "61.96",
    "61.999",
    "1234.5",
    "12345",
    "1234567.891",
    ">=98",
    "<=10.5",
    "99.95",
    "-3.05",
    "100",
]


PLAIN_BOUNDS = """() => Object.assign(facts.words,
  {'>=': 'at least %(amount)s', '<=': 'at most %(amount)s'})"""


@pytest.mark.parametrize(
    ("site_name", "code"),
    [("foothills", "en"), ("foothills", "es"), ("languages", "ar"), ("languages", "vi")],
)
@pytest.mark.parametrize("unit", ["percent", "dollars", "number"])
def test_numbers_are_written_as_on_the_other_pages(chromium, request, site_name, code, unit):
    site = request.getfixturevalue(site_name)
    plain = Language.of(code, "US", NullTranslations())
    with chromium.page() as page:
        opened(page, site, language="" if code == "en" else f"{code}/")
        page.evaluate(PLAIN_BOUNDS)
        for decimals, aim in itertools.product((0, 1, 2), (None, Decimal("62.0"))):
            target = (
                {"type": "numeric", "period": "2027", "value": str(aim)}
                if aim
                else {"type": "none"}
            )
            measure = IndicatorRecord.model_construct(
                unit=Unit(unit),
                decimals=decimals,
                target=type("Target", (), {"value": aim})(),
            )
            expected = [quantities.value(plain, Value.parse(one), measure) for one in VALUES]
            assert written(page, unit, decimals, aim, VALUES) == expected, (decimals, target)


def saved(page, name):
    with page.expect_download() as coming:
        page.get_by_role("button", name=name).click()
    file = coming.value
    return file.suggested_filename, Path(file.path()).read_bytes()


def test_the_numbers_can_be_taken_away(chromium, foothills):
    with chromium.page() as page:
        opened(page, foothills, f"{TWO}&to=2025-26")
        name, content = saved(page, "Download the numbers")
        page.get_by_text(f"Saved: {READING}.csv").wait_for()
    assert name == f"{READING}.csv"
    assert content.startswith(b"\xef\xbb\xbf")
    found = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    file = published(foothills, READING)
    for codes, group in (({}, ""), ({"group": "english-learners"}, "english-learners")):
        expected = [
            (row["period"], row.get("value", "")) for row in file["series"] if row["codes"] == codes
        ]
        assert [(r["period"], r["value"]) for r in found if r["group"] == group] == expected
    assert {row["indicator"] for row in found} == {READING}
    assert any(row["expected"] for row in found)


def test_a_text_that_is_a_formula_is_made_harmless(chromium, foothills):
    with chromium.page() as page:
        opened(page, foothills)
        table = page.evaluate("""() => Save.csv([{measure: {id: 'x', name: '=1+1, "a"'}, chosen: {},
          way: [], rows: [{period: {text: '2024', at: 1, form: 'year'}, value: '-5'}]}])""")
    assert list(csv.reader(io.StringIO(table)))[1][:4] == ["x", '\'=1+1, "a"', "2024", "-5"]


def test_the_picture_can_be_taken_away_as_svg(chromium, foothills):
    with chromium.page(color_scheme="dark") as page:
        opened(page, foothills, TWO)
        title = shown(page)["title"]
        name, content = saved(page, "(SVG)")
    assert name == f"{READING}.svg"
    root = etree.fromstring(content)
    space = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{space}title") == title
    assert "33.0%" in root.findtext(f"{space}desc")
    words = " ".join(root.itertext())
    assert "Source: Foothills Unified" in words
    assert "/explore/#line=" in words
    assert root.find(f"{space}path").get("fill") == "#ffffff"


@pytest.mark.parametrize("site_name", ["foothills", "languages"])
def test_the_picture_can_be_taken_away_as_png(chromium, request, site_name):
    site = request.getfixturevalue(site_name)
    with chromium.page() as page:
        opened(page, site, language="ar/" if site_name == "languages" else "")
        name, content = saved(page, "(PNG)")
    assert name.endswith(".png")
    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20]) == 1920
    assert len(content) > 10_000


PIXELS = """file => {
  const line = Lines.line(Lines.measure(file), {}, [-Infinity, Infinity], true);
  line.name = 'Everyone';
  const canvas = Draw.canvas(Chart.scene([line], {width: 400}), 1);
  const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const pixels = [];
  for (let at = 0; at < data.length; at += 4) pixels.push(data.slice(at, at + 4).join());
  return pixels;
}"""


def test_what_is_saved_is_on_white_paper_and_not_empty(chromium, foothills):
    with chromium.page(color_scheme="dark") as page:
        opened(page, foothills)
        found = page.evaluate(PIXELS, published(foothills, READING))
    assert found[0] == "255,255,255,255"
    assert found.count("26,68,128,255") > 100, "there is no line in the colour of the first"


def test_without_scripts_every_measure_is_there(chromium, foothills):
    with chromium.page(java_script_enabled=False) as page:
        page.goto(f"{foothills.url}explore/#line=graduation-rate")
        assert page.locator("#bare").is_visible()
        assert not page.locator("#explorer").is_visible()
        assert page.locator(".multiples > li").count() == len(
            list((foothills.folder / "api" / "indicators").glob("*.json"))
        )
        box = page.locator('[id="line=graduation-rate"]').bounding_box()
        assert 0 <= box["y"] < DESKTOP["height"]


def test_from_a_folder_it_says_why_nothing_can_be_chosen(chromium, foothills):
    faults = []
    with chromium.page() as page:
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto((foothills.folder / "explore" / "index.html").as_uri())
        assert page.locator("#bare").is_visible()
        assert not page.locator("#explorer").is_visible()
        assert page.locator(".multiples .spark").first.is_visible()
    assert faults == []


def test_numbers_that_cannot_be_loaded_are_said_to_be_missing(chromium, foothills):
    with chromium.page() as page:
        opened(page, foothills)
        page.route("**/api/indicators/math-grade-8.json", lambda route: route.abort())
        page.locator("select[name=measure]").select_option("math-grade-8")
        page.get_by_text("The numbers could not be loaded.").wait_for()
        assert page.locator("select[name=measure]").input_value() == READING
        page.unroute("**/api/indicators/math-grade-8.json")
        page.locator("select[name=measure]").select_option("math-grade-8")
        page.get_by_text("Line 1 is now: Math in grade 8").wait_for()


def test_a_measure_is_loaded_when_it_is_chosen_and_once(chromium, foothills):
    asked = []
    with chromium.page() as page:
        page.on("request", lambda it: asked.append(it.url.rpartition("/")[2]))
        opened(page, foothills, TWO)
        page.get_by_label("Student group").first.select_option("male")
    assert [one for one in asked if one.endswith(".json")] == [f"{READING}.json"]


MODES = {
    "light": (DESKTOP, {"color_scheme": "light"}),
    "dark": (DESKTOP, {"color_scheme": "dark"}),
    "forced colors": (DESKTOP, {"forced_colors": "active"}),
    "320 pixels": (SMALL_PHONE, {}),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("language", ["", "es/"])
def test_six_lines_have_no_fault(chromium, foothills, mode, language):
    viewport, context = MODES[mode]
    with chromium.page(viewport, **context) as page:
        opened(page, foothills, SIX, language)
        assert shown(page)["lines"] == 6
        found = [*violations(page, mode), *faint(page, mode), *small(page, mode)]
        found += moving(page, mode)
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        low = page.evaluate("""() =>
          [...document.querySelectorAll('#explorer :is(button, select, input)')]
          .filter(one => one.offsetParent && one.getBoundingClientRect().height < 24)
          .map(one => one.outerHTML)""")
    assert not found, "\n".join(found)
    assert not low


def test_six_lines_are_told_apart_without_colour(chromium, foothills):
    with chromium.page() as page:
        opened(page, foothills, SIX)
        found = page.evaluate("""() => [...document.querySelectorAll('.key')].map(key =>
          [...key.children].map(one => [one.getAttribute('stroke-dasharray'), one.getAttribute('d'),
            one.getAttribute('class').split(' ')[0]].join('|')).join(';'))""")
    assert len(set(found)) == 6


def test_time_runs_from_right_to_left_where_words_do(chromium, languages):
    with chromium.page() as page:
        opened(page, languages, language="ar/")
        axis = page.evaluate("""() => [...document.querySelectorAll('#picture text.axis')]
          .filter(one => /20\\d\\d/.test(one.textContent))
          .map(one => [one.textContent, one.getBBox().x]).sort().map(([, x]) => x)""")
    assert axis == sorted(axis, reverse=True)
    assert len(axis) > 1
