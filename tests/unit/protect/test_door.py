"""Which numbers may leave."""

import pytest
from unit.assess.measures import plan_of

from planpress.model.period import Period
from planpress.model.place import Place
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.series import Codes, Observation, Status
from planpress.model.value import Value
from planpress.protect.door import protect

HERE = Place("data/reading.csv", 2)


def raw(
    n: str = "",
    status: str = "",
    value: str = "51.7",
    codes: Codes = (),
    period: str = "2023-24",
) -> RawObservation:
    return RawObservation(
        period=Period.parse(period),
        value=Value.parse(value) if value else None,
        n=Value.parse(n) if n else None,
        status=Status(status),
        codes=codes,
        note="as published",
        path=HERE.path,
        line=HERE.line,
    )


def published(*rows: RawObservation, minimum_n: int = 16) -> tuple[Observation, ...]:
    series = RawSeries(indicator="reading", dimensions=("group",), observations=rows, place=HERE)
    found = protect({"reading": series}, plan_of(minimum_n=minimum_n))["reading"]
    assert (found.indicator, found.dimensions) == ("reading", ("group",))
    return found.observations


@pytest.mark.parametrize("n", ["0", "15", "<=50", "<=16", ">=3", ">=15", "<=0"])
def test_a_value_about_too_few_is_hidden_with_all_that_it_said(n: str) -> None:
    (row,) = published(raw(n))
    assert row == Observation(period=Period.parse("2023-24"), status=Status.SUPPRESSED)
    assert row.hidden


@pytest.mark.parametrize("n", ["", "16", "400", ">=16"])
def test_a_value_about_enough_people_is_shown_as_it_is(n: str) -> None:
    (row,) = published(raw(n, "preliminary"))
    assert (row.value, row.status, row.note) == (
        Value.parse("51.7"),
        Status.PRELIMINARY,
        "as published",
    )
    assert row.n == (Value.parse(n) if n else None)


def test_the_plan_says_how_many_are_enough() -> None:
    assert published(raw("9"), minimum_n=10)[0].hidden
    assert not published(raw("10"), minimum_n=10)[0].hidden
    assert not published(raw("<=5"), minimum_n=0)[0].hidden


def test_what_the_file_hides_stays_hidden() -> None:
    (row,) = published(raw("400", "suppressed"))
    assert (row.hidden, row.value, row.n, row.note) == (True, None, None, "")


def test_what_was_not_measured_has_no_value_and_no_small_number_of_people() -> None:
    (row,) = published(raw("400", "not_administered"))
    assert (row.value, row.status, str(row.n)) == (None, Status.NOT_ADMINISTERED, "400")
    (few,) = published(raw("3", "not_administered", value=""))
    assert (few.n, few.status, few.note) == (None, Status.NOT_ADMINISTERED, "as published")


def test_a_small_value_that_cannot_be_compared_is_hidden_too() -> None:
    (row,) = published(raw("3", "not_comparable"))
    assert row.hidden


def test_rows_are_sorted_by_codes_and_then_period() -> None:
    boys, girls = (("group", "boys"),), (("group", "girls"),)
    rows = published(
        raw(codes=girls),
        raw(codes=boys, period="2023-24"),
        raw(period="2022-23"),
        raw("3", codes=boys, period="2021-22"),
        raw(period="2020-21"),
    )
    assert [(row.codes, str(row.period), row.hidden) for row in rows] == [
        ((), "2020-21", False),
        ((), "2022-23", False),
        (boys, "2021-22", True),
        (boys, "2023-24", False),
        (girls, "2023-24", False),
    ]


@pytest.mark.parametrize("counts", [("9", "400"), ("400", "9")])
def test_of_repeated_rows_neither_is_shown_where_one_must_not_be(counts: tuple[str, str]) -> None:
    assert all(row.hidden for row in published(*(raw(n) for n in counts)))
