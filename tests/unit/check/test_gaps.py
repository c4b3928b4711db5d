"""Periods that are missing in the middle."""

import pytest
from unit.check.numbered import row, told, years

from planpress.check.gaps import missing_periods


def test_missing_years_are_named_once_for_all_groups():
    values = ("50", "51", "", "", "52", "53", "54")
    rows = [
        *years(*values),
        *years(*values, group="female"),
        *years("50", "51", "52", "53", "54", "55", "56", group="male"),
    ]
    (found,) = told(missing_periods, rows)
    assert (found.level, found.rule, found.place.line) == ("warning", "missing-period", 4)
    assert found.message == "no row of 2018-19 and 2019-20 for everyone and female"
    assert "not_administered" in found.hint
    assert "column note" in found.hint


def test_a_note_on_the_row_after_it_explains_a_gap():
    rows = [*years("50", "51"), row("2019-20", "52", note="Not published"), row("2020-21", "53")]
    (found,) = told(missing_periods, rows)
    assert (found.level, found.place.line) == ("notice", 4)


def test_every_gap_is_told():
    found = told(missing_periods, years("50", "51", "", "52", "53", "", "54"))
    assert [p.message for p in found] == [
        "no row of 2018-19 for everyone",
        "no row of 2021-22 for everyone",
    ]


def test_what_was_not_measured_is_not_missing_for_groups_either():
    whole = [*years("50"), row("2017-18", status="not_administered"), *years("51", first=2018)]
    rows = [*whole, *years("50", "", "51", "52", group="female")]
    assert told(missing_periods, rows) == []


@pytest.mark.parametrize(
    "rows",
    [
        years("50", "", "51", "", "52", "", "53"),  # every second year
        years("50", "", "", "", "51"),  # two are no series
        years("50", "51", "52"),
        [*years("50", "", "51", "", "52"), row("2023-24", "53")],  # not twice as long
        [],
    ],
)
def test_nothing_is_missing(rows):
    assert told(missing_periods, rows) == []


def months(*numbers: str) -> list:
    return [row(period, "50") for period in numbers]


def test_months_that_never_have_a_result_are_not_missed():
    school = ("09", "10", "11", "12", "01", "02")
    rows = [f"{year + (month < '09')}-{month}" for year in (2020, 2021, 2022) for month in school]
    assert told(missing_periods, months(*rows)) == []
    (found,) = told(missing_periods, months(*(one for one in rows if one != "2021-11")))
    assert found.message == "no row of 2021-11 for everyone"


def test_quarters_are_missed_where_they_are_usual():
    every = [f"{year}-Q{quarter}" for year in (2020, 2021, 2022) for quarter in (1, 2, 3, 4)]
    assert told(missing_periods, months(*every)) == []
    twice = [one for one in every if one[-1] in "13"]
    assert told(missing_periods, months(*twice)) == []
    (found,) = told(missing_periods, months(*(one for one in twice if one != "2021-Q3")))
    assert found.message == "no row of 2021-Q3 for everyone"


def test_days_a_year_apart():
    days = ("2018-10-01", "2019-10-01", "2021-10-01", "2022-10-03")
    (found,) = told(missing_periods, months(*days))
    assert found.message == "nothing for everyone between 2019-10-01 and 2021-10-01"
    assert told(missing_periods, months("2018-10-01", *days[1:2], "2020-10-05")) == []
    assert told(missing_periods, months("2018-10-01", "2018-10-08", "2018-12-01")) == []
