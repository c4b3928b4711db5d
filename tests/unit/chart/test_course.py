from collections.abc import Callable
from typing import Any

from unit.chart.small_plan import a_series, an_indicator, words

from planpress.chart.course import Course, course_of
from planpress.chart.subject import Subject
from planpress.model.period import Period

About = Callable[..., Subject]


def _course(about: About, results: dict[str, str], **facts: Any) -> Course | None:
    indicator = an_indicator("m", words("M"), **facts)
    return course_of(
        about("rated", indicator=indicator, series=a_series("m", results), assessment=None)
    )


def _runs(course: Course | None) -> list[list[str]]:
    assert course
    return [[str(reading.period) for reading in run] for run in course.runs]


def test_a_missing_period_ends_a_run(about: About) -> None:
    course = course_of(about("graduation-rate"))
    assert [len(run) for run in course.runs] == [4, 2, 3] if course else False


def test_a_hidden_result_ends_a_run_and_is_no_reading(about: About) -> None:
    course = _course(about, {"2020": "5", "2021": "suppressed", "2022": "7"})
    assert _runs(course) == [["2020"], ["2022"]]
    assert course
    assert course.missing == ()


def test_a_bound_stands_alone(about: About) -> None:
    course = _course(about, {"2020": "95", "2021": ">=98", "2022": "97"})
    assert _runs(course) == [["2020"], ["2021"], ["2022"]]


def test_a_break_ends_a_run_and_what_can_be_compared(about: About) -> None:
    course = course_of(about("rated"))
    assert _runs(course) == [["2020-21", "2021-22"], ["2022-23", "2023-24"]]
    assert course
    assert [str(r.period) for r in course.comparable] == ["2022-23", "2023-24"]


def test_days_are_joined_whatever_lies_between(about: About) -> None:
    course = _course(about, {"2024-01-31": "5", "2024-05-31": "7"})
    assert _runs(course) == [["2024-01-31", "2024-05-31"]]


def test_one_result_alone_is_no_course_but_a_plan_without_result_is(about: About) -> None:
    assert course_of(about("lone")) is None
    assert course_of(about("empty")) is None
    course = course_of(about("promise"))
    assert course
    assert [str(point.period) for point in course.trajectory] == ["2020-21", "2025-26"]


def test_a_baseline_in_another_form_of_period_is_left_out(about: About) -> None:
    baseline = {"period": "2019", "value": "3"}
    course = _course(about, {"2020-21": "5", "2021-22": "6"}, baseline=baseline)
    assert course
    assert course.baseline is None
    assert course.first == Period.parse("2020-21")
