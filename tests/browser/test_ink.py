"""What only a color tells apart is found; ratings look unlike in one ink."""

import pytest
from browser.ink import colour_alone, in_one_ink, picture

pytestmark = pytest.mark.browser


def test_every_rating_looks_unlike_the_others_in_one_ink(chromium, states):
    looks = {}
    with chromium.page() as page:
        for path in ("index.html", "on-track/index.html"):
            page.goto(states.address(path))
            in_one_ink(page)
            for chip in page.locator("main .chip[data-rating]:visible").all():
                looks.setdefault(chip.get_attribute("data-rating"), picture(chip))
    assert set(looks) == {"R", "AR", "AG", "G"}
    assert len(set(looks.values())) == 4


def shown(chromium, markup):
    return chromium.found(colour_alone, f"<body style='background: #fff'>{markup}")


def chip(rating, shape, word=""):
    return f'<p><b data-rating="{rating}"><svg width="9" height="9">{shape}</svg>{word}</b></p>'


def chart(inside):
    svg = f'<svg width="300" height="90">{inside}</svg>'
    return f'<figure id="f"><div class="picture">{svg}</div></figure>'


CIRCLE, SQUARE = '<circle r="9"/>', '<path d="M0 0h9v9z"/>'
LINE = '<g class="{0}" stroke="{1}" fill="none"><path d="M0 {2}L200 {2}" {3}/></g>'
ONE, TWO = LINE.format("one", "#00f", 20, ""), LINE.format("two", "#f00", 60, "")
DASHED = LINE.format("two", "#f00", 60, 'stroke-dasharray="3,4"')


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (chip("R", CIRCLE, "R") + chip("G", CIRCLE, "G"), "one shape stands for the ratings G, R"),
        (chip("R", ""), "the rating R has neither a word nor a shape"),
        (
            '<p><svg data-rating="R" width="9"><path d="M0 0h9"/></svg></p>',
            "the shape of the rating R has no word beside it",
        ),
        (chart(ONE + TWO), "“one” and “two” differ by color alone"),
    ],
)
def test_a_planted_fault_is_found(chromium, markup, said):
    found = shown(chromium, markup)
    assert any(said in line for line in found), found


@pytest.mark.parametrize(
    "markup",
    [
        chip("R", CIRCLE, "R") + chip("G", SQUARE, "G"),
        chart(ONE + DASHED),
        chart(ONE + TWO + '<text class="label" x="205" y="64">Two</text>'),
    ],
)
def test_what_is_told_apart_is_not(chromium, markup):
    assert shown(chromium, markup) == []
