from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planpress.model.value import Bound, Value


@pytest.mark.parametrize(
    ("text", "number", "bound"),
    [
        ("51.7", "51.7", Bound.EXACT),
        (" 51.70 ", "51.70", Bound.EXACT),
        ("-3", "-3", Bound.EXACT),
        ("+3", "3", Bound.EXACT),
        (">=98", "98", Bound.AT_LEAST),
        (">= 98", "98", Bound.AT_LEAST),
        ("≥98", "98", Bound.AT_LEAST),
        ("<=10", "10", Bound.AT_MOST),
        ("≤10.5", "10.5", Bound.AT_MOST),
        ("0.1000000000000000000000000000001", "0.1000000000000000000000000000001", Bound.EXACT),
    ],
)
def test_numbers_and_bounds(text: str, number: str, bound: Bound) -> None:
    value = Value.parse(text)
    assert (value.number, value.bound) == (Decimal(number), bound)
    assert value.exact is (bound is Bound.EXACT)


@pytest.mark.parametrize(
    "text",
    ["", "-", "1,234", "12%", ">98", "<10", "=5", "1e3", "nan", "inf", "(-)", "15 or less", "5."],
)
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        Value.parse(text)


@settings(derandomize=True, database=None)
@given(st.decimals(allow_nan=False, allow_infinity=False), st.sampled_from(Bound))
def test_what_is_written_is_read_as_the_same(number: Decimal, bound: Bound) -> None:
    value = Value(number, bound)
    assert Value.parse(str(value)) == value
    assert "E" not in str(value)


def test_the_decimals_of_the_file_are_kept() -> None:
    assert str(Value.parse("50.0")) == "50.0"
    assert str(Value.parse(">=98.00")) == ">=98.00"
