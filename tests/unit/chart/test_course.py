from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from unit.chart.small_plan import a_series, an_indicator, words

from planpress.chart.course import Course, course_of
from planpress.chart.subject import Subject
from planpress.model.assessment import Assessment, Expected, State
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


def test_steps_rise_half_a_period_before_their_new_value(about: About) -> None:
    base, target = {"period": "2020", "value": "5"}, {"period": "2023", "value": "9"}
    trajectory = tuple(
        Expected(Period.parse(str(year)), Decimal(value))
        for year, value in ((2020, 5), (2021, 5), (2022, 7), (2023, 9))
    )
    assessed = Assessment(
        indicator="m",
        state=State.RATED,
        rule=8,
        baseline=trajectory[0],
        target=trajectory[-1],
        trajectory=trajectory,
    )
    ways = []
    for shape in ("step", "linear"):
        indicator = an_indicator(
            "m", words("M"), shape=shape, baseline=base, target={"type": "numeric", **target}
        )
        course = course_of(
            about(
                "rated",
                indicator=indicator,
                series=a_series("m", {"2020": "5"}),
                assessment=assessed,
            )
        )
        assert course
        ways.append([(at, int(value)) for at, value in course.way])
    assert ways == [
        [(0, 5), (1.5, 5), (1.5, 7), (2.5, 7), (2.5, 9), (3, 9)],
        [(0, 5), (1, 5), (2, 7), (3, 9)],
    ]


def test_baseline_and_target_are_those_in_force_when_assessed(about: About) -> None:
    rated = about("rated")
    assert rated.assessment
    target = Expected(Period.parse("2024-25"), Decimal(70))
    course = course_of(about("rated", assessment=replace(rated.assessment, target=target)))
    assert course
    assert course.target == target
    before = course_of(about("rated", assessment=None))
    assert before
    assert before.target == Expected(Period.parse("2025-26"), Decimal(80))
