"""How each role looks where no style sheet says otherwise: on white paper."""

from collections.abc import Mapping
from typing import Any

from planpress.model.rating import Rating

INK, MUTED, LINE, PAPER, ACCENT, CONTEXT = (
    "#1b1b1b",
    "#565c65",
    "#dfe1e2",
    "#ffffff",
    "#1a4480",
    "#8d9297",
)
TEXT = 14.0
"""Size of every text in pixels; nothing in a chart is smaller than this."""

RATINGS: Mapping[Rating, tuple[str, str]] = {
    Rating.R: ("diamond", "#7A0C12"),
    Rating.AR: ("triangle-up", "#C2500A"),
    Rating.AG: ("square", "#1F74C4"),
    Rating.G: ("circle", "#14584B"),
}
"""Shape and colour of the four ratings."""

_STYLES: Mapping[str, Mapping[str, Any]] = {
    "grid": {"stroke": LINE, "strokeWidth": 1},
    "zero": {"stroke": MUTED, "strokeWidth": 1},
    "break": {"stroke": MUTED, "strokeWidth": 1},
    "interval": {"stroke": ACCENT, "strokeWidth": 1},
    "stem": {"stroke": CONTEXT, "strokeWidth": 2},
    "overall": {"stroke": INK, "strokeWidth": 1.5},
    "trajectory": {"stroke": MUTED, "strokeWidth": 2, "strokeDash": [3, 4]},
    "series": {"stroke": ACCENT, "strokeWidth": 2.5, "strokeJoin": "round", "strokeCap": "round"},
    "point": {"fill": ACCENT, "stroke": PAPER, "strokeWidth": 1, "size": 60},
    "open": {"fill": PAPER, "stroke": ACCENT, "strokeWidth": 2, "size": 60},
    "start": {"fill": PAPER, "stroke": MUTED, "strokeWidth": 2, "size": 60},
    "baseline": {"fill": MUTED, "stroke": PAPER, "strokeWidth": 1, "size": 70},
    "target": {"fill": PAPER, "stroke": INK, "strokeWidth": 2.5, "size": 130},
    "latest": {"fill": INK, "stroke": PAPER, "strokeWidth": 1.5, "size": 110},
    "context": {"fill": CONTEXT},
    "own": {"fill": ACCENT},
    "label": {"fill": INK},
    "value": {"fill": INK, "fontWeight": 700},
    "muted": {"fill": MUTED},
    "axis": {"fill": MUTED},
}


def style_of(role: str) -> dict[str, Any]:
    """Return the mark properties of a role; the first of its classes decides.

    `rating-R` to `rating-G` add the shape and the colour, `large` is for dot plots, `tiny` for
    sparklines.
    """
    name, *more = role.split(" ")
    style = dict(_STYLES[name])
    for rating, (shape, colour) in RATINGS.items():
        if f"rating-{rating}" in more:
            size = style["size"] * (1.35 if shape in ("diamond", "triangle-up") else 1)
            style |= {"shape": shape, "fill": colour, "size": size}
    if "large" in more:
        style["size"] *= 1.8
    if "tiny" in more:
        style |= {"strokeWidth": 1.75} if name == "series" else {"size": style["size"] * 0.6}
    return style
