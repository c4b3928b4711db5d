import pytest
from babel import Locale

from planpress.model.place import Place
from planpress.translate.cut import Segment
from planpress.translate.pieces import Kind
from planpress.translate.verify import faults, unknown

EN, ES, VI = Locale("en", "US"), Locale("es", "US"), Locale("vi")


def told(source, words, target=None, kind=Kind.PARAGRAPH, locale=ES):
    segment = Segment(
        context="x",
        kind=kind,
        source=source,
        target=target,
        fresh=target is not None,
        place=Place("content/pages/vision.md", 5),
    )
    return list(faults(segment, words, EN, locale))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("3rd grade", "tercer grado"),
        ("in 2023–24, on July 1, 2023", "el 1 de julio de 2023, en 2023-24"),
        ("$61,000 and 1.5 million", "$61,000 y 1.5 millones"),
        ("see [a](/a/) and [b](/b/)", "vea [b](/b/) y [a](/a/)"),
        ("**a** b", "**a** **b**"),
    ],
)
def test_each_language_says_it_in_its_own_way(source, words):
    assert told(source, words) == []


def test_a_decimal_is_read_as_the_language_writes_it():
    assert told("48.5%", "48,5 %", locale=VI) == []
    assert told("1,500 students", "1.500 học sinh", locale=VI) == []
    assert told("1,500 students", "1.500 estudiantes") != []


def test_what_the_translation_has_had_before_is_let_pass():
    assert told("in 5 lessons", "en lecciones", "en clases") == []
    assert told("in lessons", "en 5 lecciones", "en 5 clases") == []
    assert told("in 5 lessons", "en 6 lecciones", "en clases") != []
    assert told("in 5 of 7 lessons", "en lecciones", "en 7 lecciones") != []
    assert told("a", "ve [a](/es/)", "mira [a](/es/)") == []
    assert told("a", "ve [a](/otro/)", "mira [a](/es/)") != []


def test_a_break_that_is_meant_may_stay_but_not_be_added():
    assert told("one  \ntwo".replace("  \n", "\n"), "uno\ndos") == []
    assert told("one", "uno\ndos") == ["it has more line breaks than the source"]
    (fault,) = told("one", "uno\ndos", kind=Kind.HEADING)
    assert "a heading is one line" in fault


def test_a_placeholder_that_stands_for_nothing():
    segment = Segment(context="x", kind=Kind.FIELD, source="`a`", place=Place("content/plan.md", 1))
    assert unknown(segment, ("a", 1, 2, 0)) == (2, 0)
