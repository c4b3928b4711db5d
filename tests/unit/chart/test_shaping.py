import pytest

from planpress.chart.shaping import shaped


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("ب", "\ufe8f"),
        ("ببب", "\ufe91\ufe92\ufe90"),
        ("دب", "\ufea9\ufe8f"),
        ("بد", "\ufe91\ufeaa"),
        ("لا", "\ufefb"),
        ("بلا", "\ufe91\ufefc"),
        ("ء", "\ufe80"),
        ("بء", "\ufe8f\ufe80"),
        ("بَب", "\ufe91\ufe90"),
        ("بـ", "\ufe91\u0640"),
        ("ـب", "\u0640\ufe90"),
        ("پ", "\ufb56"),
        ("SAT 84%", "SAT 84%"),
    ],
)
def test_letters_take_the_forms_of_their_places(text, forms):
    assert shaped(text) == forms
