from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from planpress.model.calendar import Calendar
from planpress.model.period import Form, MonthDay, Period

days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
starts = st.dates(date(2023, 1, 1), date(2023, 12, 31)).map(lambda d: MonthDay(d.month, d.day))


@settings(derandomize=True, database=None)
@given(days, starts, st.sampled_from(Form), st.integers(-400, 400))
def test_a_period_is_over_from_its_last_day_on(
    day: date, start: MonthDay, form: Form, away: int
) -> None:
    here = Period.holding(form, day, start)
    period = Period(form, here.number + away)
    assert Calendar(day, start).over(period) is (period.end(start) <= day)


def test_on_the_last_day_and_the_day_before() -> None:
    start, period = MonthDay(7, 1), Period.parse("2023-24")
    assert Calendar(date(2024, 6, 30), start).over(period)
    assert not Calendar(date(2024, 6, 29), start).over(period)
