"""Numbers as CLDR 47 (Babel 2.18) has them for each locale."""

from decimal import Decimal

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from babel.numbers import parse_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from planpress.model.numerals import numerals_of, rounded

LOCALES = ("en_US", "es_US", "es_ES", "de", "fr", "vi", "ar", "ar_EG", "fa", "bn", "hi", "zh_Hant")


def numerals(name: str):
    return numerals_of(Locale.parse(name))


@pytest.mark.parametrize(
    ("name", "number", "percent", "dollars"),
    [
        ("en_US", "1,234,567.9", "84.7%", "$1,200"),
        ("es_US", "1,234,567.9", "84.7%", "$1,200"),
        ("es_ES", "1.234.567,9", "84,7\xa0%", "1.200\xa0US$"),
        ("de", "1.234.567,9", "84,7\xa0%", "1.200\xa0$"),
        ("fr", "1\u202f234\u202f567,9", "84,7\xa0%", "1\u202f200\xa0$US"),
        ("vi", "1.234.567,9", "84,7%", "1.200\xa0US$"),
        ("hi", "12,34,567.9", "84.7%", "$1,200"),
        ("ar", "1,234,567.9", "84.7\u200e%\u200e", "\u200f1,200\xa0US$"),
        ("ar_EG", "١٬٢٣٤٬٥٦٧٫٩", "٨٤٫٧٪\u061c", "\u200f١٬٢٠٠\xa0US$"),
        ("fa", "۱٬۲۳۴٬۵۶۷٫۹", "۸۴٫۷٪", "\u200e$\xa0۱٬۲۰۰"),
        ("bn", "১২,৩৪,৫৬৭.৯", "৮৪.৭%", "১,২০০US$"),
        ("my", "၁,၂၃၄,၅၆၇.၉", "၈၄.၇%", "၁,၂၀၀\xa0US$"),
        ("tr", "1.234.567,9", "%84,7", "$1.200"),
    ],
)
def test_numbers_are_written_as_the_locale_writes_them(name, number, percent, dollars):
    written = numerals(name)
    assert written.number(Decimal("1234567.85"), 1) == number
    assert written.percent(Decimal("84.65"), 1) == percent
    assert written.dollars(Decimal(1200), 0) == dollars


@pytest.mark.parametrize(
    ("name", "number", "percent", "dollars"),
    [
        ("en_US", "−2.0", "−3%", "−$3.46"),
        ("es_US", "−2.0", "−3%", "−$3.46"),
        ("de", "−2,0", "−3\xa0%", "−3,46\xa0$"),
        ("ar", "\u200e−2.0", "\u200e−3\u200e%\u200e", "\u200f\u200e−3.46\xa0US$"),
        ("ar_EG", "\u061c−٢٫٠", "\u061c−٣٪\u061c", "\u200f\u061c−٣٫٤٦\xa0US$"),
        ("fa", "\u200e−۲٫۰", "\u200e−۳٪", "\u200e−\u200e$\xa0۳٫۴۶"),
    ],
)
def test_a_minus_is_that_of_the_locale_and_a_true_one(name, number, percent, dollars):
    written = numerals(name)
    assert written.number(Decimal(-2), 1) == number
    assert written.percent(Decimal(-3), 0) == percent
    assert written.dollars(Decimal("-3.456"), 1) == dollars


def test_what_rounds_to_nothing_has_no_sign():
    assert numerals("en_US").number(Decimal("-0.04"), 1) == "0.0"
    assert numerals("en_US").percent(Decimal("-0.4"), 0) == "0%"


def test_digits_in_a_text():
    assert numerals("ar_EG").with_digits("2024–25") == "٢٠٢٤–٢٥"
    assert numerals("ar").with_digits("2024–25") == "2024–25"


@settings(derandomize=True, database=None)
@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=4),
    st.integers(min_value=0, max_value=4),
    st.sampled_from(LOCALES),
)
def test_what_is_written_reads_back_as_the_rounded_number(number, decimals, name):
    written = numerals(name).number(number, decimals).replace("−", "-")
    plain = "".join(sign for sign in written if sign not in "\u200e\u200f\u061c")
    read = parse_decimal(plain, locale=name, numbering_system="default")
    assert read == rounded(number, decimals)
    if decimals:
        fraction = plain.rpartition(numerals(name).number(Decimal("0.5"), 1)[1])[2]
        assert len(fraction) == decimals


def test_every_locale_of_cldr_can_write_numbers():
    for name in locale_identifiers():
        written = numerals(name)
        for text in (
            written.number(Decimal("1234.5"), 1),
            written.percent(Decimal(5), 0),
            written.dollars(Decimal(5), 2),
        ):
            assert any(sign.isdigit() for sign in text), name
            assert "¤" not in text, name
