"""The pictures of pages: what stands where, and that nothing depends on anything else."""

import re
import struct
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from unicodedata import category

import pytest

from planpress.chart import card as module
from planpress.chart.card import cards, svg
from planpress.chart.measure import letters_of, text_width
from planpress.model.card import SIZE, Card
from planpress.model.rating import Rating
from planpress.store import Store
from planpress.workers.share import Workers

ROOT = Path(__file__).resolve().parent.parent.parent.parent
SVG = "{http://www.w3.org/2000/svg}"
PLAIN = Card(
    direction="ltr",
    organisation="Alder Schools",
    plan="Plan of Alder",
    title="Grade 3 reading",
    marks=((Rating.AR, "rated"),),
    word="Amber-Red",
    line="48.2% in 2023–24; 53.0% expected",
    spark='<g class="series tiny" fill="none" stroke="#1a4480"><path d="M5,20L100,8"/></g>'
    '<g class="latest rating-AR tiny" fill="#C2500A"><path d="M98,6h5v5h-5Z"/></g>',
)
ARABIC = replace(
    PLAIN, direction="rtl", title="القراءة", line="19.9% في \u20662024–25\u2069", spark=""
)


def made(*found, store=None):
    return cards(found, store or Store(None), Workers())


def texts(card):
    return list(ET.fromstring(svg(card)).iter(f"{SVG}text"))


def said(card):
    return [one.text for one in texts(card)]


def colours(card):
    return {one.get("fill", "").lower() for one in ET.fromstring(svg(card)).iter()}


def test_a_picture_is_a_png_as_large_as_it_should_be():
    (png,) = made(PLAIN)
    assert png.startswith(b"\x89PNG\r\n")
    assert struct.unpack_from(">II", png, 16) == SIZE
    assert len(png) < 200_000


def test_it_says_the_organisation_the_plan_the_title_the_rating_and_the_result():
    assert said(PLAIN) == [
        "Alder Schools",
        "Plan of Alder",
        "Grade 3 reading",
        "AR",
        "Amber-Red",
        "48.2% in 2023–24; 53.0% expected",
    ]


def test_the_rating_stands_in_its_colour_and_no_other():
    assert {"#c2500a", "#8a3a06", "#fdf0e6"} <= colours(PLAIN)
    assert not {"#14584b", "#1f74c4", "#7a0c12"} & colours(PLAIN)


def test_a_shape_for_each_measure_and_its_colour():
    marks = (*((rating, "") for rating in Rating), (None, "late"))
    seen = svg(replace(PLAIN, marks=marks, word="", spark="")).lower()
    assert all(tone in seen for tone in ("#7a0c12", "#c2500a", "#1f74c4", "#14584b"))
    assert seen.count("scale(") == len(marks) + 1


@pytest.mark.parametrize("count", [1, 12, 60])
def test_shapes_stay_between_the_margins(count):
    card = replace(PLAIN, marks=((Rating.G, ""),) * count, word="", spark="")
    moved = [g.get("transform") for g in ET.fromstring(svg(card)).iter(f"{SVG}g")]
    places = [float(one.split("(")[1].split()[0]) for one in moved if one]
    assert len(places) == count + 1
    assert 80 <= min(places) <= max(places) < SIZE[0] - 80


@pytest.mark.parametrize("words", [1, 9, 40])
def test_a_title_of_any_length_stays_between_the_margins(words):
    titles = texts(replace(PLAIN, title="Responsibility " * words + "x"))[2:-3]
    assert titles
    for one in titles:
        wide = text_width(one.text, float(one.get("font-size")), bold=True)
        assert float(one.get("x")) + wide <= SIZE[0] - 80
    assert (titles[-1].text.endswith("…")) == (words == 40)


def test_a_number_is_not_parted_from_what_it_counts():
    card = replace(
        PLAIN, line="2 Green, 1 Amber-Green, 1 Amber-Red, 1 Red, and 1 due later.", word=""
    )
    lines = said(card)[3:]
    assert len(lines) == 2
    assert not any(line[-1].isdigit() for line in lines)


def test_where_readers_begin_at_the_right_a_picture_does():
    for one in texts(ARABIC):
        assert one.get("text-anchor") == "end"
        assert float(one.get("x")) > SIZE[0] / 2
        assert (one.text[0], one.text[-1]) == ("\u202b", "\u202c")


def test_what_keeps_a_period_together_is_kept():
    assert "\u20662024–25\u2069" in said(ARABIC)[-1]


@pytest.mark.parametrize("card", [PLAIN, ARABIC, replace(PLAIN, title="漢a字 ≥ b", line="Đọc ł ế")])
def test_no_letter_is_asked_of_a_font_that_is_not_ours(card):
    assert set(ET.fromstring(svg(card)).get("font-family").split(",")) == {"Planpress Cards"}
    asked = {letter for text in said(card) for letter in text}
    assert {one for one in asked if category(one) != "Cf"} <= letters_of("Cards")


def test_letters_that_are_written_in_parts_are_found():
    assert said(replace(PLAIN, title="Đo\u0323c lo\u031b\u0301p"))[2] == "Đọc lớp"


def test_what_looks_like_markup_is_words():
    assert said(replace(PLAIN, title='Reading <b> & "more"'))[2] == 'Reading <b> & "more"'


def test_pictures_do_not_depend_on_their_company():
    other = replace(PLAIN, title="Something else with other letters", word="")
    assert made(other, PLAIN)[1] == made(PLAIN)[0] != made(other)[0]


def test_a_picture_that_was_drawn_is_not_drawn_again(monkeypatch):
    store = Store(None)
    first = made(PLAIN, store=store)
    monkeypatch.setattr(module, "_vega", None)
    assert made(PLAIN, store=store) == first


def test_shapes_icon_and_colours_are_those_of_the_pages():
    shapes, icon, sheet = (
        (ROOT / path).read_text("utf-8")
        for path in ("templates/parts/shapes.html", "assets/icon.svg", "assets/style.css")
    )
    for rating in Rating:
        drawn = svg(replace(PLAIN, marks=((rating, "rated"),)))
        assert re.search(rf'rating == "{rating.value}" %}}(<[^{{]*/>)', shapes)[1] in drawn
        tint, text = module._TINTS[rating]
        name = rating.value.lower()
        assert f"--{name}-tint:{tint}" in sheet
        assert f"--{name}-text:{text}" in sheet
        assert tint in drawn
        assert text in drawn
    parts = re.findall(r"<(?:rect|path|circle)[^>]*/>", icon)
    assert len(parts) == 3
    assert all(part in drawn for part in parts)


def test_what_the_plan_gives_notice_of_stands_below_all_else():
    drawn = texts(replace(PLAIN, notice="This district is invented."))
    assert drawn[-1].text == "This district is invented."
    assert max(float(one.get("y")) for one in drawn) == float(drawn[-1].get("y")) < SIZE[1] - 12
    long = said(replace(PLAIN, notice="Nothing here is real. " * 20))[-1]
    assert long.endswith("…")
