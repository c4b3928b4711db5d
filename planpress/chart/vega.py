"""Where Vega runs: many sketches at a time, in this process or in a worker.

What is imported here is all that a worker needs, and neither Altair nor pandas is among it.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from planpress.chart.sheet import Templates, filled, sheet_of
from planpress.chart.sketch import Sketch


def drawn(templates: Templates, sketches: Sequence[Sketch]) -> list[str]:
    """Return the drawing of each sketch, with places for its words."""
    import vl_convert  # noqa: PLC0415 (slow to start, and not needed if nothing is to be drawn)

    from planpress.chart.svg import cut  # noqa: PLC0415 (needs lxml)

    sheet = sheet_of(sketches)
    return cut(vl_convert.vega_to_svg(filled(templates, sheet)), sheet, sketches)


def start() -> None:
    """Start Vega, which takes a third of a second: whoever calls early draws sooner later."""
    import vl_convert  # noqa: PLC0415 (slow to start)

    vl_convert.vega_to_svg({"marks": []})


def compiled(frame: Mapping[str, Any], layers: Mapping[str, Mapping[str, Any]]) -> Templates:
    """Return Vega-Lite templates as Vega's: Vega-Lite takes longer to run than to draw a sheet.

    `layers` are named `layer0`, each under the name of its mark.
    """
    import vl_convert  # noqa: PLC0415 (slow to start)

    made: dict[str, str] = {}
    for name, layer in layers.items():
        whole = vl_convert.vegalite_to_vega({**frame, "layer": [layer]})
        parts = {part: whole.pop(part) for part in ("data", "marks")}
        made[name] = json.dumps(parts).replace("data_0", "layer0_data")
        made["frame"] = json.dumps(whole)
    return made
