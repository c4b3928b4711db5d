import pytest
from pydantic import TypeAdapter, ValidationError

from planpress.model.period_pattern import PeriodPattern

ADAPTER = TypeAdapter(PeriodPattern)


@pytest.mark.parametrize(
    ("pattern", "text", "period"),
    [
        ("{begins}-{ends}", "2023-2024", "2023-24"),
        ("{begins}-{ends}", "2023-24", "2023-24"),
        ("{begins}/{ends}", "2023/24", "2023-24"),
        ("SY {begins}-{ends}", "sy  2023-24", "2023-24"),
        ("Class of {ends}", "Class of 2024", "2023-24"),
        ("{begins}", "2023", "2023-24"),
        ("{year}", "2024", "2024"),
        ("Q{quarter} {year}", "Q3 2024", "2024-Q3"),
        ("{month}/{year}", "9/2024", "2024-09"),
        ("{month}/{year}", "12/2011", "2011-12"),
        ("{month}/{day}/{year}", "9/3/2024", "2024-09-03"),
    ],
)
def test_periods_as_others_write_them(pattern, text, period):
    found = ADAPTER.validate_python(pattern).period(text)
    assert str(found) == period
    assert found.form.value != "school year" or "begins" in pattern or "ends" in pattern


@pytest.mark.parametrize(
    ("pattern", "text", "why"),
    [
        ("{begins}-{ends}", "2023-2042", "2023 is followed by 2024"),
        ("{begins}-{ends}", "2023-25", "2023 is followed by 2024"),
        ("{begins}-{ends}", "2023-2124", "2023 is followed by 2024"),
        ("{begins}-{ends}", "Total", "is not written as"),
        ("{ends}", "24", "four digits"),
        ("{month}/{day}/{year}", "2/30/2024", "2024-02-30"),
    ],
)
def test_what_no_period_is(pattern, text, why):
    with pytest.raises(ValueError, match=why):
        ADAPTER.validate_python(pattern).period(text)


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("{begin}-{ends}", "Did you mean “begins”"),
        ("Year", "tells no period"),
        ("{month}", "tells no period"),
        ("{year} {year}", "tells no period"),
    ],
)
def test_what_tells_no_period(pattern, why):
    with pytest.raises(ValidationError, match=why):
        ADAPTER.validate_python(pattern)
