"""Which rows of a series count on a day, and which are about everyone or one kind of group."""

from datetime import date
from decimal import Decimal

from planpress.model.calendar import Calendar
from planpress.model.period import MonthDay, Period
from planpress.model.series import Column, Observation, Series, Status
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


def test_an_outline_says_all_but_the_numbers():
    told = SERIES.outline
    assert [str(period) for period in told.periods] == list(YEARS)
    assert (told.rows, told.hidden, told.bounds) == (12, 0, 0)
    assert told.codes == {"group": ("", "female"), "school": ("", "alder")}
    other = [r._replace(value=Value(Decimal(40))) for r in ROWS]
    assert Series(indicator="x", dimensions=SERIES.dimensions, observations=other).outline == told


def test_an_outline_counts_what_is_hidden_and_what_is_a_bound():
    year = Period.parse("2023-24")
    rows = (
        Observation(year, Value.parse(">=98"), Value.parse("10")),
        Observation(year, Value.parse("3.0")),
        Observation(year, status=Status.SUPPRESSED),
    )
    told = Series(indicator="reading", observations=rows).outline
    assert (told.rows, told.hidden, told.bounds) == (3, 1, 1)
    assert told.values == Column(bounded=True, whole=False)
    assert told.people == Column(bounded=False, whole=True)


def test_a_zero_after_the_point_is_no_whole_number_wherever_it_stands():
    for texts in (("3", "3.0"), ("3.0", "3")):
        assert not Column.of(Value.parse(text) for text in texts).whole


def test_only_hidden_rows_about_everyone_conceal_a_period():
    year = Period.parse("2023-24")
    hidden = Observation(year, status=Status.SUPPRESSED)
    assert Series(indicator="x", observations=(hidden,)).concealed == {year}
    assert not Series(indicator="x", observations=(hidden._replace(codes=GROUPS[1]),)).concealed
