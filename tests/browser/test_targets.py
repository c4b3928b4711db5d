"""What is too small to be pressed is found, and what has room or stands in a sentence is not."""

import pytest
from browser.launching import SMALL_PHONE
from browser.targets import small

pytestmark = pytest.mark.browser

LOW = "<style>a { display: inline-block; font: 12px/14px serif }</style>"
A, B = '<a href="#a">First</a>', '<a href="#b">Second</a>'


def shown(chromium, markup):
    return chromium.found(small, f"<body>{LOW}{markup}", viewport=SMALL_PHONE)


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (f"{A}<br>{B}", "a “First” is"),
        (f"{A}<br>{B}", "too near to “Second”"),
        ('<button style="width: 9px; height: 9px; padding: 0">x</button>' * 2, "9.0 by 9.0 pixels"),
        (f"<label>{A}<input type=checkbox style='margin: 0'></label>", "input “"),
    ],
)
def test_a_planted_fault_is_found(chromium, markup, said):
    found = shown(chromium, markup)
    assert any(said in line for line in found), found


@pytest.mark.parametrize(
    "markup",
    [
        f'{A}<p style="margin: 30px"></p>{B}',
        f'<p>See <a href="#c" style="display: inline">here</a> and {B}.</p>',
        f"{A.replace('<a', '<a style=padding:9px')}<br>{B.replace('<a', '<a style=padding:9px')}",
        f'<details><summary style="padding: 9px">Closed</summary>{A}<br>{B}</details>',
    ],
)
def test_what_can_be_pressed_is_not(chromium, markup):
    assert shown(chromium, markup) == []
