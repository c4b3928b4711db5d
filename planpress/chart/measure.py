"""How wide a text is, so that labels can be placed before anything is drawn."""

import struct
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "font"
FAMILY = "Planpress Sans"


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line of text in pixels at a font size in pixels.

    Every digit counts as the widest one, as tabular figures do; a character that the font does
    not have counts as a capital.
    """
    advances = _advances("Bold" if bold else "Regular")
    return size * sum(advances.get(ord(letter), advances[ord("M")]) for letter in text)


def wrap(text: str, size: float, room: float) -> tuple[str, ...]:
    """Return the fewest lines that are at most `room` pixels wide, as even as words allow."""
    words = text.split(" ")
    lines = _fill(words, size, room)
    if len(lines) == 1:
        return lines
    tighter = room
    while tighter > room / 2:
        evener = _fill(words, size, tighter - 4)
        if len(evener) > len(lines):
            break
        lines, tighter = evener, tighter - 4
    return lines


def _fill(words: list[str], size: float, room: float) -> tuple[str, ...]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if text_width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


@cache
def _advances(style: str) -> dict[int, float]:
    """Read code point to advance width in em from a TrueType file (tables cmap, hhea, hmtx)."""
    font = (FONTS / f"PlanpressSans-{style}.ttf").read_bytes()
    (count,) = struct.unpack_from(">H", font, 4)
    at = {
        tag.decode(): offset
        for tag, offset in struct.iter_unpack(">4s4xI4x", font[12 : 12 + 16 * count])
    }
    (em,) = struct.unpack_from(">H", font, at["head"] + 18)
    (metrics,) = struct.unpack_from(">H", font, at["hhea"] + 34)
    widths = struct.unpack_from(">" + "H2x" * metrics, font, at["hmtx"])
    advances = {
        code: widths[min(glyph, metrics - 1)] / em for code, glyph in _glyphs(font, at["cmap"])
    }
    digits = range(ord("0"), ord("9") + 1)
    return advances | dict.fromkeys(digits, max(advances[code] for code in digits))


def _glyphs(font: bytes, cmap: int) -> list[tuple[int, int]]:
    """Return (code point, glyph) of the segments of a cmap table of format 4."""
    (first,) = struct.unpack_from(">I", font, cmap + 8)
    table = cmap + first
    (doubled,) = struct.unpack_from(">H", font, table + 6)
    columns = [
        struct.unpack_from(f">{doubled // 2}{kind}", font, table + 14 + skip + doubled * index)
        for index, (kind, skip) in enumerate((("H", 0), ("H", 2), ("h", 2), ("H", 2)))
    ]
    offsets = table + 16 + doubled * 3
    found = []
    for index, (end, start, delta, offset) in enumerate(zip(*columns, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                place = offsets + 2 * index + offset + 2 * (code - start)
                (glyph,) = struct.unpack_from(">H", font, place)
            found.append((code, (glyph + delta) & 0xFFFF))
    return found
