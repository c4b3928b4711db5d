"""Boxes from a root to its leaves."""

import re

from planpress.chart.tree import Branch, Leaf, Tree
from planpress.model.words import Said


def said(text: str) -> Said:
    return Said(text, "en")


def a_tree(*branches: tuple[str | None, tuple[str, ...]], root: str = "Root") -> Tree:
    return Tree(
        language="en",
        root=said(root),
        branches=tuple(
            Branch(
                words=said(words) if words else None,
                leaves=tuple(Leaf(words=said(leaf), note=said("note")) for leaf in leaves),
                empty=said("Nothing"),
            )
            for words, leaves in branches
        ),
    )


def tops(svg: str) -> list[float]:
    return [float(y) for y in re.findall(r'<rect [^>]*? y="([-\d.]+)"', svg)]


def test_every_word_has_a_box_but_what_is_missing() -> None:
    tree = a_tree(("Goal", ("one", "two")), ("Other", ()), (None, ("three",)))
    for width in (640, 340):
        svg = tree.drawn(width).svg
        assert len(tops(svg)) == 6
        assert svg.count(">Nothing<") == 1
        assert svg.count(">note<") == 3


def test_no_box_begins_above_the_picture_or_ends_below() -> None:
    for tree in (
        a_tree((None, ("one",)), root="A root of many words " * 9),
        a_tree(("A goal of many words " * 12, ("one",))),
        a_tree((None, ("one",)), ("Goal", tuple("abcdefgh"))),
    ):
        for width in (640, 340):
            svg, height = tree.drawn(width)
            ends = [
                float(y) + float(high)
                for y, high in re.findall(r' y="([-\d.]+)" width="[\d.]+" height="([\d.]+)"', svg)
            ]
            assert min(tops(svg)) >= 0
            assert max(ends) <= height


def test_a_phone_shows_it_as_an_indented_list() -> None:
    svg = a_tree(("Goal", ("one",)), (None, ("two",))).drawn(340).svg
    begins = [float(x) for x in re.findall(r'<rect [^>]*? x="([-\d.]+)"', svg)]
    assert begins == [1, 21, 41, 21]
    assert tops(svg) == sorted(tops(svg))
