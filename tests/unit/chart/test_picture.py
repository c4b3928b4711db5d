"""The contract of every picture: accessible, small, and fit for a strict policy."""

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from lxml import etree
from unit.chart.small_plan import a_plan, languages

from planpress.chart.draw import draw
from planpress.chart.labels import Box, text_box
from planpress.chart.picture import whole
from planpress.model.figure import Figure
from planpress.store import Store

Figures = Mapping[tuple[str, str, str], Figure]
SVG = "{http://www.w3.org/2000/svg}"


def _pictures(figures: Figures) -> list[tuple[Figure, str, etree._Element]]:
    return [
        (figure, width, etree.fromstring(svg))
        for figure in figures.values()
        for width, svg in figure.pictures.items()
    ]


def test_root_says_what_it_is(figures: Figures) -> None:
    for figure, _, root in _pictures(figures):
        assert root.tag == f"{SVG}svg"
        assert root.get("role") == "img"
        assert root.get("lang") == figure.language
        assert re.fullmatch(r"0 0 \d+ \d+", root.get("viewBox", ""))
        assert root.get("width") is None
        assert root.get("height") is None


def test_title_and_description_are_tied_to_the_root(figures: Figures) -> None:
    for figure, _, root in _pictures(figures):
        title, desc = root[0], root[1]
        assert (title.tag, desc.tag) == (f"{SVG}title", f"{SVG}desc")
        assert title.get("id") == root.get("aria-labelledby")
        assert desc.get("id") == root.get("aria-describedby")
        assert title.text == figure.title
        assert desc.text == figure.description


def test_ids_are_unique_over_all_pictures(figures: Figures) -> None:
    ids = [
        node.get("id")
        for _, _, root in _pictures(figures)
        for node in root.iter()
        if node.get("id")
    ]
    assert len(ids) == len(set(ids)) == 2 * len(_pictures(figures))


def test_nothing_inside_needs_leave_of_a_policy_or_speaks_to_screen_readers(
    figures: Figures,
) -> None:
    for _, _, root in _pictures(figures):
        for node in root.iterdescendants():
            assert node.tag.removeprefix(SVG) in {"title", "desc", "g", "path", "line", "text"}
            for name in node.attrib:
                assert name not in {"style", "role", "font-family", "href"}
                assert not name.startswith(("on", "aria-"))
        assert b"url(" not in etree.tostring(root)


def test_every_group_has_a_role_and_hex_colours(figures: Figures) -> None:
    for _, _, root in _pictures(figures):
        groups = root.findall(f"{SVG}g")
        assert groups
        assert all(group.get("class") for group in groups)
        for node in root.iter(f"{SVG}g", f"{SVG}path", f"{SVG}line", f"{SVG}text"):
            for name in ("fill", "stroke"):
                assert re.fullmatch(r"none|#[0-9a-fA-F]{6}", node.get(name, "none"))


def test_nothing_is_painted_behind_the_marks(figures: Figures) -> None:
    for _, _, root in _pictures(figures):
        assert "background" not in {node.get("class") for node in root.iter()}


def test_text_is_never_small_and_never_outside(figures: Figures) -> None:
    for figure, width, root in _pictures(figures):
        wide, high = (float(side) for side in root.get("viewBox", "").split()[2:])
        for box, words in _boxes(root):
            place = (figure.indicator, figure.kind, figure.language, width, words)
            assert box.left >= -1, place
            assert box.top >= -1, place
            assert box.right <= wide + 1, place
            assert box.bottom <= high + 1, place
        assert figure.kind != "spark" or not root.findall(f".//{SVG}text")


def test_no_label_stands_on_another(figures: Figures) -> None:
    for figure, width, root in _pictures(figures):
        boxes = _boxes(root)
        for index, (box, words) in enumerate(boxes):
            for other, more in boxes[index + 1 :]:
                place = (figure.indicator, figure.kind, figure.language, width, words, more)
                assert box.overlap(other) < 0.05 * (box.right - box.left) * 14, place


def _boxes(root: etree._Element) -> list[tuple[Box, str]]:
    found = []
    for group in root.findall(f"{SVG}g"):
        for text in group.findall(f"{SVG}text"):
            size = text.get("font-size", group.get("font-size", ""))
            assert float(size) >= 12
            across, down = re.findall(r"-?[\d.]+", text.get("transform", ""))
            anchor = text.get("text-anchor", group.get("text-anchor", "start"))
            bold = text.get("font-weight", group.get("font-weight", "")) == "700"
            words = text.text or ""
            box = text_box(words, float(across), float(down) - 4, anchor, bold=bold)
            found.append((box, words))
    return found


def test_the_same_plan_gives_the_same_bytes(figures: Figures) -> None:
    assert draw(*a_plan(), languages(), Store(None)) == dict(figures)


def test_what_was_drawn_before_needs_no_altair(figures: Figures, store: Store) -> None:
    program = """
import sys
from pathlib import Path
from tests.unit.chart.small_plan import a_plan, languages
from planpress.chart.draw import draw
from planpress.store import Store
figures = draw(*a_plan(), languages(), Store(Path(sys.argv[1])))
print(len(figures), *sorted({"altair", "vl_convert", "lxml", "pandas"} & sys.modules.keys()))
"""
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", program, str(store.folder)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == [str(len(figures))], done.stderr


def test_words_are_escaped() -> None:
    svg = whole("", key="k", width=1, height=1, language="en", title="a < b & c", text="<script>")
    assert "a &lt; b &amp; c" in svg
    assert "<script>" not in svg
