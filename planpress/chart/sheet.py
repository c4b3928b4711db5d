"""Many sketches as one Vega chart: each kind of layer stands in it once, with all its marks.

To set up a layer takes Vega about as long as to draw a hundred marks. No word is on a sheet: words
move nothing, and Vega would measure each of them.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from planpress.chart.sketch import Frame, Layer, Mark, Row, Sketch
from planpress.chart.style import TEXT, style_of

Kind = tuple[str, Mark, str]
"""Role, mark and anchor of a layer."""
Sheet = Mapping[Kind, list[Row]]
"""Kinds of layers to the rows of all their marks, with places in pixels."""
Templates = Mapping[str, str]
"""The parts of a Vega specification without style and data, as JSON: `frame`, and for each mark the
data and marks of a layer that is named `layer0`."""

PLACE = "\0"
"""Where words go in a drawing; no XML document can contain it."""

_SIDES = {"start": "left", "middle": "center", "end": "right"}


def kind_of(layer: Layer) -> Kind:
    """Return what decides how the marks of a layer look."""
    return layer.role, layer.mark, layer.anchor


def sheet_of(sketches: Iterable[Sketch]) -> Sheet:
    """Return the marks of all sketches, in their order, by the kind of their layer."""
    sheet: dict[Kind, list[Row]] = {}
    for number, sketch in enumerate(sketches):
        for layer in sketch.layers:
            rows = sheet.setdefault(kind_of(layer), [])
            rows += [_placed(sketch.frame, row, number) for row in layer.rows]
    return sheet


def _placed(frame: Frame, row: Row, number: int) -> Row:
    places: dict[str, float | str] = {"text": ""}
    for name, value in row.items():
        if name in ("x", "x2"):
            places[name] = _scaled(float(value), frame.x, frame.left, frame.right)
        elif name in ("y", "y2"):
            places[name] = _scaled(float(value), frame.y, frame.bottom, frame.top)
        elif name == "part":
            places[name] = f"{number} {value}"
    return places


def _scaled(value: float, domain: tuple[float, float], begin: float, end: float) -> float:
    """Return the pixel of a value, to the last digit as d3-scale would."""
    span = domain[1] - domain[0]
    share = (value - domain[0]) / span if span else 0.5
    return begin * (1 - share) + end * share


def look_of(kind: Kind) -> dict[str, Any]:
    """Return the properties of a kind's marks, as Vega-Lite names them."""
    role, mark, anchor = kind
    style = style_of(role)
    match mark:
        case Mark.POINT:
            return {"shape": "circle", "opacity": 1} | style
        case Mark.TEXT:
            return style | {"align": _SIDES[anchor], "baseline": "middle", "fontSize": TEXT}
        case _:
            return style


def filled(templates: Templates, sheet: Sheet) -> dict[str, Any]:
    """Return the Vega specification of a sheet; the marks of layer number 3 are `layer3_marks`."""
    data: list[Any] = []
    marks: list[Any] = []
    for index, (kind, rows) in enumerate(sheet.items()):
        layer = json.loads(templates[kind[1].value].replace("layer0", f"layer{index}"))
        own, *made_from_it = layer["data"]
        data += [{**own, "values": rows}, *made_from_it]
        (mark,) = layer["marks"]
        _mark_in(mark)["encode"]["update"] |= {
            name: {"value": value} for name, value in look_of(kind).items()
        }
        marks.append(mark)
    return {**json.loads(templates["frame"]), "data": data, "marks": marks}


def _mark_in(mark: Any) -> Any:
    """Return the mark itself: lines stand in a group, one for each."""
    return mark["marks"][0] if "marks" in mark else mark
