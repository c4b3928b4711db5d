from collections.abc import Callable
from dataclasses import replace

from unit.chart.small_plan import a_standing

from planpress.chart.gaps import gaps
from planpress.chart.sketch import Sketch
from planpress.chart.subject import Draft, Subject
from planpress.model.equity import Course

About = Callable[..., Subject]


def _draft(about: About, language: str = "en") -> Draft:
    draft = gaps(about("graduation-rate", language))
    assert draft
    return draft


def _dots(sketch: Sketch, role: str) -> list[object]:
    return [row["x"] for layer in sketch.layers if layer.role == role for row in layer.rows]


def test_the_title_counts_what_closes_and_widens(about: About) -> None:
    draft = _draft(about)
    assert draft.title == "Of 4 gaps, 2 are closing, 1 is widening, and 1 stays the same"
    assert draft.subtitle == (
        "Four-year graduation rate · gap to everyone · percentage points · "
        "hollow dot: 2020–21, solid dot: 2023–24 · 2 of 4 changes may be chance"
    )


def test_a_title_of_one_kind_says_all(about: About) -> None:
    one = a_standing("el", ("60", "300"), ("70", "300"), Course.CLOSING)
    two = a_standing("iep", ("60", "300"), ("70", "300"), Course.CLOSING)
    alone, both = (gaps(about("graduation-rate", standings=g)) for g in ((one,), (one, two)))
    assert alone
    assert both
    assert alone.title == "The only gap known is closing"
    assert both.title == "All 2 gaps are closing"


def test_the_largest_gap_behind_comes_first_and_behind_is_left_of_zero(about: About) -> None:
    for sketch in _draft(about).sketches.values():
        assert _dots(sketch, "point large") == [-15.9, -11.1, 4.4, 11.3]
        assert _dots(sketch, "start large") == [-17.9, -19.0, 4.4, 10.0]
        zero = [layer for layer in sketch.layers if layer.role == "overall"]
        assert [(row["x"], row["x2"]) for layer in zero for row in layer.rows] == [(0, 0)]
        words = {row["text"] for layer in sketch.layers for row in layer.rows if "text" in row}
        assert {"behind everyone", "ahead", "40", "20", "0"} <= words
        assert "Foster" not in words


def test_words_of_a_side_that_has_no_group_are_left_out(about: About) -> None:
    behind = a_standing("el", ("60", "300"), ("70", "300"), Course.CLOSING)
    ahead = a_standing("el", ("90", "300"), ("89", "300"), Course.CLOSING)
    for standing, there, absent in (
        (behind, "behind everyone", "ahead"),
        (ahead, "ahead", "behind everyone"),
    ):
        draft = gaps(about("graduation-rate", standings=(standing,)))
        assert draft
        for sketch in draft.sketches.values():
            words = [row.get("text") for layer in sketch.layers for row in layer.rows]
            assert there in words
            assert absent not in words


def test_the_description_has_every_number_and_who_is_not_drawn(about: About) -> None:
    text = _draft(about).description
    assert text.startswith(
        "Each group’s distance from the result of everyone, the largest gap behind first "
        "(percentage points): English Learners 17.9 behind in 2020–21, 15.9 behind in 2023–24, "
        "closing (may be chance); Hispanic or Latino 19.0 behind in 2020–21, 11.1 behind in "
        "2023–24, closing; White 4.4 ahead"
    )
    assert "chance alone could explain the change." in text
    assert "Not shown to protect privacy: Foster." in text
    assert "Without two gaps that can be compared: Students with Disabilities." in text


def test_the_table_has_both_gaps_and_nothing_empty(about: About) -> None:
    table = _draft(about).table
    assert table.header == (
        "Group",
        "Gap in 2020–21 (percentage points)",
        "Gap in 2023–24 (percentage points)",
        "The gap is",
    )
    assert table.rows[1] == ("Hispanic or Latino", "19.0 behind", "11.1 behind", "closing")
    assert table.rows[3] == ("Asian", "10.0 ahead", "11.3 ahead", "widening (may be chance)")
    assert table.rows[4][1:] == ("Not shown", "Not shown", "Not shown to protect privacy")
    assert table.rows[5][1:] == ("not known", "13.7 behind", "not known")


def test_what_cannot_be_compared_is_no_move(about: About) -> None:
    usual = about("graduation-rate")
    broken = tuple(replace(one, course=Course.UNKNOWN) for one in usual.standings)
    without = tuple(replace(one, then=None) for one in usual.standings)
    assert gaps(replace(usual, standings=broken)) is None
    assert gaps(replace(usual, standings=without)) is None
    assert gaps(replace(usual, standings=())) is None
