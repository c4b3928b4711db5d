"""Pictures for readers from right to left are mirror images; their letters and marks are not."""

import re
from gettext import NullTranslations

import pytest
from lxml import etree
from unit.chart.diagram_plan import AS_OF, assessments, the_plan
from unit.chart.small_plan import a_plan, languages

from planpress.chart.boxes import Block, box, line
from planpress.chart.diagrams import draw_diagrams
from planpress.chart.draw import draw
from planpress.chart.kinds import CHARTS
from planpress.chart.mirror import turned, turned_drawing
from planpress.chart.scene import Drawing
from planpress.chart.sketch import Frame
from planpress.chart.timeline import Standing, shape
from planpress.model.language import Language
from planpress.store import Store

ARABIC = Language.of("ar", "US", NullTranslations())
"""Arabic without a catalogue: the words are English, all else is as in Arabic."""

SWAPPED = {"start": "end", "middle": "middle", "end": "start"}


@pytest.mark.parametrize("kind", CHARTS)
def test_every_place_of_a_sketch_is_reflected(about, kind):
    for name in a_plan()[0].indicators:
        draft = CHARTS[kind](about(name))
        for sketch in draft.sketches.values() if draft else ():
            mirrored = turned(sketch)
            there, width = mirrored.frame, sketch.frame.width
            for layer, other in zip(sketch.layers, mirrored.layers, strict=True):
                assert (other.role, other.mark) == (layer.role, layer.mark)
                for row, its in zip(layer.rows, other.rows, strict=True):
                    x = sketch.frame.across(float(row["x"]))
                    assert there.across(float(its["x"])) == pytest.approx(width - x)
                    assert there.down(float(its["y"])) == sketch.frame.down(float(row["y"]))
                if layer.mark == "text":
                    assert other.anchor == SWAPPED[layer.anchor]
                    assert all(str(row["text"])[0] in "\u2066\u2067" for row in other.rows)


def test_a_sketch_turned_twice_has_its_frame_again(about):
    sketch = CHARTS["trend"](about("graduation-rate")).sketches["wide"]
    assert turned(turned(sketch)).frame.left == pytest.approx(sketch.frame.left)
    assert turned(sketch).frame.left > turned(sketch).frame.right
    assert turned(sketch).outline() != sketch.outline()


def places(svg, selector):
    root = etree.fromstring(svg)
    width = float(root.get("viewBox").split()[2])
    found = root.iterfind(f".//{{*}}g[@class='{selector}']/{{*}}*")
    return width, [
        re.search(r"translate\(([-\d.]+),([-\d.]+)\)", g.get("transform")) for g in found
    ]


@pytest.mark.parametrize("name", ["wide", "narrow"])
def test_a_chart_is_drawn_as_the_mirror_image_of_the_english_one(name):
    project, series, ratings, groups = a_plan()
    both = {"en": languages()["en"], "ar": ARABIC}
    figures = draw(project, series, ratings, groups, both, Store(None))
    plain = figures["graduation-rate", "trend", "en"].pictures[name]
    mirrored = figures["graduation-rate", "trend", "ar"].pictures[name]
    width, there = places(plain, "point")
    _, here = places(mirrored, "point")
    assert len(here) == len(there) > 3
    for one, other in zip(there, here, strict=True):
        assert float(other[1]) == pytest.approx(width - float(one[1]), abs=0.02)
        assert other[2] == one[2]
    texts = re.findall(r"<text[^>]*>(.*?)</text>", mirrored)
    assert texts
    assert all(text.startswith("\u2066") and text.endswith("\u2069") for text in texts)


def test_languages_from_left_to_right_are_drawn_without_a_mirror(figures):
    for figure in figures.values():
        for svg in figure.pictures.values():
            assert not re.search("[\u2066-\u2069]", svg)


def test_a_drawing_is_reflected_and_its_letters_are_not():
    made = Drawing(
        Block(lines=("Who leads.",)).at(10, 0)
        + Block(lines=("من يقود",)).at(10, 20, "middle")
        + box((10, 0), 30, 20)
        + line((40, 10), (60, 10), head=True),
        40,
    )
    svg = turned_drawing(made, 100).svg
    first, second = re.findall(r'text-anchor="(\w+)"><text x="([\d.]+)" y="[\d.]+">(.*?)<', svg)
    assert first == ("end", "90", "\u2066Who leads.\u2069")
    assert second == ("middle", "90", "\u2067من يقود\u2069")
    assert '<rect class="box" x="61" y="1" width="28"' in svg
    assert 'd="M60 10L40 10M45 5L40 10L45 15"' in svg


def test_arabic_words_run_their_own_way_in_an_english_picture():
    assert ">\u2067من يقود؟\u2069</text>" in Block(lines=("من يقود؟",)).at(0, 0)
    assert ">Who leads?</text>" in Block(lines=("Who leads?",)).at(0, 0)
    frame = Frame(width=9, height=9, left=0, right=9, top=0, bottom=9, x=(0.0, 1.0), y=(0.0, 1.0))
    assert frame.text("label", "القراءة", 1, 1, "start").rows[0]["text"] == "\u2067القراءة\u2069"
    assert frame.text("label", "84.6%", 1, 1, "start").rows[0]["text"] == "84.6%"


def test_the_mark_of_what_is_done_is_moved_and_not_turned():
    drawn = shape(Standing.DONE, 20, 10)
    mirrored = turned_drawing(Drawing(drawn, 20), 100).svg
    assert "M80 10m-4 .5l3 3l5-6.5" in mirrored
    assert "M20 10m-4 .5l3 3l5-6.5" in drawn


def test_every_figure_of_words_stays_inside_its_picture():
    both = {"ar": ARABIC}
    found = draw_diagrams(the_plan(), assessments(), AS_OF, both, Store(None))
    assert {kind for _, kind, _ in found} == {"theory", "chain", "strategy", "milestones"}
    for diagram in found.values():
        for name, svg in diagram.pictures.items():
            root = etree.fromstring(svg)
            width = float(root.get("viewBox").split()[2])
            for part in root.iter("{*}rect"):
                left = float(part.get("x"))
                assert 0 <= left <= left + float(part.get("width")) <= width, (diagram.kind, name)
            for group in root.iter("{*}g"):
                for text in group.iterfind("{*}text"):
                    assert 0 <= float(text.get("x")) <= width
                    assert group.get("text-anchor") in ("end", "middle", "start")
