"""Fonts for one script get a space; texts of pictures are laid out as a whole."""

import io

import pytest
from fontTools.ttLib import TTFont
from unit.paper.read_back import opened
from unit.paper.test_press import FONTS, PAPER, html

from planpress.paper.letters import spaced
from planpress.paper.press import printed
from planpress.paper.system import printing_with

ARABIC = "assets/fonts/noto-sans-arabic.woff2"


def face(path):
    return f'@font-face{{font-family:"Letters";src:url("{path}") format("woff2")}}'


def test_a_font_without_a_space_gets_one():
    made = spaced(face(ARABIC), PAPER.files)[ARABIC]
    font = TTFont(io.BytesIO(made))
    before = TTFont(FONTS / "noto-sans-arabic.woff2")
    assert font.getBestCmap()[0x20] == font.getBestCmap()[0xA0] == "space"
    assert font["hmtx"]["space"][0] == 260
    assert len(font.getGlyphOrder()) == len(before.getGlyphOrder()) + 1
    assert font["hmtx"]["uni0627"] == before["hmtx"]["uni0627"]


def test_a_font_with_a_space_and_one_that_is_not_named_stay_as_they_are():
    assert spaced(face("assets/fonts/public-sans.woff2"), PAPER.files) == {}
    assert spaced(face("assets/fonts/gone.woff2"), PAPER.files) == {}
    assert spaced("", PAPER.files) == {}


@pytest.mark.skipif(printing_with() is None, reason="Pango is not installed")
def test_a_text_in_a_picture_is_one_piece():
    chart = (
        '<span class="chart wide" role="img" aria-label="x"><svg viewBox="0 0 90 40" '
        'xmlns="http://www.w3.org/2000/svg" font-family="Letters">'
        '<text transform="translate(5,20)">الهدف</text></svg></span>'
    )
    with opened(printed(PAPER, html(chart, style=face(ARABIC)))) as pdf:
        drawn = pdf.pages[0].Contents.read_bytes()
    picture = drawn[drawn.index(b"/Figure") :]
    assert picture[: picture.index(b"EMC")].count(b" Tm") == 1
