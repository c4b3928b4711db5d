from dataclasses import replace
from datetime import date

import pytest
from unit.render.sample import ASSESSMENT, indicator, not_set, plan, row, site

from planpress.model.assessment import Expected
from planpress.model.awaited import NextResult, Timing, next_result
from planpress.model.period import Period
from planpress.model.series import Series

RELEASE = {"month_day": "08-31", "grace_days": "30"}
NEXT = NextResult(Period.parse("2025-26"), date(2026, 8, 31), date(2026, 9, 30))


def with_rows(*periods, made=None, **facts):
    """Return the next result of a background measure with a row for each of these periods."""
    found = indicator(**{"target": {"type": "none"}, "release": RELEASE, **facts})
    made = made or site(indicators={"grade-3": found})
    rows = tuple(row(period, "50") for period in periods)
    made = replace(
        made,
        assessments={"grade-3": not_set("grade-3")},
        series={"grade-3": Series(indicator="grade-3", observations=rows)},
    )
    return next_result(made, found)


@pytest.mark.parametrize(
    ("day", "timing"),
    [
        (date(2026, 8, 30), Timing.COMING),
        (date(2026, 8, 31), Timing.NOW),
        (date(2026, 9, 30), Timing.NOW),
        (date(2026, 10, 1), Timing.LATE),
    ],
)
def test_a_result_is_late_after_its_last_day(day, timing):
    assert NEXT.timing(day) is timing


def test_a_measure_on_its_way_awaits_what_its_assessment_says():
    measure = indicator(release=RELEASE)
    awaiting = replace(ASSESSMENT, awaited=NEXT.period, due=NEXT.due)
    made = replace(site(), assessments={"grade-3": awaiting})
    assert next_result(made, measure) == NEXT


def test_at_the_end_of_its_way_nothing_comes_next():
    point = Expected(Period.parse("2022-23"), ASSESSMENT.target.value)
    made = replace(site(), assessments={"grade-3": replace(ASSESSMENT, trajectory=(point,))})
    assert next_result(made, indicator(release=RELEASE)) is None


def test_a_background_number_follows_the_rhythm_of_its_results():
    assert with_rows("2023-24", "2024-25") == NEXT
    every_other = with_rows("2022-23", "2024-25")
    assert every_other
    assert str(every_other.period) == "2026-27"


def test_one_result_is_followed_by_the_next_period():
    assert with_rows("2024-25") == NEXT


def test_without_a_release_of_its_own_no_day_is_promised():
    found = indicator(target={"type": "none"})
    made = site(indicators={"grade-3": found})
    assert "release" not in found.model_fields_set
    made = replace(made, assessments={"grade-3": not_set("grade-3")})
    assert next_result(made, found) is None


def test_without_any_result_no_period_is_known():
    assert with_rows() is None


def test_nothing_is_promised_for_periods_after_the_plan():
    assert with_rows("2025-26") is not None
    assert with_rows("2026-27") is None
    longer = site(plan=plan(end="2028-06-30"))
    assert with_rows("2026-27", made=longer) is not None


@pytest.mark.parametrize("target", ["compound", "process"])
def test_parts_and_steps_have_no_results_of_their_own(target):
    found = indicator(target={"type": target})
    awaiting = replace(ASSESSMENT, awaited=NEXT.period, due=NEXT.due)
    made = replace(site(indicators={"grade-3": found}), assessments={"grade-3": awaiting})
    assert next_result(made, found) is None
