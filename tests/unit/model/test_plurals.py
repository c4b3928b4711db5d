from decimal import Decimal
from gettext import c2py

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from planpress.model.plurals import count_like

FORMS = {
    "en": "n != 1",
    "es": "n != 1",
    "fr": "n > 1",
    "vi": "0",
    "ar": "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5",
    "ru": "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2",
}
"""How catalogues in these languages choose a form (GNU gettext manual, 12.2.5)."""


def form(language: str, number: str) -> int:
    """Return which form of a catalogue a number takes."""
    return c2py(FORMS[language])(count_like(Locale.parse(language), Decimal(number)))


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {"0": 1, "1": 0, "1.0": 1, "1.5": 1, "0.5": 1, "2": 1}),
        ("es", {"0": 1, "1": 0, "1.0": 0, "1.5": 1, "0.5": 1, "-1": 0}),
        ("fr", {"0": 0, "1": 0, "1.5": 0, "0.5": 0, "2": 1, "2.5": 1}),
        ("vi", {"0": 0, "1": 0, "1.5": 0, "100": 0}),
        (
            "ar",
            {
                "0": 0,
                "1": 1,
                "2": 2,
                "3": 3,
                "10": 3,
                "11": 4,
                "99": 4,
                "100": 5,
                "1.5": 5,
                "0.5": 5,
            },
        ),
        ("ru", {"1": 0, "2": 1, "5": 2, "21": 0, "1.5": 1}),
    ],
)
def test_a_number_takes_the_form_that_cldr_says(language, forms):
    assert {number: form(language, number) for number in forms} == forms


@settings(derandomize=True, database=None)
@given(st.integers(min_value=-(10**12), max_value=10**12), st.sampled_from(("en", "ar", "fr")))
def test_a_whole_number_stands_for_itself(number, language):
    assert count_like(Locale.parse(language), Decimal(number)) == abs(number)


@settings(derandomize=True, database=None)
@given(
    st.decimals(min_value=0, max_value=10_000, places=2), st.sampled_from(("en", "es", "ar", "fr"))
)
def test_the_whole_number_has_the_category_of_the_fraction(number, language):
    locale = Locale.parse(language)
    count = count_like(locale, number)
    assert locale.plural_form(count) == locale.plural_form(number.normalize())
