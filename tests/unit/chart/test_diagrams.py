"""The contract of every figure of words, over a plan that has all kinds of them."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from lxml import etree
from unit.chart.diagram_plan import AS_OF, assessments, the_plan
from unit.chart.small_plan import languages

from planpress.chart.boxes import SIZE
from planpress.chart.diagrams import DIAGRAMS, draw_diagrams
from planpress.chart.labels import Box
from planpress.chart.measure import text_width
from planpress.chart.scene import WIDTHS
from planpress.chart.theory import Theory
from planpress.model.diagram import Diagram
from planpress.store import Store

SVG = "{http://www.w3.org/2000/svg}"


def drawn(store: Store) -> dict[tuple[str, str, str], Diagram]:
    return draw_diagrams(the_plan(), assessments(), AS_OF, languages(), store)


@cache
def found() -> dict[tuple[str, str, str], Diagram]:
    return drawn(Store(None))


def pictures() -> Iterator[tuple[Diagram, str, etree._Element]]:
    for diagram in found().values():
        for width, svg in diagram.pictures.items():
            yield diagram, width, etree.fromstring(svg)


def test_every_kind_is_there_in_each_language_and_width() -> None:
    assert {key[1] for key in found()} == set(DIAGRAMS)
    for (subject, kind, language), diagram in found().items():
        assert (diagram.subject, diagram.kind, diagram.language) == (subject, kind, language)
        assert set(diagram.pictures) == set(WIDTHS)
    per_language = [{key[:2] for key in found() if key[2] == code} for code in ("en", "es")]
    assert per_language[0] == per_language[1]
    assert per_language[0] == {
        ("priorities/learning", "theory"),
        ("tactics/reading", "theory"),
        ("tactics/reading", "chain"),
        ("priorities/learning", "strategy"),
        ("priorities/work", "strategy"),
        ("plan", "milestones"),
    }


def test_a_picture_has_a_name_and_a_description() -> None:
    for diagram, width, root in pictures():
        assert (root.get("role"), root.get("lang")) == ("img", diagram.language)
        assert re.fullmatch(rf"0 0 {WIDTHS[width]} \d+", root.get("viewBox", ""))
        assert (root[0].text, root[1].text) == (diagram.title, diagram.description)
        assert root[0].get("id") == root.get("aria-labelledby")
        assert root[1].get("id") == root.get("aria-describedby")


def test_ids_are_unique_over_all_pictures() -> None:
    ids = [node.get("id") for _, _, root in pictures() for node in root.iter() if node.get("id")]
    assert len(ids) == len(set(ids)) == 2 * len(list(pictures()))


def test_nothing_inside_needs_leave_of_a_policy() -> None:
    for _, _, root in pictures():
        for node in root.iterdescendants():
            assert node.tag.removeprefix(SVG) in {"title", "desc", "g", "path", "rect", "text"}
            assert not {"style", "role", "href", "font-family"} & set(node.attrib)
            if node.tag in (f"{SVG}g", f"{SVG}path", f"{SVG}rect"):
                assert node.get("class")


def boxes(root: etree._Element) -> list[tuple[Box, str]]:
    """Return what each line of text covers, a little less high than it stands."""
    placed = []
    for group in root.findall(f"{SVG}g"):
        for text in group.findall(f"{SVG}text"):
            assert float(group.get("font-size", "0")) >= 13
            bold = group.get("font-weight") == "700"
            wide = text_width(text.text or "", SIZE, bold=bold)
            x, y = float(text.get("x", "")), float(text.get("y", ""))
            x -= wide / 2 if group.get("text-anchor") == "middle" else 0
            placed.append((Box(x, y - 11, x + wide, y + 3), text.text or ""))
    return placed


def test_words_stand_inside_and_never_on_one_another() -> None:
    for diagram, width, root in pictures():
        wide, high = (float(side) for side in root.get("viewBox", "").split()[2:])
        placed = boxes(root)
        for box, words in placed:
            where = (diagram.kind, width, words)
            assert -0.5 <= box.left <= box.right <= wide + 0.5, where
            assert -0.5 <= box.top <= box.bottom <= high + 0.5, where
        for (box, words), (other, more) in combinations(placed, 2):
            assert box.overlap(other) == 0, (diagram.kind, width, words, more)


def test_words_stand_inside_of_their_boxes() -> None:
    for diagram, width, root in pictures():
        for rect in root.findall(f"{SVG}rect"):
            x, y, wide, high = (float(rect.get(name, "")) for name in ("x", "y", "width", "height"))
            for box, words in boxes(root):
                middle = (box.top + box.bottom) / 2
                if x < box.left < x + wide and y < middle < y + high:
                    where = (diagram.kind, width, words)
                    assert box.right <= x + wide - 4, where
                    assert y + 4 <= box.top <= box.bottom <= y + high - 4, where


def test_words_in_another_language_say_so() -> None:
    for _, _, root in pictures():
        texts = root.findall(f".//{SVG}text")
        assert all(text.get("lang") != root.get("lang") for text in texts)
        fallen = [text for text in texts if "only English" in (text.text or "")]
        if root.get("lang") == "es":
            assert all(text.get("lang") == "en" for text in fallen)
        else:
            assert all(text.get("lang") is None for text in fallen)
    spanish = found()["tactics/reading", "theory", "es"].pictures["wide"]
    assert 'lang="en" x=' in spanish


def test_words_are_escaped() -> None:
    picture = found()["tactics/reading", "theory", "en"].pictures["wide"]
    assert "&lt;well&gt; &amp; listen" in picture
    assert "<well>" not in picture


def test_all_words_of_a_picture_stand_in_its_description_too() -> None:
    for diagram, _, root in pictures():
        if diagram.kind not in ("theory", "chain") or diagram.language != "en":
            continue
        said = re.sub(r"\W+", " ", diagram.description).lower()
        for _, words in boxes(root):
            if words != "No owner recorded":
                assert re.sub(r"\W+", " ", words).strip().lower() in said, words


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert drawn(Store(None)) == found()


def test_what_was_drawn_before_comes_from_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path)
    assert drawn(store) == found()
    store.settle()
    monkeypatch.delattr(Theory, "drawn")
    assert drawn(Store(tmp_path)) == found()
