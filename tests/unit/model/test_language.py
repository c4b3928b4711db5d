from datetime import date
from decimal import Decimal
from gettext import NullTranslations

import pytest
from unit.assess.measures import languages

from planpress.model.indicator import Unit
from planpress.model.language import Language
from planpress.model.period import Period
from planpress.model.value import Value


def language(code: str) -> Language:
    return Language.of(code, "US", NullTranslations())


EN = language("en")


@pytest.mark.parametrize(
    ("number", "unit", "decimals", "written"),
    [
        ("84.6", Unit.PERCENT, 1, "84.6%"),
        ("84.65", Unit.PERCENT, 1, "84.7%"),
        ("84.65", Unit.PERCENT, 0, "85%"),
        ("100", Unit.PERCENT, 2, "100.00%"),
        ("-0.4", Unit.PERCENT, 0, "0%"),
        ("85508", Unit.STUDENTS, 0, "85,508 students"),
        ("1", Unit.STUDENTS, 0, "1 student"),
        ("0", Unit.STUDENTS, 0, "0 students"),
        ("1", Unit.PEOPLE, 0, "1 person"),
        ("2", Unit.PEOPLE, 0, "2 people"),
        ("1", Unit.SCHOOLS, 0, "1 school"),
        ("2.5", Unit.DAYS, 1, "2.5 days"),
        ("0.96", Unit.POINTS, 0, "1 point"),
        ("1.5", Unit.POINTS, 0, "2 points"),
        ("1200", Unit.DOLLARS, 0, "$1,200"),
        ("1234.5", Unit.DOLLARS, 0, "$1,235"),
        ("1234.5", Unit.DOLLARS, 1, "$1,234.50"),
        ("-3.456", Unit.DOLLARS, 2, "−$3.46"),
        ("1234.56", Unit.NUMBER, 1, "1,234.6"),
        ("-0.04", Unit.NUMBER, 1, "0.0"),
    ],
)
def test_an_amount(number: str, unit: Unit, decimals: int, written: str) -> None:
    assert EN.amount(Decimal(number), unit, decimals) == written


def test_amounts_are_written_as_the_country_writes_them() -> None:
    assert language("es").amount(Decimal("1234.5"), Unit.NUMBER, 1) == "1,234.5"
    french = language("fr")
    assert french.amount(Decimal("1234.5"), Unit.DOLLARS, 2) == "1\u202f234,50\xa0$US"
    assert french.amount(Decimal("84.6"), Unit.PERCENT, 1) == "84,6\xa0%"


def test_every_unit_can_be_written() -> None:
    for unit in Unit:
        assert "7" in EN.amount(Decimal(7), unit)
        assert "7" in EN.difference(Decimal(-7), unit)
        assert not {"-", "−"} & set(EN.difference(Decimal(-7), unit))
        assert "−" in EN.change(Decimal(-7), unit)


@pytest.mark.parametrize(
    ("number", "decimals", "written"),
    [
        ("-3.4", 1, "3.4 percentage points"),
        ("1", 0, "1 percentage point"),
        ("-1.04", 0, "1 percentage point"),
        ("0.96", 1, "1.0 percentage points"),
        ("0", 0, "0 percentage points"),
    ],
)
def test_a_difference_of_shares_is_in_points(number: str, decimals: int, written: str) -> None:
    assert EN.difference(Decimal(number), Unit.PERCENT, decimals) == written


def test_a_bound_is_said_in_words() -> None:
    assert EN.value(Value.parse(">=98"), Unit.PERCENT) == "at least 98%"
    assert EN.value(Value.parse("<=10"), Unit.STUDENTS) == "at most 10 students"
    assert EN.value(Value.parse("10"), Unit.STUDENTS) == "10 students"


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("2023-24", "2023–24", "2023–24"),
        ("2024", "2024", "2024"),
        ("2024-Q3", "3rd quarter 2024", "3.º trimestre de 2024"),
        ("2024-Q4", "4th quarter 2024", "4.º trimestre de 2024"),
        ("2024-09", "September 2024", "septiembre de 2024"),
        ("2024-12-31", "December 31, 2024", "31 de diciembre de 2024"),
    ],
)
def test_a_period(text: str, english: str, spanish: str) -> None:
    period = Period.parse(text)
    assert EN.period(period) == english
    assert languages()["es"].period(period) == spanish


def test_a_date_and_a_list() -> None:
    assert EN.date(date(2027, 8, 31)) == "August 31, 2027"
    assert language("es").date(date(2027, 8, 31)) == "31 de agosto de 2027"
    assert EN.list(["a", "b", "c"]) == "a, b, and c"
    assert language("es").list(["a", "b", "c"]) == "a, b y c"


def test_its_name_and_direction() -> None:
    assert (EN.name, EN.direction) == ("English", "ltr")
    assert language("es").name == "Español"
    assert language("ar").direction == "rtl"


def test_messages_are_filled_in_and_counted() -> None:
    assert EN.say("100%") == "100%"
    assert EN.say("%(share)s of it, 100%%", share="3%") == "3% of it, 100%"
    assert EN.say_n("%(count)s part", "%(count)s parts", 1) == "1 part"
    assert EN.say_n("%(count)s part", "%(count)s parts", 1200) == "1,200 parts"
    assert EN.say_n("one of %(all)s", "%(count)s of %(all)s", 2, all=3) == "2 of 3"


def test_whole_numbers_in_messages_are_written_as_the_language_writes_them():
    assert EN.say("%(a)s of %(b)s, %(c)s", a=1200, b=True, c="3") == "1,200 of True, 3"
    egypt = Language.of("ar", "EG", NullTranslations())
    assert egypt.say("%(a)s", a=1200) == "١٬٢٠٠"
    assert egypt.say_n("%(count)s part", "%(count)s parts", 12) == "١٢ parts"
    assert egypt.amount(Decimal("1.5"), Unit.DAYS, 1) == "١٫٥ days"
    assert egypt.size(1_250_000).startswith("١٫٣")


@pytest.mark.parametrize(
    ("code", "territory", "locale"),
    [
        ("en", "US", "en_US"),
        ("es", "US", "es_US"),
        ("zh-Hant", "US", "zh_Hant"),
        ("ar", "US", "ar"),
        ("ar", "EG", "ar_EG"),
        ("ar-EG", "US", "ar_EG"),
        ("vi", "US", "vi"),
    ],
)
def test_the_ways_of_writing_follow_language_and_country(code, territory, locale):
    assert str(Language.of(code, territory, NullTranslations()).locale) == locale


def test_several_things_in_one_line():
    assert EN.range("1%", "2%") == "1%–2%"
    assert EN.series(["a", "b, c", "d"]) == "a; b, c; d"
    assert EN.sequence(["a", "b", "c"]) == "a, b, c"
    assert EN.series([]) == EN.sequence([]) == ""


def test_a_span_of_periods():
    first, last = Period.parse("2011-12"), Period.parse("2023-24")
    assert EN.span(first, last) == "2011–12 to 2023–24"
    assert languages()["es"].span(first, last) == "2011–12 a 2023–24"
    assert EN.span(first, first) == "2011–12"
    assert EN.span(Period.parse("2011"), Period.parse("2024")) == "2011 – 2024"


@pytest.mark.parametrize(
    ("number", "decimals", "written"),
    [
        ("1", 0, "1 punto"),
        ("1.0", 1, "1.0 punto"),
        ("1.5", 1, "1.5 puntos"),
        ("0.5", 1, "0.5 puntos"),
        ("0", 0, "0 puntos"),
    ],
)
def test_fractions_take_the_plural_of_their_language(number, decimals, written):
    assert languages()["es"].amount(Decimal(number), Unit.POINTS, decimals) == written


def test_a_language_that_nobody_knows() -> None:
    with pytest.raises(ValueError, match="CLDR"):
        language("xx")


def test_a_country_that_the_language_is_not_at_home_in() -> None:
    assert Language.of("vi", "US", NullTranslations()).locale.language == "vi"


@pytest.mark.parametrize(
    ("size", "written"),
    [
        (1, "1 kB"),
        (119_500, "120 kB"),
        (999_499, "999 kB"),
        (1_000_000, "1 MB"),
        (1_250_000, "1.3 MB"),
        (10_000_000, "10 MB"),
        (1_240_520_000, "1,240.5 MB"),
    ],
)
def test_the_size_of_a_file(size: int, written: str) -> None:
    english, spanish = languages().values()
    assert english.size(size).replace("\xa0", " ") == written
    assert spanish.size(size).replace("\xa0", " ") == written
