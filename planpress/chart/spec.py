"""Vega-Lite by Altair, compiled to Vega. Imported only when there is no template yet."""

from collections.abc import Mapping
from typing import Any

import altair as alt
from altair.utils.schemapi import debug_mode

from planpress.chart.sheet import Templates
from planpress.chart.sketch import Mark
from planpress.chart.vega import compiled


def templates() -> Templates:
    """Return the parts of a specification, which only have to be filled: see `sheet`."""
    return compiled(frame(), {mark.value: layer(mark) for mark in Mark})


def frame() -> dict[str, Any]:
    """Return a chart without layers. Nothing is clipped, so its size does not matter."""
    return alt.LayerChart(
        layer=[],
        width=640,
        height=480,
        padding=0,
        autosize=alt.AutoSizeParams(type="none"),
        background="transparent",
        config=alt.Config(view=alt.ViewConfig(stroke=None, fill=None)),
    ).to_dict(validate=True)


def layer(
    mark: Mark, look: Mapping[str, Any] | None = None, name: str = "layer0"
) -> dict[str, Any]:
    """Return a layer whose rows have places in pixels and are a dataset of the layer's name.

    Raises an error of Altair's schema if `look`, the properties of the mark, is not valid.
    """
    with debug_mode(True):  # noqa: FBT003 (there is no other way to say it)
        chart = _marked(mark, dict(look or {}), name).encode(**_channels(mark))
        return chart.to_dict(validate=True, context={"top_level": False, "datasets": {}})


def _marked(mark: Mark, look: dict[str, Any], name: str) -> alt.Chart:
    chart, look = alt.Chart(alt.NamedData(name=name), name=name), {"aria": False, **look}
    match mark:
        case Mark.LINE:
            marked = chart.mark_line(**look)
        case Mark.RULE:
            marked = chart.mark_rule(**look)
        case Mark.BAR:
            marked = chart.mark_rect(**look)
        case Mark.POINT:
            marked = chart.mark_point(**look)
        case Mark.TEXT:
            marked = chart.mark_text(**look)
    assert isinstance(marked, alt.Chart)
    return marked


def _channels(mark: Mark) -> dict[str, Any]:
    channels: dict[str, Any] = {
        "x": alt.X("x:Q", scale=None, axis=None),
        "y": alt.Y("y:Q", scale=None, axis=None),
    }
    if mark in (Mark.RULE, Mark.BAR):
        channels |= {"x2": alt.X2("x2"), "y2": alt.Y2("y2")}
    elif mark is Mark.LINE:
        channels["detail"] = alt.Detail("part:N")
    elif mark is Mark.TEXT:
        channels["text"] = alt.Text("text:N")
    return channels
