import pytest

from planpress.chart.measure import text_width, wrap


def test_widths_are_those_of_the_font() -> None:
    assert text_width("a", 2000) == 1106
    assert text_width("W", 2000, bold=True) == 1937
    assert text_width("ñ¿«–”", 14) > 30


def test_every_digit_is_as_wide_as_the_widest() -> None:
    assert text_width("1", 10) == text_width("8", 10)


def test_unknown_letters_count_as_capitals_or_squares() -> None:
    assert text_width("Ж", 10) == text_width("M", 10)
    assert text_width("漢", 10) == 10


def test_vietnamese_letters_have_their_own_widths() -> None:
    assert text_width("ế", 1000) == 566
    assert text_width("Tiếng Việt", 14) < text_width("Tieng Viet", 14) + 2


def test_arabic_letters_are_measured_in_their_forms() -> None:
    assert text_width("بب", 1000) == pytest.approx(text_width("\ufe91\ufe90", 1000))
    assert text_width("ببب", 10) < 2 * text_width("ب", 10)
    assert text_width("بَبّب", 10) == text_width("ببب", 10)
    assert text_width("القراءة", 10, bold=True) > text_width("القراءة", 10)


def test_marks_of_direction_have_no_width() -> None:
    assert text_width("\u206684.6%\u2069", 10) == pytest.approx(text_width("84.6%", 10))


def test_wrap_keeps_the_room_and_all_words() -> None:
    lines = wrap("Native Hawaiian or Other Pacific Islander", 14, 180)
    assert lines == ("Native Hawaiian or", "Other Pacific Islander")
    assert all(text_width(line, 14) <= 180 for line in lines)


def test_a_short_text_and_a_long_word_stay_whole() -> None:
    assert wrap("Asian", 14, 180) == ("Asian",)
    assert wrap("Deoxyribonucleic", 14, 20) == ("Deoxyribonucleic",)
