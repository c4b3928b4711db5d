"""Sketches into drawings: each is drawn once for ever, and once for all languages."""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import chain

from planpress.chart.sheet import PLACE, Templates
from planpress.chart.sketch import Sketch
from planpress.chart.vega import drawn
from planpress.makers import makers
from planpress.store import Store, digest
from planpress.workers.share import Workers

AT_ONCE = 250
"""So many sketches are drawn together; to start Vega takes longer than to draw them."""
_SECONDS = 0.3
"""What that takes."""


def drawings(sketches: Sequence[Sketch], store: Store, workers: Workers) -> list[str]:
    """Return the inside of the SVG of each sketch, from the store if it was drawn before.

    Sketches that differ in nothing but words are one drawing.
    """
    keys = [digest("drawing", sketch.outline(), makers()) for sketch in sketches]
    store.fetch(keys)
    kept = {key: store.get(key) for key in keys}
    missing = {key: sketch for key, sketch in zip(keys, sketches, strict=True) if kept[key] is None}
    for key, drawing in _drawn(missing, store, workers).items():
        kept[key] = drawing.encode()
        store.put(key, drawing.encode())
    return [
        _worded((kept[key] or b"").decode(), sketch)
        for key, sketch in zip(keys, sketches, strict=True)
    ]


def _drawn(missing: Mapping[str, Sketch], store: Store, workers: Workers) -> dict[str, str]:
    if not missing:
        return {}
    parts, sketches = _templates(store), tuple(missing.values())
    sheets = [sketches[start : start + AT_ONCE] for start in range(0, len(sketches), AT_ONCE)]
    found = workers.share(drawn, sheets, parts, cost=_SECONDS)
    return dict(zip(missing, chain.from_iterable(found), strict=True))


def _templates(store: Store) -> Templates:
    """Return the templates, made by Altair once for ever."""

    def make() -> Templates:
        from planpress.chart.spec import templates  # noqa: PLC0415 (Altair is slow to import)

        return templates()

    return store.recalled(digest("chart-templates", makers()), make)


def _worded(drawing: str, sketch: Sketch) -> str:
    """Return the drawing of a sketch with its words where they belong."""
    first, *more = drawing.split(PLACE)
    words = (escape(word, quote=False) for word in sketch.words())
    return first + "".join(map("".join, zip(words, more, strict=True)))
