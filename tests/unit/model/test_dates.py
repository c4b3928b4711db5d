"""Days and periods as CLDR 47 (Babel 2.18) has them for each locale."""

from datetime import date

import pytest
from babel import Locale

from planpress.model.dates import day_in, month_in, period_in, span_in, year_in
from planpress.model.period import Period


def locale(name: str) -> Locale:
    return Locale.parse(name)


@pytest.mark.parametrize(
    ("name", "day", "quarter", "month", "year", "school"),
    [
        ("en_US", "October 1, 2018", "3rd quarter 2024", "August 2024", "2024", "2024–25"),
        (
            "es_US",
            "1 de octubre de 2018",
            "3.º trimestre de 2024",
            "agosto de 2024",
            "2024",
            "2024–25",
        ),
        ("de", "1. Oktober 2018", "3. Quartal 2024", "August 2024", "2024", "2024–25"),
        ("fr", "1 octobre 2018", "3e trimestre 2024", "août 2024", "2024", "2024–25"),
        ("vi", "1 tháng 10, 2018", "Quý 3 năm 2024", "tháng 8 năm 2024", "2024", "2024–25"),
        (
            "ar",
            "1 أكتوبر 2018",
            "الربع الثالث 2024",
            "أغسطس 2024",
            "2024",
            "\u20662024–\u206025\u2069",
        ),
        (
            "ar_EG",
            "١ أكتوبر ٢٠١٨",
            "الربع الثالث ٢٠٢٤",
            "أغسطس ٢٠٢٤",
            "٢٠٢٤",
            "\u2066٢٠٢٤–\u2060٢٥\u2069",
        ),
    ],
)
def test_days_and_periods(name, day, quarter, month, year, school):
    assert day_in(locale(name), date(2018, 10, 1)) == day
    assert period_in(locale(name), Period.parse("2018-10-01")) == day
    assert period_in(locale(name), Period.parse("2024-Q3")) == quarter
    assert period_in(locale(name), Period.parse("2024-08")) == month
    assert period_in(locale(name), Period.parse("2024")) == year
    assert period_in(locale(name), Period.parse("2024-25")) == school


@pytest.mark.parametrize(
    ("name", "first", "last", "written"),
    [
        ("en_US", "2011", "2024", "2011 – 2024"),
        ("es_US", "2011", "2024", "2011–2024"),
        ("en_US", "2024-09", "2024-11", "September – November 2024"),
        ("es_US", "2024-09", "2024-11", "septiembre–noviembre de 2024"),
        ("en_US", "2018-10-01", "2026-10-01", "October 1, 2018 – October 1, 2026"),
        ("es_US", "2018-10-01", "2026-10-01", "1 de octubre de 2018 – 1 de octubre de 2026"),
        ("en_US", "2018-Q4", "2026-Q3", "4th quarter 2018 – 3rd quarter 2026"),
        ("ar_EG", "2011", "2024", "٢٠١١–٢٠٢٤"),
        ("fa", "2011", "2024", "۲۰۱۱ تا ۲۰۲۴"),
        ("vi", "2024-09", "2024-11", "tháng 9 – tháng 11 năm 2024"),
    ],
)
def test_a_span(name, first, last, written):
    assert span_in(locale(name), Period.parse(first), Period.parse(last)) == written


def test_the_names_on_an_axis_of_days():
    assert month_in(locale("en_US"), date(2024, 9, 1)) == "Sep 2024"
    assert month_in(locale("es_US"), date(2024, 9, 1)) == "sept 2024"
    assert year_in(locale("ar_EG"), date(2024, 9, 1)) == "٢٠٢٤"
