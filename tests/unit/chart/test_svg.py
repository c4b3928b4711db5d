import pytest

from planpress.chart.sketch import Layer, Mark
from planpress.chart.svg import cleaned

ROWS = ({"x": 0, "y": 1, "tip": "A & B"}, {"x": 1, "y": 2, "tip": ""})
VEGA = (
    '<svg xmlns="http://www.w3.org/2000/svg"><g><path class="background" d="M0,0"/>'
    '<g class="mark-symbol role-mark layer0_marks" role="graphics-object">'
    '<path aria-label="A" role="x" transform="translate(1.23456,2)" d="M0,0" fill="#ffffff"/>'
    '<path transform="translate(3,4.50001)" d="M0,0" fill="#ffffff"/></g></g></svg>'
)


def test_only_the_marks_are_kept_and_shared_attributes_stand_once() -> None:
    assert cleaned(VEGA, (Layer("point", Mark.POINT, ROWS),)) == (
        '<g class="point" fill="#ffffff">'
        '<path transform="translate(1.23,2)" d="M0,0"><title>A &amp; B</title></path>'
        '<path transform="translate(3,4.5)" d="M0,0"/></g>'
    )


def test_a_lost_mark_is_an_error() -> None:
    with pytest.raises(ValueError, match="drawn as 2 marks"):
        cleaned(VEGA, (Layer("point", Mark.POINT, ROWS[:1]),))


def test_a_reference_by_id_is_an_error() -> None:
    with pytest.raises(ValueError, match="by id"):
        cleaned(VEGA.replace("#ffffff", "url(#a)"), (Layer("point", Mark.POINT, ROWS),))
