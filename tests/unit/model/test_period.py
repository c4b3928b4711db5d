from datetime import date, timedelta
from operator import ge, gt, le, lt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planpress.model.period import Form, MonthDay, Period

JULY = MonthDay(7, 1)
starts = st.dates(date(2023, 1, 1), date(2023, 12, 31)).map(lambda d: MonthDay(d.month, d.day))
periods = st.one_of(
    st.builds(Period, st.sampled_from([Form.SCHOOL_YEAR, Form.YEAR]), st.integers(1001, 2998)),
    st.builds(Period, st.just(Form.QUARTER), st.integers(4004, 11990)),
    st.builds(Period, st.just(Form.MONTH), st.integers(12012, 35970)),
    st.builds(Period, st.just(Form.DAY), st.integers(400_000, 1_000_000)),
)


@pytest.mark.parametrize(
    ("text", "form", "begin", "end"),
    [
        ("2023-24", Form.SCHOOL_YEAR, "2023-07-01", "2024-06-30"),
        ("1999-00", Form.SCHOOL_YEAR, "1999-07-01", "2000-06-30"),
        ("2024", Form.YEAR, "2024-01-01", "2024-12-31"),
        ("2024-Q3", Form.QUARTER, "2024-07-01", "2024-09-30"),
        ("2024-Q4", Form.QUARTER, "2024-10-01", "2024-12-31"),
        ("2024-02", Form.MONTH, "2024-02-01", "2024-02-29"),
        ("2024-12", Form.MONTH, "2024-12-01", "2024-12-31"),
        ("2024-09-30", Form.DAY, "2024-09-30", "2024-09-30"),
    ],
)
def test_every_form(text: str, form: Form, begin: str, end: str) -> None:
    period = Period.parse(text)
    assert (period.form, str(period)) == (form, text)
    assert period.begin(JULY) == date.fromisoformat(begin)
    assert period.end(JULY) == date.fromisoformat(end)


def test_a_school_year_begins_when_the_plan_says() -> None:
    period = Period.parse("2023-24")
    assert period.begin(MonthDay(8, 15)) == date(2023, 8, 15)
    assert period.end(MonthDay(8, 15)) == date(2024, 8, 14)


def test_what_can_be_a_school_year_or_a_month() -> None:
    assert Period.parse("2011-12").form is Form.SCHOOL_YEAR
    assert Period.parse("2011-12", Form.MONTH) == Period(Form.MONTH, 2011 * 12 + 11)
    assert Period.parse("2011-12", Form.SCHOOL_YEAR).form is Form.SCHOOL_YEAR
    assert Period.parse("2023-24", Form.QUARTER).form is Form.SCHOOL_YEAR


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("2023-25", "followed by 24"),
        ("2024-13", "followed by 25"),
        ("2009/10", "not a period"),
        ("2024-Q5", "not a period"),
        ("2024-02-30", "not a period"),
        ("20240930", "not a period"),
        ("2024-W39-1", "not a period"),
        ("9999", "out of reach"),
        ("9999-00", "out of reach"),
        ("9999 Q9", "out of reach"),
        ("0000", "out of reach"),
        ("24", "not a period"),
        ("", "not a period"),
        (" 2024", "not a period"),
    ],
)
def test_what_cannot_be(text: str, word: str) -> None:
    with pytest.raises(ValueError, match=word):
        Period.parse(text)


def test_periods_of_one_form_are_ordered() -> None:
    years = [Period.parse(text) for text in ("2024-Q4", "2023-Q4", "2024-Q1")]
    assert [str(year) for year in sorted(years)] == ["2023-Q4", "2024-Q1", "2024-Q4"]
    assert Period.parse("2023-24") <= Period.parse("2023-24")


def test_periods_of_two_forms_are_not() -> None:
    with pytest.raises(ValueError, match="different forms"):
        sorted([Period.parse("2024"), Period.parse("2023-24")])
    assert Period.parse("2024") != Period.parse("2024-25")


@pytest.mark.parametrize(
    ("text", "previous", "following"),
    [
        ("2023-24", "2022-23", "2024-25"),
        ("1999-00", "1998-99", "2000-01"),
        ("2024", "2023", "2025"),
        ("2024-Q4", "2024-Q3", "2025-Q1"),
        ("2024-Q1", "2023-Q4", "2024-Q2"),
        ("2024-12", "2024-11", "2025-01"),
        ("2024-01", "2023-12", "2024-02"),
        ("2024-02-29", "2024-02-28", "2024-03-01"),
        ("2023-12-31", "2023-12-30", "2024-01-01"),
    ],
)
def test_what_comes_before_and_after(text: str, previous: str, following: str) -> None:
    period = Period.parse(text)
    assert (str(period.previous), str(period.next)) == (previous, following)
    assert period.previous < period < period.next
    assert period.next > period >= period.previous


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("other", Form)
def test_only_periods_of_one_form_can_be_compared(form: Form, other: Form) -> None:
    one, another = (Period(which, 700_000) for which in (form, other))
    if form is other:
        assert one <= another
        return
    assert one != another
    for compare in (lt, le, gt, ge):
        with pytest.raises(ValueError, match="different forms"):
            compare(one, another)


@settings(derandomize=True, database=None)
@given(periods, periods)
def test_order_is_the_order_of_time(one: Period, other: Period) -> None:
    if one.form is other.form:
        assert (one < other) == (one.end(JULY) < other.begin(JULY))


@settings(derandomize=True, database=None)
@given(periods, starts, st.integers(0, 400))
def test_a_day_is_in_the_period_that_holds_it(period: Period, start: MonthDay, days: int) -> None:
    begin, end = period.begin(start), period.end(start)
    day = min(begin + timedelta(days=days), end)
    assert Period.holding(period.form, day, start) == period
    assert Period.holding(period.form, end, start) == period
    assert Period.holding(period.form, end + timedelta(days=1), start) == period.next


@settings(derandomize=True, database=None)
@given(periods, starts)
def test_periods_follow_each_other_whenever_school_starts(period: Period, start: MonthDay) -> None:
    assert period.next.begin(start) - period.end(start) == timedelta(days=1)
    assert period.begin(start) - period.previous.end(start) == timedelta(days=1)
    if period.form is not Form.SCHOOL_YEAR:
        assert period.begin(start) == period.begin(JULY)


@settings(derandomize=True, database=None)
@given(periods)
def test_next_and_previous_leave_no_day_out(period: Period) -> None:
    assert period.next.previous == period.previous.next == period
    assert period < period.next
    assert (period.next.begin(JULY) - period.end(JULY)).days == 1
    assert period.begin(JULY) <= period.end(JULY)
    assert Period.parse(str(period), period.form) == period


@pytest.mark.parametrize(
    ("after", "found"),
    [("2024-06-30", "2024-07-01"), ("2024-07-01", "2025-07-01"), ("2024-12-31", "2025-07-01")],
)
def test_a_day_of_the_year_comes_after(after: str, found: str) -> None:
    assert JULY.after(date.fromisoformat(after)) == date.fromisoformat(found)


@pytest.mark.parametrize("text", ["02-29", "13-01", "7-1", "0701", "07-01-2024"])
def test_a_day_that_no_year_or_not_every_year_has(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (the words are those of `fields`)
        MonthDay.parse(text)


def test_a_day_of_the_year() -> None:
    assert MonthDay.parse("07-01") == JULY
