"""A sketch as an Altair chart. Imported only when something has to be drawn."""

from typing import Any, cast

import altair as alt
from altair.utils.schemapi import debug_mode

from planpress.chart.measure import FAMILY
from planpress.chart.sketch import Frame, Layer, Mark, Sketch
from planpress.chart.style import TEXT, style_of

_SIDES = {"start": "left", "middle": "center", "end": "right"}


def specification(sketch: Sketch, *, validate: bool = False) -> dict[str, Any]:
    """Return the Vega-Lite specification of a sketch; layer number 3 is named `layer3`.

    `validate` compares every part with Altair's schema, which takes longer than to draw it; tests
    do. Layers are made one by one: Altair's own way to join them copies each of them many times.
    """
    frame = sketch.frame
    shared: dict[str, Any] = {"top_level": False, "datasets": {}}
    with debug_mode(validate):
        layers = [_layer(frame, index, layer) for index, layer in enumerate(sketch.layers)]
        made = [layer.to_dict(validate=validate, context=shared) for layer in layers]
        whole = alt.LayerChart(
            layer=[],
            width=frame.width,
            height=frame.height,
            padding=0,
            autosize=alt.AutoSizeParams(type="none"),
            background="transparent",
            config=alt.Config(font=FAMILY, view=alt.ViewConfig(stroke=None, fill=None)),
        ).to_dict(validate=validate)
    return {**whole, "layer": made, "datasets": shared["datasets"]}


def _layer(frame: Frame, index: int, layer: Layer) -> alt.Chart:
    chart = _marked(alt.Chart(alt.InlineData(list(layer.rows)), name=f"layer{index}"), layer)
    across = alt.Scale(
        domain=list(frame.x), range=[frame.left, frame.right], nice=False, zero=False
    )
    down = alt.Scale(domain=list(frame.y), range=[frame.bottom, frame.top], nice=False, zero=False)
    channels: dict[str, Any] = {
        "x": alt.X("x:Q", scale=across, axis=None),
        "y": alt.Y("y:Q", scale=down, axis=None),
    }
    if layer.mark in (Mark.RULE, Mark.BAR):
        channels |= {"x2": alt.X2("x2"), "y2": alt.Y2("y2")}
    elif layer.mark is Mark.LINE:
        channels["detail"] = alt.Detail("part:N")
    elif layer.mark is Mark.TEXT:
        channels["text"] = alt.Text("text:N")
    if any("tip" in row for row in layer.rows):
        channels["description"] = alt.Description("tip:N")
    return chart.encode(**channels)


def _marked(chart: alt.Chart, layer: Layer) -> alt.Chart:
    style: dict[str, Any] = style_of(layer.role)
    match layer.mark:
        case Mark.LINE:
            marked = chart.mark_line(**style)
        case Mark.RULE:
            marked = chart.mark_rule(**style)
        case Mark.BAR:
            marked = chart.mark_rect(**style)
        case Mark.POINT:
            style = {**style, "shape": style.get("shape", "circle"), "opacity": 1}
            marked = chart.mark_point(**style)
        case Mark.TEXT:
            style |= {"align": _SIDES[layer.anchor], "baseline": "middle", "fontSize": TEXT}
            marked = chart.mark_text(**style)
    return cast("alt.Chart", marked)
