"""Words in boxes."""

import pytest

from planpress.chart.boxes import SIZE, block, box, filled, height, line
from planpress.chart.measure import text_width
from planpress.model.words import Said


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", ["many small words in a row " * 3, "x" * 99, "a " + "W" * 40, ""])
def test_no_line_is_wider_than_its_room(text: str, bold: bool) -> None:  # noqa: FBT001
    found = block(Said(text, "en"), 100, "en", bold=bold)
    assert all(text_width(one, SIZE, bold=bold) <= 100 for one in found.lines)
    assert "".join(found.lines).replace(" ", "") == text.replace(" ", "")


def test_bold_words_need_more_room() -> None:
    text = "illustrative measures"
    room = text_width(text, SIZE)
    assert len(block(Said(text, "en"), room, "en").lines) == 1
    assert len(block(Said(text, "en"), room, "en", bold=True).lines) == 2


def test_only_another_language_is_marked() -> None:
    assert ' lang="es"' in block(Said("hola", "es"), 99, "en").at(0, 0)
    assert "lang" not in block(Said("hi", "en"), 99, "en").at(0, 0)


def test_a_box_is_as_high_as_its_words_and_a_margin() -> None:
    words = block(Said("one two three", "en"), 40, "en")
    assert len(words.lines) == 3
    assert height((words,)) == 3 * 18 + 20
    assert 'height="72"' in filled((0, 0), 50, (words,))


def test_only_a_dashed_box_is_dashed() -> None:
    assert "dasharray" in box((0, 0), 9, 9, dashed=True)
    assert "dasharray" not in box((0, 0), 9, 9)


def test_an_arrow_points_where_it_goes() -> None:
    assert 'd="M0 0L0 20M-5 15L0 20L5 15"' in line((0, 0), (0, 20), head=True)
    assert 'd="M0 0L20 0M15 -5L20 0L15 5"' in line((0, 0), (20, 0), head=True)
