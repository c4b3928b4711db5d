"""How wide a text is, so that labels can be placed before anything is drawn."""

import struct
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import category, east_asian_width

from planpress.store import digest

FONTS = Path(__file__).parent / "font"


@lru_cache(10_000)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line of text in pixels at a font size in pixels.

    Every digit counts as the widest one, as tabular figures do. Arabic letters count as the forms
    that they take beside one another. A character that none of our fonts has counts as a capital,
    or as a square where it is a wide one of East Asia.
    """
    advances = _advances("Bold" if bold else "Regular")
    try:
        return size * sum(map(advances.__getitem__, map(ord, text)))
    except KeyError:
        return size * sum(_beyond(letter, advances, bold=bold) for letter in _joined(text))


def _joined(text: str) -> str:
    if text.isascii() or not any("\u0600" <= letter <= "\u06ff" for letter in text):
        return text
    from planpress.chart.shaping import shaped  # noqa: PLC0415 (most plans have no Arabic)

    return shaped(text)


def _beyond(letter: str, advances: dict[int, float], *, bold: bool) -> float:
    """Return the width in em of a character that may not be in the font of charts itself."""
    if ord(letter) in advances:
        return advances[ord(letter)]
    if letter in _others():
        return _others()[letter][bold]
    if category(letter) in ("Mn", "Cf"):
        return 0
    return 1 if east_asian_width(letter) in ("W", "F") else advances[ord("M")]


@cache
def _others() -> dict[str, tuple[float, float]]:
    """Return the widths in em, regular and bold, of the letters in our other fonts."""
    lines = (FONTS / "widths.tsv").read_text("ascii").splitlines()
    rows = (line.split("\t") for line in lines)
    return {chr(int(code, 16)): (int(plain) / 1000, int(bold) / 1000) for code, plain, bold in rows}


@cache
def fonts() -> str:
    """Return a digest of what widths are read from."""
    files = sorted(FONTS.glob("*.t*"))
    return digest(*(part for file in files for part in (file.name, file.read_bytes())))


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
def letters_of(family: str) -> frozenset[str]:
    """Return the letters that one of our fonts has: Sans, or Cards."""
    font, at = _opened(FONTS / f"Planpress{family}-Regular.ttf")
    return frozenset(chr(code) for code, _ in _glyphs(font, at["cmap"]))


@cache
def _advances(style: str) -> dict[int, float]:
    """Read code point to advance width in em from a TrueType file (tables cmap, hhea, hmtx)."""
    font, at = _opened(FONTS / f"PlanpressSans-{style}.ttf")
    (em,) = struct.unpack_from(">H", font, at["head"] + 18)
    (metrics,) = struct.unpack_from(">H", font, at["hhea"] + 34)
    widths = struct.unpack_from(">" + "H2x" * metrics, font, at["hmtx"])
    advances = {
        code: widths[min(glyph, metrics - 1)] / em for code, glyph in _glyphs(font, at["cmap"])
    }
    digits = range(ord("0"), ord("9") + 1)
    return advances | dict.fromkeys(digits, max(advances[code] for code in digits))


def _opened(file: Path) -> tuple[bytes, dict[str, int]]:
    """Return a TrueType file, and where each of its tables begins."""
    font = file.read_bytes()
    (count,) = struct.unpack_from(">H", font, 4)
    tables = struct.iter_unpack(">4s4xI4x", font[12 : 12 + 16 * count])
    return font, {tag.decode(): offset for tag, offset in tables}


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
