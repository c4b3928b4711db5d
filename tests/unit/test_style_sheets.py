"""Sides are named by the direction of reading, so that one sheet serves all languages."""

import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).resolve().parents[2] / "assets"
SHEETS = sorted(ASSETS.rglob("*.css"))

SIDE = re.compile(
    r"(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b"
    r"|(?<![\w-])(?:left|right)\s*:"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)\b"
)
FOUR = re.compile(r"(?<![\w-])(?:margin|padding|inset|border-width)\s*:\s*([^;{}]+)")


def sided(css: str) -> list[str]:
    """Return what names the left or the right, or gives them different sizes."""
    plain = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    found = [match[0] for match in SIDE.finditer(plain)]
    for match in FOUR.finditer(plain):
        sizes = re.findall(r"[^\s()]+(?:\([^()]*\))?", match[1])
        if len(sizes) == 4 and sizes[1] != sizes[3]:
            found.append(match[0])
    return found


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_sheet_names_left_or_right(sheet):
    assert sided(sheet.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "css",
    [
        "a{margin-left:1em}",
        "a{left:0}",
        "a{text-align:right}",
        "a{padding:1em 2em 1em 3em}",
        "a{border-top-left-radius:2px}",
        "a{float: left}",
    ],
)
def test_a_named_side_is_found(css):
    assert len(sided(css)) == 1


@pytest.mark.parametrize(
    "css", ["a{padding:1em 2em 1em 2em}", "a{text-align:start}", "a{padding:.3em}", "/*left:0*/"]
)
def test_what_turns_with_the_page_is_not(css):
    assert sided(css) == []


def test_letters_that_join_are_not_pulled_apart():
    style = (ASSETS / "style.css").read_text("utf-8")
    spaced = re.findall(r"([^{}]+)\{[^}]*letter-spacing:(?!0)", style)
    assert [selector.strip() for selector in spaced] == ["h1"]
    assert "[dir=rtl],[dir=rtl] h1{letter-spacing:0}" in style
    for sheet in SHEETS:
        assert not re.search(r"text-transform|font-style:italic", sheet.read_text("utf-8"))
