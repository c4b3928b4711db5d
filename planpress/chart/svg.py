"""SVG from Vega cut into drawings: small, accessible, and fit for a strict content security policy.

A drawing has no words yet, only places for them, so that every language can share it.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import islice

from lxml import etree

from planpress.chart.sheet import PLACE, Kind, Sheet, kind_of
from planpress.chart.sketch import Layer, Mark, Row, Sketch
from planpress.chart.style import PAPER

_KEPT = ("transform", "d", "x", "y", "x2", "y2")
_LEFT_OUT = {
    *_KEPT,
    "aria-label",
    "role",
    "aria-roledescription",
    "aria-hidden",
    "pointer-events",
    "opacity",
    "font-family",
}
_LONG = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_HALO = {
    "stroke": PAPER,
    "stroke-width": "4",
    "stroke-linejoin": "round",
    "paint-order": "stroke",
}


def cut(svg: str, sheet: Sheet, sketches: Sequence[Sketch]) -> list[str]:
    """Return the drawing of each sketch inside Vega's SVG of their sheet.

    A drawing has a group for each layer with its role as class. What all marks of a layer share
    stands on its group, numbers have two decimals at most. Groups of Vega, backgrounds, roles, ARIA
    attributes, ids and font families are left out. Raises ValueError if Vega made something that
    would need its surroundings, or other marks than were asked for.
    """
    marks = _marks(svg, sheet)
    drawings = ["".join(_group(layer, marks) for layer in sketch.layers) for sketch in sketches]
    if any(next(left, None) is not None for left in marks.values()):
        raise ValueError("more marks were drawn than asked for")
    if any("url(" in drawing for drawing in drawings):
        raise ValueError("a drawing may not refer to definitions by id")
    return drawings


def _marks(svg: str, sheet: Sheet) -> dict[Kind, Iterator[etree._Element]]:
    """Return what Vega has drawn by the kind of its layer."""
    found: dict[str, list[etree._Element]] = {}
    for group in etree.fromstring(svg.encode()).iter("{*}g"):
        for name in (group.get("class") or "").split():
            found.setdefault(name, []).extend(group)
    return {kind: iter(found.get(f"layer{index}_marks", [])) for index, kind in enumerate(sheet)}


def _expected(layer: Layer) -> int:
    if layer.mark is Mark.LINE:
        return len({row["part"] for row in layer.rows})
    return len(layer.rows)


def _group(layer: Layer, drawn: dict[Kind, Iterator[etree._Element]]) -> str:
    marks = list(islice(drawn[kind_of(layer)], _expected(layer)))
    if len(marks) != _expected(layer):
        raise ValueError(f"{layer.role} was drawn as {len(marks)} marks")
    own = [
        {
            str(name): str(value).removesuffix("px")
            for name, value in mark.attrib.items()
            if name not in _LEFT_OUT
        }
        for mark in marks
    ]
    shared = {k: v for k, v in own[0].items() if all(other.get(k) == v for other in own)}
    if "halo" in layer.role.split():
        shared |= _HALO
    elif layer.mark is Mark.LINE:
        shared["fill"] = "none"
    body = "".join(
        _mark(mark, {k: v for k, v in mine.items() if k not in shared}, row)
        for mark, mine, row in zip(marks, own, layer.rows, strict=False)
    )
    return f"<g{_attributes({'class': layer.role} | shared)}>{body}</g>"


def _mark(mark: etree._Element, more: dict[str, str], row: Row) -> str:
    name = etree.QName(mark).localname
    place = {
        key: _LONG.sub(_short, value) for key in _KEPT if (value := mark.get(key)) and value != "0"
    }
    inside = PLACE if row.get("text") else ""
    inside += f"<title>{PLACE}</title>" if row.get("tip") else ""
    start = f"<{name}{_attributes(place | more)}"
    return f"{start}>{inside}</{name}>" if inside else f"{start}/>"


def _short(number: re.Match[str]) -> str:
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
