"""Sketches into drawings, each drawn once for ever: the only place that starts Altair."""

from functools import cache
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from planpress.chart.measure import FONTS
from planpress.chart.sketch import Sketch
from planpress.store import Store, digest

if TYPE_CHECKING:
    from collections.abc import Callable


def drawing(sketch: Sketch, kind: str, width: str, store: Store) -> str:
    """Return the inside of the SVG of a sketch, from the store if it was drawn before."""
    key = digest("drawing", kind, width, sketch.canonical(), _makers())
    kept = store.get(key)
    if kept is not None:
        return kept.decode()
    made = _renderer()(sketch)
    store.put(key, made.encode())
    return made


def whole(  # noqa: PLR0913 (each is a part of one picture)
    drawing: str, *, key: str, width: float, height: float, language: str, title: str, text: str
) -> str:
    """Return a drawing as a picture with a name and a description.

    `key` begins its ids and must be unique in a page. The direction is fixed: a drawing for readers
    from right to left is turned already, and each text in it keeps its own direction (see mirror).
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img" '
        f'lang="{escape(language)}" aria-labelledby="{key}-title" aria-describedby="{key}-desc" '
        f'direction="ltr" font-family="Public Sans, sans-serif">'
        f'<title id="{key}-title">{escape(title, quote=False)}</title>'
        f'<desc id="{key}-desc">{escape(text, quote=False)}</desc>{drawing}</svg>'
    )


@cache
def _makers() -> str:
    """Return a digest of all that can change a drawing: our code, the font, the libraries."""
    here = Path(__file__).parent
    code = sorted(here.glob("*.py")) + sorted(FONTS.glob("*.t*"))
    libraries = [f"{name} {version(name)}" for name in ("altair", "vl-convert-python")]
    return digest(*libraries, *(part for file in code for part in (file.name, file.read_bytes())))


@cache
def _renderer() -> "Callable[[Sketch], str]":
    """Import what draws, and let it know the font that text is measured with."""
    import vl_convert  # noqa: PLC0415 (slow to import, and not needed if nothing is to be drawn)

    from planpress.chart.spec import specification  # noqa: PLC0415
    from planpress.chart.svg import cleaned  # noqa: PLC0415

    vl_convert.register_font_directory(str(FONTS))
    return lambda sketch: cleaned(vl_convert.vegalite_to_svg(specification(sketch)), sketch.layers)
