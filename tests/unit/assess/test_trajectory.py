from decimal import Decimal

import pytest
from unit.assess.measures import measure, path

from planpress.assess.aim import aim_of
from planpress.assess.trajectory import Trajectory, trajectory
from planpress.model.assessment import Expected
from planpress.model.period import Form, Period


def at(period: str, value: str) -> Expected:
    return Expected(Period.parse(period), Decimal(value))


def line(start: Expected, end: Expected, **points: str) -> Trajectory:
    found = trajectory(start, end, measure(trajectory=path(**points)).trajectory)
    assert found
    return found


def values(found: Trajectory, *results: str) -> list[tuple[str, str]]:
    points = found.points(Period.parse(result) for result in results)
    return [(str(point.period), str(point.value)) for point in points]


def test_a_line_has_one_point_per_period_both_ends_included() -> None:
    found = line(at("2020-21", "50.0"), at("2024-25", "62"))
    assert values(found) == [
        ("2020-21", "50"),
        ("2021-22", "53"),
        ("2022-23", "56"),
        ("2023-24", "59"),
        ("2024-25", "62"),
    ]


def test_thirds_are_published_to_twelve_places_and_kept_exactly() -> None:
    found = line(at("2024-01", "1"), at("2024-04", "2"))
    assert values(found)[1:3] == [("2024-02", "1.333333333333"), ("2024-03", "1.666666666667")]
    assert found.multiple(Period.parse("2024-02")) == (4, 3)


def test_a_line_may_fall_and_pass_a_year_in_quarters() -> None:
    found = line(at("2024-Q3", "1.8"), at("2025-Q1", "1.2"))
    assert values(found) == [("2024-Q3", "1.8"), ("2024-Q4", "1.5"), ("2025-Q1", "1.2")]


def test_declared_points_stand_for_themselves_with_nothing_between() -> None:
    found = line(at("2020-21", "50"), at("2024-25", "62"), y2023="60", y2022="52")
    assert values(found) == [
        ("2020-21", "50"),
        ("2022-23", "52"),
        ("2023-24", "60"),
        ("2024-25", "62"),
    ]
    assert found.multiple(Period.parse("2021-22")) is None


def test_at_the_ends_baseline_and_target_win_and_beyond_them_nothing_is_expected() -> None:
    found = line(at("2020-21", "50"), at("2022-23", "62"), y2019="1", y2020="2", y2022="3")
    assert values(found) == [("2020-21", "50"), ("2022-23", "62")]
    for beyond in ("2019-20", "2023-24", "2021", "2021-22"):
        assert found.at(Period.parse(beyond)) is None
    straight = line(at("2020-21", "50"), at("2022-23", "62"))
    assert straight.at(Period.parse("2019-20")) is None
    assert straight.at(Period.parse("2023-24")) is None


def test_between_days_the_days_with_results_are_the_reporting_periods() -> None:
    found = line(at("2024-01-01", "0"), at("2024-01-11", "10"))
    assert values(found, "2024-01-04", "2024-03-01", "2024") == [
        ("2024-01-01", "0"),
        ("2024-01-04", "3"),
        ("2024-01-11", "10"),
    ]
    assert found.after(Period.parse("2024-01-04")) == Period.parse("2024-01-11")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (None, at("2024-25", "1")),
        (at("2024-25", "1"), None),
        (at("2024-25", "1"), at("2024-25", "2")),
        (at("2024-25", "1"), at("2023-24", "2")),
        (at("2024-25", "1"), at("2030", "2")),
    ],
)
def test_no_path(start: Expected | None, end: Expected | None) -> None:
    assert trajectory(start, end) is None


def test_awaited_comes_next_but_never_after_the_target() -> None:
    found = line(at("2020-21", "50"), at("2022-23", "62"))
    assert str(found.after(Period.parse("2020-21"))) == "2021-22"
    assert str(found.after(Period.parse("2030-31"))) == "2022-23"


LATE = {"shape": "linear", "starts": "2021-22"}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "50 53 56 59 62"),
        ({"shape": "linear"}, "50 53 56 59 62"),
        ({"shape": "step"}, "50 50 50 50 62"),
        ({"starts": "2022-23"}, "50 50 50 56 62"),
        ({"starts": "2020-21"}, "50 53 56 59 62"),
        ({"starts": "2024-25"}, "50 53 56 59 62"),
        ({"trajectory": path(y2022="52")}, "50 - 52 - 62"),
        ({"trajectory": path(y2022="52"), "shape": "linear"}, "50 51 52 57 62"),
        ({"trajectory": path(y2022="52"), "shape": "step"}, "50 50 52 52 62"),
        (
            {"trajectory": path(y2023="60"), "shape": "linear", "starts": "2021-22"},
            "50 50 55 60 62",
        ),
        ({"trajectory": path(y2021="51"), "shape": "linear", "starts": "2022-23"}, None),
    ],
)
def test_every_shape_of_the_way(facts: dict[str, object], expected: str | None) -> None:
    found = aim_of(measure(**facts)).path
    assert found
    if expected is None:  # a point before the delayed start: the points count
        assert found.at(Period.parse("2022-23")) == Decimal("54.666666666667")
        return
    periods = [Period(Form.SCHOOL_YEAR, year) for year in range(2020, 2025)]
    assert " ".join(str(found.at(period) or "-") for period in periods) == expected
    published = [(point.period, point.value) for point in found.points(())]
    assert published == [(p, v) for p in periods if (v := found.at(p)) is not None]


def test_results_are_awaited_where_the_plan_expects_something() -> None:
    points = measure(trajectory=path(y2022="52"))
    lines = measure(trajectory=path(y2022="52"), shape="linear")
    latest = Period.parse("2020-21")
    for facts, awaited in ((points, "2022-23"), (lines, "2021-22")):
        found = aim_of(facts).path
        assert found
        assert found.after(latest) == Period.parse(awaited)
