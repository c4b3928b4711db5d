"""Where Vega runs: many sketches at a time, in this process or in a worker.

What is imported here is all that a worker needs, and neither Altair nor pandas is among it.
"""

from collections.abc import Sequence

from planpress.chart.sheet import Templates, filled, sheet_of
from planpress.chart.sketch import Sketch


def drawn(templates: Templates, sketches: Sequence[Sketch]) -> list[str]:
    """Return the drawing of each sketch, with places for its words."""
    import vl_convert  # noqa: PLC0415 (slow to start, and not needed if nothing is to be drawn)

    from planpress.chart.svg import cut  # noqa: PLC0415 (needs lxml)

    sheet = sheet_of(sketches)
    return cut(vl_convert.vegalite_to_svg(filled(templates, sheet)), sheet, sketches)


def start() -> None:
    """Start Vega, which takes a third of a second: whoever calls early draws sooner later."""
    import vl_convert  # noqa: PLC0415 (slow to start)

    vl_convert.vegalite_to_svg({"layer": []})
