import pytest

from planpress.check.readability import (
    Extent,
    fernandez_huerta,
    flesch_kincaid,
    formula_for,
    grade_of_ease,
)
from planpress.check.sentences import sentences


def extent(language, text):
    return formula_for(language).extent(sentences(text, language))


def test_flesch_kincaid_of_the_published_examples():
    """The two sentences by which the formula is usually shown; counted by hand."""
    cat = extent("en", "The cat sat on the mat.")
    assert cat == Extent(1, 6, 6, 6)
    assert flesch_kincaid(cat) == pytest.approx(-1.45)
    platypus = extent(
        "en", "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    )
    assert platypus == Extent(1, 13, 13, 24)
    assert flesch_kincaid(platypus) == pytest.approx(11.26, abs=0.01)


def test_fernandez_huerta_counted_by_hand():
    found = extent(
        "es", "El plan dice qué queremos lograr. Cada año contamos los resultados en las escuelas."
    )
    assert found == Extent(2, 14, 14, 27)
    assert fernandez_huerta(found) == pytest.approx(206.84 - 60 * 27 / 14 - 1.02 * 7)


@pytest.mark.parametrize(
    ("ease", "grade"),
    [
        *[(110, 4), (90, 4), (89.9, 5), (80, 5), (75, 6), (69, 7), (64, 8), (60, 8), (59.9, 9)],
        *[(56, 10), (54, 11), (50, 12), (49.9, 13), (30, 13), (29.9, 16), (-20, 16)],
    ],
)
def test_the_table_of_grades(ease, grade):
    assert grade_of_ease(ease) == grade


def test_figures_and_acronyms_are_words_without_syllables():
    found = extent("en", "In 2023–24, 81.4% took the CMAS test in K-12.")
    assert (found.words, found.spelled, found.syllables) == (9, 5, 5)
    assert extent("es", "En EE. UU. hay 3 más.") == Extent(1, 6, 3, 3)


def test_parts_of_a_word_with_hyphens_are_added():
    assert formula_for("en").of("well-kept,") == 2
    assert formula_for("en").of("student-led") == 3


def test_languages_by_their_code():
    assert formula_for("es-MX") is formula_for("es")
    assert formula_for("vi") is None
    assert formula_for("ar") is None
