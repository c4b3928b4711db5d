"""Pictures for readers who read from right to left.

The whole picture is turned round: time runs from right to left, bars grow from the right, names
and the numbers of an axis stand at the right, what follows from a thing stands to its left.
Letters, numbers and the shapes of ratings are not turned. Practice differs. A study of 128 charts
in Arabic newspapers found rows and bars mostly from right to left, and time in both directions,
sometimes in one article (Alebri, Rakotondravony and Harrison, Design Patterns in Right-to-Left
Visualizations: The Case of Arabic Content, IEEE VIS 2024). Guidelines for such pages say that time
passes as the text runs (Material Design, Bidirectionality; Mozilla, RTL Guidelines). One direction
for all that stands on a page is what a reader can rely on, and first and last period are always
named.
"""

import re
from dataclasses import replace

from planpress.chart.boxes import n
from planpress.chart.scene import Drawing
from planpress.chart.sketch import Layer, Mark, Sketch
from planpress.model.direction import isolated

_OTHER = {"start": "end", "middle": "middle", "end": "start"}
_CORNER = re.compile(r"([ML])(-?[\d.]+)")


def turned(sketch: Sketch) -> Sketch:
    """Return a sketch as its mirror image: the frame reflected, the sides of texts swapped."""
    frame = sketch.frame
    mirrored = replace(frame, left=frame.width - frame.left, right=frame.width - frame.right)
    return Sketch(frame=mirrored, layers=tuple(map(_turned, sketch.layers)))


def _turned(layer: Layer) -> Layer:
    rows = tuple(
        {
            key: isolated(str(value)) if key in ("text", "tip") and value else value
            for key, value in row.items()
        }
        for row in layer.rows
    )
    anchor = _OTHER[layer.anchor] if layer.mark is Mark.TEXT else layer.anchor
    return replace(layer, rows=rows, anchor=anchor)


def turned_drawing(drawing: Drawing, width: float) -> Drawing:
    """Return a drawing of `boxes` and `timeline` as its mirror image, `width` pixels wide.

    In a path absolute places are reflected, relative ones are not: a mark such as a tick moves to
    its new place as it is.
    """
    from lxml import etree  # noqa: PLC0415 (needed only where a picture is turned)

    root = etree.fromstring(f"<g>{drawing.svg}</g>")
    for part in root.iter():
        match part.tag:
            case "text":
                part.set("x", n(width - float(part.attrib["x"])))
                part.text = isolated(part.text or "")
            case "rect":
                part.set("x", n(width - float(part.attrib["x"]) - float(part.attrib["width"])))
            case "path":
                part.set("d", _reflected(str(part.attrib["d"]), width))
            case "g" if part is not root and part.get("font-size"):
                part.set("text-anchor", _OTHER[part.get("text-anchor", "start")])
    inside = "".join(etree.tostring(part, encoding="unicode") for part in root)
    return Drawing(inside, drawing.height)


def _reflected(path: str, width: float) -> str:
    return _CORNER.sub(lambda found: found[1] + n(width - float(found[2])), path)
