from gettext import NullTranslations

import pytest

from planpress.model.direction import apart, isolated, runs_left
from planpress.model.language import Language
from planpress.model.period import Form, Period

LEFT, RIGHT, END = "\u2066", "\u2067", "\u2069"


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("84.6%", False),
        ("Reading", False),
        ("القراءة", True),
        ("SAT في 2025", True),
        ("שלום", True),
    ],
)
def test_a_text_runs_left_if_one_of_its_letters_does(text, runs):
    assert runs_left(text) is runs
    assert isolated(text) == (RIGHT if runs else LEFT) + text + END
    assert apart(text) == (isolated(text) if runs else text)


def test_what_is_isolated_already_stays_as_it_is():
    assert isolated(isolated("2024–25")) == isolated("2024–25")
    two = isolated("2024–25") + isolated("2025–26")
    assert isolated(two) == LEFT + two + END


def test_a_school_year_is_not_turned_round_in_an_arabic_sentence():
    year = Period(Form.SCHOOL_YEAR, 2024)
    spoken = {code: Language.of(code, "US", NullTranslations()) for code in ("en", "ar", "vi")}
    assert spoken["en"].period(year) == spoken["vi"].period(year) == "2024–25"
    assert spoken["ar"].period(year) == f"{LEFT}2024–\u206025{END}"
    assert spoken["ar"].period(Period(Form.YEAR, 2024)) == "2024"
