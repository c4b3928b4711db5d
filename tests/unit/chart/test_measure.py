from planpress.chart.measure import text_width, wrap


def test_widths_are_those_of_the_font() -> None:
    assert text_width("a", 2000) == 1106
    assert text_width("W", 2000, bold=True) == 1937
    assert text_width("ñ¿«–”", 14) > 30


def test_every_digit_is_as_wide_as_the_widest() -> None:
    assert text_width("1", 10) == text_width("8", 10)


def test_unknown_letters_count_as_capitals() -> None:
    assert text_width("漢", 10) == text_width("M", 10)


def test_wrap_keeps_the_room_and_all_words() -> None:
    lines = wrap("Native Hawaiian or Other Pacific Islander", 14, 180)
    assert lines == ("Native Hawaiian or", "Other Pacific Islander")
    assert all(text_width(line, 14) <= 180 for line in lines)


def test_a_short_text_and_a_long_word_stay_whole() -> None:
    assert wrap("Asian", 14, 180) == ("Asian",)
    assert wrap("Deoxyribonucleic", 14, 20) == ("Deoxyribonucleic",)
