"""The letters of the languages that families read, in the fonts that stand here."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from planpress.chart.measure import FONTS as MEASURED

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
SHEETS = sorted(FONTS.glob("*.css"))
FACE = re.compile(r'@font-face\{[^}]*url\("([^"]+)"\)[^}]*unicode-range:([^}]+)\}')

VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)
ALPHABETS = {
    "latin.css": [
        VIETNAMESE,
        VIETNAMESE.upper(),
        "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
        "čďěňřšťůž",
        "ğışİ",
        "āēīōū",
    ],
    "arabic.css": [
        "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
        "،؛؟٪ـ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652",
        "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
        "پچژکگیٹڈڑںھہے",
    ],
}


@cache
def font(name):
    return TTFont(BytesIO((FONTS / name).read_bytes()))


def codes(ranges):
    for part in ranges.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def promised(sheet):
    """Return the letters that a sheet promises, and the font that it promises each in."""
    faces = FACE.findall(sheet.read_text("utf-8"))
    return {code: name for name, ranges in faces for code in codes(ranges)}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_font_has_every_letter_that_its_sheet_promises(sheet):
    glyphs = {name: font(name).getBestCmap() for name in set(promised(sheet).values())}
    lacking = [
        f"U+{code:04X}" for code, name in promised(sheet).items() if code not in glyphs[name]
    ]
    assert lacking == []


@pytest.mark.parametrize("sheet", ALPHABETS)
def test_every_letter_of_the_alphabets_is_in_a_font(sheet):
    ours = set(font("public-sans.woff2").getBestCmap())
    known = ours | set(promised(FONTS / sheet))
    for alphabet in ALPHABETS[sheet]:
        assert [letter for letter in alphabet if ord(letter) not in known] == []


def test_all_weights_of_the_pages_are_in_every_font():
    for file in FONTS.glob("*.woff2"):
        (weight,) = font(file.name)["fvar"].axes
        assert (weight.axisTag, weight.minValue, weight.maxValue) == ("wght", 400, 700), file.name


def test_arabic_letters_know_their_places():
    table = font("noto-sans-arabic.woff2")["GSUB"].table
    known = {one.FeatureTag for one in table.FeatureList.FeatureRecord}
    assert {"init", "medi", "fina", "rlig"} <= known


def test_fonts_are_light_and_come_with_their_licences():
    sizes = {file.name: file.stat().st_size for file in FONTS.glob("*.woff2")}
    assert sum(sizes.values()) < 100_000, sizes
    assert max(sizes.values()) < 40_000, sizes
    for licence in ("OFL.txt", "OFL-noto-sans-arabic.txt"):
        assert "SIL Open Font License, Version 1.1" in (FONTS / licence).read_text("utf-8")


def test_text_is_measured_as_wide_as_the_fonts_are():
    rows = (line.split("\t") for line in (MEASURED / "widths.tsv").read_text("ascii").splitlines())
    measured = {int(code, 16): int(plain) for code, plain, _ in rows}
    for sheet in SHEETS:
        for code, name in promised(sheet).items():
            width = font(name)["hmtx"][font(name).getBestCmap()[code]][0]
            width *= 1000 / font(name)["head"].unitsPerEm
            if width and code in measured:
                assert measured[code] == pytest.approx(width, abs=0.51), f"U+{code:04X}"
