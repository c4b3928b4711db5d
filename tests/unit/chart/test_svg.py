import pytest

from planpress.chart.sheet import Sheet, sheet_of
from planpress.chart.sketch import Frame, Layer, Mark, Sketch
from planpress.chart.svg import cut

FRAME = Frame(width=9, height=9, left=0, right=9, top=0, bottom=9, x=(0.0, 9.0), y=(0.0, 9.0))
ROWS = ({"x": 0, "y": 1, "tip": "A & B"}, {"x": 1, "y": 2, "tip": ""})
LABEL = Layer("label", Mark.TEXT, ({"x": 0, "y": 1, "text": "A"},))
VEGA = (
    '<svg xmlns="http://www.w3.org/2000/svg"><g><path class="background" d="M0,0"/>'
    '<g class="mark-symbol role-mark layer0_marks" role="graphics-object">'
    '<path aria-label="A" role="x" transform="translate(1.23456,2)" d="M0,0" fill="#ffffff"/>'
    '<path transform="translate(3,4.50001)" d="M0,0" fill="#ffffff"/></g></g></svg>'
)


def _sheet(*layers: Layer) -> tuple[Sheet, list[Sketch]]:
    sketches = [Sketch(frame=FRAME, layers=(layer,)) for layer in layers]
    return sheet_of(sketches), sketches


def test_only_the_marks_are_kept_and_shared_attributes_stand_once() -> None:
    (drawing,) = cut(VEGA, *_sheet(Layer("point", Mark.POINT, ROWS)))
    assert drawing == (
        '<g class="point" fill="#ffffff">'
        '<path transform="translate(1.23,2)" d="M0,0"><title>\0</title></path>'
        '<path transform="translate(3,4.5)" d="M0,0"/></g>'
    )


def test_each_sketch_gets_its_own_marks_in_order() -> None:
    one, other = Layer("point", Mark.POINT, ROWS[:1]), Layer("point", Mark.POINT, ROWS[1:])
    first, second = cut(VEGA, *_sheet(one, other))
    assert "translate(1.23,2)" in first
    assert "translate(3,4.5)" in second


def test_a_text_has_a_place_for_its_words() -> None:
    vega = VEGA.replace("<path t", "<text t").replace('d="M0,0" fill="#ffffff"/></g>', "/></g>", 1)
    label = Layer("label", Mark.TEXT, (*LABEL.rows, {"x": 0, "y": 1, "text": "B"}))
    (drawing,) = cut(vega, *_sheet(label))
    assert drawing.count("\0") == 2
    assert ">\0</text></g>" in drawing


def test_a_lost_mark_is_an_error() -> None:
    with pytest.raises(ValueError, match="drawn as 2 marks"):
        cut(VEGA, *_sheet(Layer("point", Mark.POINT, (*ROWS, *ROWS))))
    with pytest.raises(ValueError, match="more marks"):
        cut(VEGA, *_sheet(Layer("point", Mark.POINT, ROWS[:1])))


def test_a_reference_by_id_is_an_error() -> None:
    with pytest.raises(ValueError, match="by id"):
        cut(VEGA.replace("#ffffff", "url(#a)"), *_sheet(Layer("point", Mark.POINT, ROWS)))
