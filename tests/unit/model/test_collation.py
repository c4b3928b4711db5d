import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.model.collation import in_order, initial, key

ORDERS = {
    "en": "9th Apple apply coop co-opt eclair éclair résumé zebra",
    "es": "lima llama nácar nube Nuez ñandú ño oro",
    "vi": "an ăn ân ba da đa em ê on ôn ơn ung ưng",
    "ar": "آخر إنجاز أولوية بيانات تقييم ثقة خطة قراءة مؤشر هدف ي",
    "fa": "باد پدر جا چای قند کار گل لب نان و ه ی",
    "uk": "гора ґава екран єнот жук иній інше їжак йод",
    "da": "zebra æble øl ål",
}


@pytest.mark.parametrize("language", ORDERS)
def test_words_stand_as_readers_look_for_them(language):
    words = ORDERS[language].split()
    assert in_order(reversed(words), language) == tuple(words)


def test_letters_of_a_language_stand_apart_only_there():
    assert in_order(["nube", "ñu", "oro"], "es") == ("nube", "ñu", "oro")
    assert in_order(["nube", "ñu", "nz"], "en") == ("ñu", "nube", "nz")
    assert initial("ñu", "es-US") == "Ñ"
    assert initial("ñu", "en") == "N"
    assert initial("đá", "vi") == "Đ"
    assert initial("Ất", "vi") == "Â"


def test_accents_come_second_and_case_third():
    assert in_order(["résumé", "Resume", "resume", "resumed"], "en") == (
        "resume",
        "Resume",
        "résumé",
        "resumed",
    )


def test_vietnamese_tones_have_their_order():
    assert in_order(["mạ", "má", "mã", "mả", "mà", "ma"], "vi") == (
        "ma",
        "mà",
        "mả",
        "mã",
        "má",
        "mạ",
    )


def test_arabic_hamza_vowels_and_tatweel_do_not_part_words():
    assert in_order(["أولية", "اولوية"], "ar") == ("اولوية", "أولية")
    assert key("مُؤَشِّر", "ar")[0] == key("موشر", "ar")[0] == key("مـوشـر", "ar")[0]
    assert {initial(word, "ar") for word in ("آخر", "أول", "إلى", "ابن", "ٱسم")} == {"ا"}


def test_what_begins_with_no_letter_stands_under_a_sign():
    assert initial("9th", "en") == initial("", "en") == "#"
    assert initial("“quoted”", "en") == "Q"


@given(st.lists(st.text(max_size=6), max_size=6), st.sampled_from(["en", "es", "vi", "ar", "da"]))
def test_any_texts_have_one_order(texts, language):
    assert in_order(texts, language) == in_order(reversed(texts), language)
    assert sorted(in_order(texts, language)) == sorted(texts)
