"""Fonts as they are laid out with: each has a space of its own."""

import io
import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

_NAMED = re.compile(r'url\("(assets/fonts/[^"]+\.woff2)"\)')
_SPACES = (0x20, 0xA0)
_PLACED = {"x", "y", "dx", "dy", "rotate", "letter-spacing", "textLength"}
"""What places the letters of a text one by one."""
_WIDTH = 0.26
"""Of a space, in ems."""


def spaced(text: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the fonts named in a style sheet that have no space, with one.

    A font for the letters of one script may leave it out: a browser takes it from the font before.
    Pango stays with the font of the letters, and would draw a space that is not there.
    """
    return {
        path: made
        for path in dict.fromkeys(_NAMED.findall(text))
        if path in files and (made := _with_space(files[path]))
    }


def _with_space(content: bytes) -> bytes | None:
    """Return a font with a space; None where it has one."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 (it comes with WeasyPrint)
    from fontTools.ttLib.tables._g_l_y_f import Glyph  # noqa: PLC0415

    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    if _SPACES[0] in font.getBestCmap():
        return None
    font.ensureDecompiled()
    order = [*font.getGlyphOrder(), "space"]
    glyphs = font["glyf"]
    glyphs["space"] = Glyph()
    font.setGlyphOrder(order)
    glyphs.glyphOrder = order
    font["hmtx"]["space"] = (round(_WIDTH * font["head"].unitsPerEm), 0)
    if "gvar" in font:
        font["gvar"].variations["space"] = []
    if "HVAR" in font:
        del font["HVAR"]  # the widths are in gvar, too
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(dict.fromkeys(_SPACES, "space"))
    font.flavor = None
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


class _Whole(str):
    """A text that is one piece, even to whoever asks for its letters one by one."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        yield str(self)


def join_letters() -> None:
    """Let WeasyPrint lay out the texts of pictures as a whole, and no longer letter by letter.

    Arabic letters would stand apart, in the wrong order; others without their kerning.
    """
    from weasyprint import svg  # noqa: PLC0415

    if isinstance(svg.text, partial):
        return
    whole = partial(_drawn_whole, svg.text)
    for tag, draw in svg.TAGS.items():
        if draw is svg.text:
            svg.TAGS[tag] = whole
    svg.text = whole


def _drawn_whole(draw: Any, picture: Any, node: Any, size: float) -> None:
    if node.text and not node.attrib.keys() & _PLACED:
        node._etree_node.text = _Whole(node.text)  # noqa: SLF001 (there is no other way)
    draw(picture, node, size)
