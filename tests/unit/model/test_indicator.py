from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.assess.measures import measure

from planpress.model.indicator import Break, Release
from planpress.model.period import Form, MonthDay, Period
from planpress.model.words import Words

JULY = MonthDay(7, 1)


def release(month_day: str, grace: str = "0") -> Release:
    return Release.model_validate({"month_day": month_day, "grace_days": grace})


@pytest.mark.parametrize(
    ("period", "month_day", "day"),
    [
        ("2023-24", "08-31", "2024-08-31"),
        ("2023-24", "06-30", "2025-06-30"),
        ("2023-24", "07-01", "2024-07-01"),
        ("2023-24", "01-15", "2025-01-15"),
        ("2024", "12-31", "2025-12-31"),
        ("2024", "01-15", "2025-01-15"),
        ("2024-Q3", "11-15", "2024-11-15"),
        ("2024-Q4", "11-15", "2025-11-15"),
        ("2024-02", "03-15", "2024-03-15"),
        ("2024-10-01", "12-01", "2024-12-01"),
        ("2024-12-01", "12-01", "2025-12-01"),
    ],
)
def test_a_result_is_expected_on_the_first_such_day_after_its_period(
    period: str, month_day: str, day: str
) -> None:
    found = Period.parse(period)
    assert release(month_day).day(found, JULY) == date.fromisoformat(day)
    assert release(month_day).due(found, JULY) == date.fromisoformat(day)
    late = release(month_day, "30").due(found, JULY)
    assert late == date.fromisoformat(day) + timedelta(days=30)


def test_it_depends_on_when_school_years_start() -> None:
    period, august = Period.parse("2023-24"), MonthDay(8, 15)
    assert release("07-20").day(period, JULY) == date(2024, 7, 20)
    assert release("07-20").day(period, august) == date(2025, 7, 20)


@settings(derandomize=True, database=None)
@given(
    st.builds(Period, st.sampled_from([Form.SCHOOL_YEAR, Form.YEAR]), st.integers(1990, 2100)),
    st.dates(date(2023, 1, 1), date(2023, 12, 31)),
)
def test_a_result_is_never_expected_before_its_period_is_over(period: Period, day: date) -> None:
    found = release(f"{day:%m-%d}").day(period, JULY)
    assert 0 < (found - period.end(JULY)).days <= 366
    assert found <= release(f"{day:%m-%d}").day(period.next, JULY)


def test_without_a_release_results_have_until_the_end_of_june() -> None:
    usual = measure(release=None).release
    assert usual.day(Period.parse("2023-24"), JULY) == date(2024, 12, 31)
    assert usual.due(Period.parse("2023-24"), JULY) == date(2025, 6, 29)


def test_a_break_needs_no_id() -> None:
    reason = Words({"en": "A new test."})
    assert Break.model_validate({"before": "2024-25", "reason": reason}).id is None


@pytest.mark.parametrize(
    ("facts", "background"),
    [
        ({"target": {"type": "none"}}, True),
        ({"target": {"type": "none"}, "priority": "reading"}, False),
        ({"target": {"type": "none"}, "priority": "reading", "role": "system"}, True),
        ({}, False),
        ({"role": "system"}, False),
    ],
)
def test_what_only_helps_to_read_the_measures(
    facts: dict[str, object], *, background: bool
) -> None:
    assert measure(**facts).background is background


@pytest.mark.parametrize(
    ("facts", "period", "day"),
    [
        ({"days": "45"}, "2024-Q1", "2024-05-15"),
        ({"days": "0"}, "2023-24", "2024-06-30"),
        ({}, "2023-24", "2024-12-31"),
        ({}, "2023", "2024-12-31"),
        ({}, "2024-Q1", "2024-06-29"),
        ({}, "2024-02", "2024-05-29"),
        ({}, "2024-10-01", "2024-12-30"),
    ],
)
def test_a_release_may_be_counted_in_days_or_left_to_the_form(
    facts: dict[str, str], period: str, day: str
) -> None:
    found = Release.model_validate(facts) if facts else Release.model_construct()
    assert found.day(Period.parse(period), JULY) == date.fromisoformat(day)


@pytest.mark.parametrize("facts", [{"month_day": "12-31", "days": "3"}, {"grace_days": "3"}])
def test_a_release_is_written_in_one_way(facts: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="either"):
        Release.model_validate(facts)
