"""Days and the ticks that have room."""

from datetime import date
from itertools import pairwise

import pytest
from babel import Locale

from planpress.chart.boxes import SIZE
from planpress.chart.calendar_axis import Days
from planpress.chart.measure import text_width


def axis(first: date, last: date, width: float = 300, language: str = "en") -> Days:
    locale = Locale(language, "US")
    return Days(first=first, last=last, left=0, right=width, locale=locale)


def names(days: Days) -> list[str]:
    return [name for _, name in days.ticks()]


def test_months_quarters_years_by_the_room_there_is() -> None:
    begin, end = date(2026, 1, 1), date(2026, 12, 31)
    assert names(axis(begin, end, 1000))[:2] == ["Jan 2026", "Feb 2026"]
    assert names(axis(begin, end, 400)) == ["Jan 2026", "Apr 2026", "Jul 2026", "Oct 2026"]
    assert names(axis(begin, date(2029, 1, 1), 200)) == ["2026", "2027", "2028", "2029"]
    assert names(axis(begin, end, 400, "es"))[0] == "ene 2026"


@pytest.mark.parametrize("years", [0, 1, 3, 8, 40, 700])
@pytest.mark.parametrize("width", [200, 300, 640])
def test_names_never_touch(years: int, width: int) -> None:
    ticks = axis(date(1900, 2, 3), date(1900 + years, 9, 9), width).ticks()
    for (x, name), (other, more) in pairwise(ticks):
        half = (text_width(name, SIZE) + text_width(more, SIZE)) / 2
        assert other - x > half
    assert ticks


def test_a_day_stands_where_its_share_of_the_time_is() -> None:
    days = axis(date(2026, 1, 1), date(2026, 1, 11), 100)
    assert days.at(date(2026, 1, 1)) == 0
    assert days.at(date(2026, 1, 6)) == 50
    assert days.at(date(2026, 1, 11)) == 100


def test_one_day_alone_needs_no_tick() -> None:
    assert axis(date(2026, 1, 2), date(2026, 1, 2)).ticks() == ()
