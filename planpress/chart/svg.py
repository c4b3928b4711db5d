"""SVG from Vega made small, accessible, and fit for a strict content security policy."""

import re
from html import escape

from lxml import etree

from planpress.chart.sketch import Layer, Mark
from planpress.chart.style import PAPER

_KEPT = ("transform", "d", "x", "y", "x2", "y2")
_DROPPED = (
    "aria-label",
    "role",
    "aria-roledescription",
    "aria-hidden",
    "pointer-events",
    "opacity",
)
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_HALO = {
    "stroke": PAPER,
    "stroke-width": "4",
    "stroke-linejoin": "round",
    "paint-order": "stroke",
}


def cleaned(svg: str, layers: tuple[Layer, ...]) -> str:
    """Return the drawing inside Vega's SVG: one group a layer with its role as class.

    What all marks of a layer share stands on its group, numbers have two decimals at most. Groups
    of Vega, backgrounds, roles, ARIA attributes, ids and font families are left out. Raises
    ValueError if Vega made something that would need its surroundings.
    """
    root = etree.fromstring(svg.encode())
    groups = []
    for index, layer in enumerate(layers):
        marks = [
            mark
            for group in root.iter("{*}g")
            if f"layer{index}_marks" in (group.get("class") or "").split()
            for mark in group
        ]
        if len(marks) != _expected(layer):
            raise ValueError(f"layer {index} ({layer.role}) was drawn as {len(marks)} marks")
        groups.append(_group(layer, marks))
    drawing = "".join(groups)
    if "url(" in drawing:
        raise ValueError("a drawing may not refer to definitions by id")
    return drawing


def _expected(layer: Layer) -> int:
    if layer.mark is Mark.LINE:
        return len({row["part"] for row in layer.rows})
    return len(layer.rows)


def _group(layer: Layer, marks: list[etree._Element]) -> str:
    tips = [str(row.get("tip", "")) for row in layer.rows]
    own = [
        {
            str(name): str(value).removesuffix("px")
            for name, value in mark.attrib.items()
            if name not in (*_DROPPED, "font-family", *_KEPT)
        }
        for mark in marks
    ]
    shared = {k: v for k, v in own[0].items() if all(other.get(k) == v for other in own)}
    if "halo" in layer.role.split():
        shared |= _HALO
    elif layer.mark is Mark.LINE:
        shared["fill"] = "none"
    body = "".join(
        _mark(mark, {k: v for k, v in mine.items() if k not in shared}, tip)
        for mark, mine, tip in zip(marks, own, tips, strict=False)
    )
    return f"<g{_attributes({'class': layer.role} | shared)}>{body}</g>"


def _mark(mark: etree._Element, more: dict[str, str], tip: str) -> str:
    name = etree.QName(mark).localname
    place = {
        key: _NUMBER.sub(lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."), value)
        for key in _KEPT
        if (value := mark.get(key)) and value != "0"
    }
    inside = escape(mark.text or "", quote=False)
    inside += f"<title>{escape(tip, quote=False)}</title>" if tip else ""
    start = f"<{name}{_attributes(place | more)}"
    return f"{start}>{inside}</{name}>" if inside else f"{start}/>"


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
