"""The picture of a page, shown where its address is passed on: laid out as SVG, drawn as PNG.

Every letter comes from a font of ours, so that the same card is the same bytes on every machine.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from typing import Any, NamedTuple
from unicodedata import category, normalize

from planpress.chart.measure import FONTS, fonts, letters_of, text_width, wrap
from planpress.chart.style import ACCENT, INK, MUTED, PAPER, RATINGS
from planpress.makers import makers
from planpress.model.card import SIZE, Card, Mark
from planpress.model.rating import Rating
from planpress.store import Store, digest
from planpress.workers.share import Workers

_EDGE, _WIDTH, _HEIGHT = 80, *SIZE
_ROOM = _WIDTH - 2 * _EDGE


class _Type(NamedTuple):
    size: int
    bold: bool = False

    def width(self, text: str) -> float:
        return text_width(text, self.size, bold=self.bold)


_TITLES = ((_Type(76, bold=True), 2), (_Type(64, bold=True), 3), (_Type(52, bold=True), 3))
_LONGEST = (_Type(42, bold=True), 4)
"""Sizes of a title, and how many lines of each there is room for; the first that fits."""
_NAME, _PLAN, _WORD, _LINE = _Type(30, bold=True), _Type(30), _Type(34, bold=True), _Type(34)
_NOTE = _Type(23)
_TINTS = {
    Rating.R: ("#fbe9ea", "#7a0c12"),
    Rating.AR: ("#fdf0e6", "#8a3a06"),
    Rating.AG: ("#e8f2fc", "#15518a"),
    Rating.G: ("#e5f2ef", "#14584b"),
}
"""The colours of a chip and of its words, as in assets/style.css."""
_WASH = "#f5f6f7"
_SHAPES = {
    Rating.R: '<path d="M12 1 23 12 12 23 1 12Z"/>',
    Rating.AR: '<path d="M12 2 23.5 22H.5Z"/>',
    Rating.AG: '<path d="M2 2h20v20H2Z"/>',
    Rating.G: '<circle cx="12" cy="12" r="11"/>',
}
"""The shapes of templates/parts/shapes.html."""
_OPEN = f'<circle cx="12" cy="12" r="10" fill="none" stroke="{MUTED}" stroke-width="2"/>'
_ICON = (
    f'<rect width="32" height="32" rx="6" fill="{ACCENT}"/>'
    '<path d="M6 24 13 16l5 4 8-11" fill="none" stroke="#fff" stroke-width="3" '
    'stroke-linecap="round" stroke-linejoin="round"/><circle cx="26" cy="9" r="3" fill="#fff"/>'
)
"""The sign of the site, as in assets/icon.svg."""
_COUNT = re.compile(r"(?<=\d) ")
"""Where a line would part a number from what it counts."""
_SECONDS = 0.017
_SPARK = (360, 84, 120)
"""Width and height of the line in the picture, and the width that it was drawn with."""


def cards(found: Sequence[Card], store: Store, workers: Workers) -> list[bytes]:
    """Return cards as PNG images, from the store if they were drawn before."""
    beginning = digest("card", fonts(), makers())
    drawings = [svg(card) for card in found]
    keys = [digest(beginning, drawing) for drawing in drawings]
    store.fetch(keys)
    kept = {key: store.get(key) for key in keys}
    missing = {key: one for key, one in zip(keys, drawings, strict=True) if kept[key] is None}
    drawn = workers.share(_png, list(missing.values()), cost=_SECONDS)
    for key, png in zip(missing, drawn, strict=True):
        kept[key] = png
        store.put(key, png)
    return [kept[key] or b"" for key in keys]


def _png(drawing: str) -> bytes:
    return bytes(_vega().svg_to_png(drawing))


@cache
def _vega() -> Any:
    import vl_convert  # noqa: PLC0415 (slow to start, and not needed if nothing is to be drawn)

    vl_convert.register_font_directory(str(FONTS))
    return vl_convert


def svg(card: Card) -> str:
    """Return a card as an SVG of SIZE, which asks for no font but ours."""
    sheet = _Sheet(card.direction == "rtl")
    room = _ROOM - (_SPARK[0] + 40 if card.spark else 0)
    lines = wrap(_COUNT.sub("\u00a0", card.line), _LINE.size, room)[:2] if card.line else ()
    top = (456 if len(lines) < 2 else 414) if card.marks else 560 - 48 * len(lines)
    parts = (
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="{PAPER}"/>',
        *_head(sheet, card),
        *_title(sheet, card.title, top),
        *(_chip(sheet, card.marks[0], card.word, top) if card.word else ()),
        *(() if card.word else _units(sheet, card.marks, top)),
        *(
            sheet.text(_fit(one, _LINE, room), _LINE, MUTED, _EDGE, 566 - 46 * above)
            for above, one in enumerate(reversed(lines))
        ),
        _spark(sheet, card.spark) if card.spark else "",
        *(_notice(sheet, card.notice) if card.notice else ()),
    )
    box = f'width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} font-family="Planpress Cards">'
        f"{''.join(parts)}</svg>"
    )


class _Sheet(NamedTuple):
    """Where things begin: at the left, or at the right where readers begin there."""

    rtl: bool

    def text(self, said: str, look: _Type, colour: str, x: float, y: float) -> str:
        """Return a text without the letters that no font of ours has.

        The library knows no direction but from left to right: a text in the other is embedded in
        its signs (Unicode Bidirectional Algorithm, 2.1).
        """
        words = escape("".join(filter(_known, normalize("NFC", said))), quote=False)
        bold = ' font-weight="700"' if look.bold else ""
        place = f'x="{_WIDTH - x:g}" text-anchor="end"' if self.rtl else f'x="{x:g}"'
        inside = f"\u202b{words}\u202c" if self.rtl else words
        return (
            f'<text {place} y="{y:g}" font-size="{look.size}"{bold} fill="{colour}">{inside}</text>'
        )

    def left(self, x: float, width: float) -> float:
        """Return the left side of what begins at `x`."""
        return _WIDTH - x - width if self.rtl else x

    def shape(self, inside: str, x: float, y: float, size: float, box: int = 24) -> str:
        """Return a shape of so many pixels; it was drawn in a box of `box`."""
        return _moved(inside, self.left(x, size), y, size / box)


def _known(letter: str) -> bool:
    """Tell whether a font of ours has a letter, or it is a sign that is not seen."""
    return letter in letters_of("Cards") or category(letter) == "Cf"


def _moved(inside: str, x: float, y: float, scale: float) -> str:
    return f'<g transform="translate({x:g} {y:g}) scale({scale:.4g})">{inside}</g>'


def _head(sheet: _Sheet, card: Card) -> Iterator[str]:
    yield f'<rect width="{_WIDTH}" height="12" fill="{ACCENT}"/>'
    yield sheet.shape(_ICON, _EDGE, 64, 72, 32)
    beside = _EDGE + 92
    for text, look, colour, y in (
        (card.organisation, _NAME, INK, 93),
        (card.plan, _PLAN, MUTED, 132),
    ):
        yield sheet.text(_fit(text, look, _ROOM - 92), look, colour, beside, y)


def _notice(sheet: _Sheet, text: str) -> Iterator[str]:
    yield sheet.text(_fit(text, _NOTE, _ROOM), _NOTE, MUTED, _EDGE, 610)


def _fit(text: str, look: _Type, room: float) -> str:
    """Return a text that fits on one line, cut after a word if it must be."""
    words = text.split(" ")
    while len(words) > 1 and look.width(text) > room:
        words.pop()
        text = " ".join(words) + "…"
    return text


def _title(sheet: _Sheet, title: str, below: float) -> Iterator[str]:
    for look, most in (*_TITLES, _LONGEST):
        lines = wrap(title, look.size * 1.04, _ROOM)
        if len(lines) <= most and all(look.width(one) <= _ROOM for one in lines):
            break
    lines = (*lines[: most - 1], " ".join(lines[most - 1 :])) if len(lines) > most else lines
    top = (164 + below - len(lines) * look.size * 1.15) / 2
    for at, one in enumerate(lines):
        y = top + look.size * (0.9 + 1.15 * at)
        yield sheet.text(_fit(one, look, _ROOM), look, INK, _EDGE, y)


def _chip(sheet: _Sheet, mark: Mark, word: str, top: float) -> Iterator[str]:
    rating, _ = mark
    tint, ink = _TINTS[rating] if rating else (_WASH, MUTED)
    letters = rating.value if rating else ""
    second = _EDGE + 66 + (_WORD.width(letters) + 14 if letters else 0)
    width = round(second - _EDGE + _WORD.width(word) + 24)
    left = sheet.left(_EDGE, width)
    yield f'<rect x="{left:g}" y="{top:g}" width="{width}" height="58" fill="{tint}"/>'
    yield sheet.shape(_shape(rating), _EDGE + 20, top + 13, 32)
    yield sheet.text(letters, _WORD, ink, _EDGE + 66, top + 41) if letters else ""
    yield sheet.text(word, _WORD, ink, second, top + 41)


def _shape(rating: Rating | None) -> str:
    return f'<g fill="{RATINGS[rating][1]}">{_SHAPES[rating]}</g>' if rating else _OPEN


def _units(sheet: _Sheet, marks: Sequence[Mark], top: float) -> Iterable[str]:
    """Yield a shape for each measure, in a row."""
    step = min(64, _ROOM // max(1, len(marks)))
    size = step - 12 if step > 24 else step
    for at, (rating, _) in enumerate(marks):
        yield sheet.shape(_shape(rating), _EDGE + at * step, top + 54 - size, size)


def _spark(sheet: _Sheet, drawn: str) -> str:
    width, _, before = _SPARK
    return _moved(drawn, sheet.left(_WIDTH - _EDGE - width, width), 480, width / before)
