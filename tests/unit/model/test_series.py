"""Which rows of a series count on a day, and which are about everyone or one kind of group."""

from datetime import date
from decimal import Decimal

from planpress.model.calendar import Calendar
from planpress.model.period import MonthDay, Period
from planpress.model.series import Observation, Series
from planpress.model.value import Value

GROUPS = ((), (("group", "female"),), (("group", "female"), ("school", "alder")))
YEARS = ("2021-22", "2022-23", "2023-24")


def row(year, codes=()):
    return Observation(period=Period.parse(year), value=Value(Decimal(50)), codes=codes)


ROWS = tuple(row(year, codes) for codes in (*GROUPS, (("school", "alder"),)) for year in YEARS)
SERIES = Series(indicator="reading", dimensions=("group", "school"), observations=ROWS)


def until(day):
    return SERIES.until(Calendar(date.fromisoformat(day), MonthDay(7, 1)))


def test_rows_count_from_the_last_day_of_their_period():
    assert until("2024-06-30") is SERIES
    before = until("2024-06-29")
    assert before.observations == tuple(r for r in ROWS if str(r.period) != "2023-24")
    assert (before.indicator, before.dimensions) == (SERIES.indicator, SERIES.dimensions)
    assert until("2020-01-01").observations == ()


def test_an_empty_series_stays_as_it_is():
    empty = Series(indicator="reading")
    assert empty.until(Calendar(date(2024, 1, 1), MonthDay(7, 1))) is empty


def test_groups_are_split_by_one_dimension_alone():
    assert SERIES.overall == ROWS[:3]
    assert SERIES.by("group") == ROWS[3:6]
    assert SERIES.by("school") == ROWS[9:]
    assert SERIES.by("level") == ()


def test_what_was_found_once_is_not_looked_for_again():
    assert SERIES.by("group") is SERIES.by("group")
    assert SERIES.overall is SERIES.overall


def test_earlier_rows_have_their_own_groups():
    assert SERIES.by("group") == ROWS[3:6]
    assert until("2023-12-31").by("group") == ROWS[3:5]


def test_the_rows_of_a_day_are_known_by_the_digest_of_all_and_the_day():
    known = SERIES.known_by("all")
    days = [date(2023, 6, 30), date(2024, 6, 29), date(2024, 6, 30)]
    digests = [known.until(Calendar(day, MonthDay(7, 1))).digest for day in days]
    assert len(set(digests)) == 3
    assert digests[2] == "all"
    assert until("2024-06-29").digest == ""
    assert known == SERIES
