"""What is too faint in a picture is found; see test_every_page.py for the pages."""

import pytest
from browser.contrast import faint

pytestmark = pytest.mark.browser


def shown(chromium, markup, **context):
    return chromium.found(faint, f"<body style='background: #fff'>{markup}", **context)


def picture(inside):
    return f'<svg viewBox="0 0 200 100" width="200" height="100">{inside}</svg>'


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ('<text x="9" y="50" fill="#888">Pale</text>', "#888888 on #ffffff is 3.54:1, under 4.5:1"),
        ('<text x="9" y="50" fill="none">Pale</text>', "text svg has no color"),
        ('<text x="9" y="50" opacity=".4">Pale</text>', "text svg #999999 on #ffffff"),
        ('<line x2="99" y2="99" stroke="#bbb"/>', "line svg #bbbbbb on #ffffff"),
        ('<path d="M0 0L99 99" stroke="#bbb" fill="none"/>', "path svg #bbbbbb on #ffffff"),
        ('<g class="series"><circle r="9" fill="#ccc"/></g>', "circle .series #cccccc on #ffffff"),
        (
            '<rect width="200" height="99" fill="#222"/><text x="9" y="50" fill="#333">Dark</text>',
            "text svg #333333 on #222222",
        ),
        (
            '<text x="9" y="50" fill="#000" stroke="#111" paint-order="stroke">Halo</text>',
            "text svg #000000 on #111111",
        ),
        ('<g class="grid"><path d="M0 0L99 99" stroke="#eee" fill="none"/></g>', None),
        ('<text x="9" y="50" fill="#888" font-size="25">Large</text>', None),
        ('<text x="9" y="50" fill="#000">Dark</text>', None),
    ],
)
def test_a_planted_fault_is_found(chromium, inside, said):
    found = shown(chromium, picture(inside))
    if said is None:
        assert found == []
    else:
        assert len(found) == 1
        assert said in found[0]


def test_a_letter_on_a_shape_is_measured_against_the_shape(chromium):
    shape = picture('<circle cx="50" cy="50" r="50" fill="#444"/>')
    letter = '<b style="position: absolute; left: 40px; top: 40px; color: #555">R</b>'
    found = shown(chromium, f'<div style="position: relative">{shape}{letter}</div>')
    assert len(found) == 1
    assert ": b svg #555555 on #444444" in found[0]
