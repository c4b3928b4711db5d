"""Numbers in words are known by what they say, and a word that says more is not sure."""

import pytest

from planpress.model.number_words import number_words


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Twenty-five schools, thirty two, ninth-grade, three", "en", ["25", "32", "9", "3"]),
        ("treinta y cinco, veintiún, tercera, once", "es", ["35", "21", "3", "11"]),
        ("خمسة وثلاثون مدرسة والصف الثالث وثلاث مدارس", "ar", ["35", "3", "3"]),
        ("خمسة عشر معلمًا في مدرستين", "ar", ["15", "2"]),
        ("hai mươi lăm trường, mười ba, lớp ba, tám mươi", "vi", ["25", "13", "3", "80"]),
        ("năm học này, năm trường", "vi", ["5"]),
        ("freestone phones, weight", "en", []),
        ("drei Schulen", "de", []),
    ],
)
def test_numbers_are_found_in_words(text, language, expected):
    assert [word.key for word in number_words(text, language)] == expected


def test_places_are_those_of_the_text():
    (word,) = number_words("Our Three goals", "en")
    assert "Our Three goals"[word.start : word.end] == "Three"


def test_what_may_mean_something_else_is_not_sure():
    text = "one of two: three seniors in the fourth quarter"
    assert [(word.key, word.sure) for word in number_words(text, "en")] == [
        ("1", False),
        ("2", False),
        ("3", True),
        ("12", False),
        ("4", True),
        ("4", False),
    ]
