import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from planpress.model.number_words import number_words
from planpress.model.statement_dates import dates
from planpress.model.statement_numbers import numbers
from planpress.model.statement_words import words_in

LOCALES = tuple(map(Locale.parse, ("en_US", "es_US", "ar", "ar_EG", "vi", "de")))
PIECES = (
    *("one", "dos", "twenty-one", "veinte", "May", "mayo", "de", "مايو", "وخمسة", "tháng 5", "năm"),
    *(
        "3",
        "½",
        "3½",
        "٣",
        "−5",
        "‐2",
        "(7)",
        "+1 303 555-0100",
        "1,234.5",
        "2024-05-01",
        "5/6/2024",
        "5.6.2024",
    ),
    *("a.5", "x-5", ",5", ". 5", ".5", ", 5", "5.", "10:30", "2024-25", "5 p. m.", "10 %", "$5"),
    *(
        ". ",
        ", ",
        ".",
        ",",
        "-",
        "/",
        "|",
        "\n",
        "\t",
        "\x1c",
        "\u2028",
        "\u00a0",
        "é",
        "İ",
        "ı",
        "ŉ",
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).flatmap(
    lambda pieces: st.sampled_from(("", " ")).map(lambda between: between.join(pieces))
)


@given(TEXTS | st.text(max_size=40), st.sampled_from(LOCALES))
def test_what_a_text_is_made_of_only_saves_looking(text, locale):
    met = words_in(text)
    assert list(numbers(text, locale, met)) == list(numbers(text, locale))
    assert list(dates(text, locale, met)) == list(dates(text, locale))
    language = str(locale.language)
    known = met.words if met else None
    assert list(number_words(text, language, known)) == list(number_words(text, language))


@pytest.mark.parametrize("letter", ["\u0130", "\u0131", "\u0345"])
def test_odd_letters_are_not_told(letter):
    assert words_in(f"Words {letter}") is None


def test_words_are_folded_and_pieces_with_other_signs_kept():
    met = words_in("One, two. THREE 4-5")
    assert met is not None
    assert {"one", "two", "three", "4", "5"} <= set(met.words)
    assert met.mixed == "4-5"
