from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from planpress.chart.axis import named_positions, value_axis
from planpress.model.indicator import Unit

numbers = st.lists(
    st.decimals(min_value=0, max_value=100, places=1, allow_nan=False), min_size=1, max_size=9
)


@given(numbers)
def test_a_few_ticks_hold_all_values_and_keep_percentages_possible(values: list[Decimal]) -> None:
    axis = value_axis(values, Unit.PERCENT)
    assert 2 <= len(axis.ticks) <= 5
    assert axis.ticks[0] <= min(values) <= max(values) <= axis.ticks[-1]
    assert axis.ticks[0] >= 0
    assert axis.ticks[-1] <= 100


@given(st.lists(st.decimals(-(10**7), 10**7, places=2), min_size=1, max_size=9))
def test_any_numbers_have_an_axis(values: list[Decimal]) -> None:
    axis = value_axis(values, Unit.NUMBER)
    assert 2 <= len(axis.ticks) <= 5
    assert axis.ticks[0] <= min(values) <= max(values) <= axis.ticks[-1]


def test_noise_is_not_blown_up() -> None:
    axis = value_axis([Decimal("52.4"), Decimal("52.6")], Unit.PERCENT)
    assert axis.ticks[-1] - axis.ticks[0] >= 10


def test_an_axis_near_zero_begins_there() -> None:
    assert value_axis([Decimal("1.5"), Decimal("2.0")], Unit.PERCENT).from_zero
    assert not value_axis([Decimal(81), Decimal(85)], Unit.PERCENT).from_zero
    assert value_axis([Decimal(81), Decimal(85)], Unit.PERCENT, zero=True).from_zero


def test_ticks_are_round_and_say_their_decimals() -> None:
    axis = value_axis([Decimal("0.1"), Decimal("0.4")], Unit.PERCENT)
    assert axis.decimals == 1
    assert value_axis([Decimal(94), Decimal(98)], Unit.PERCENT).ticks == (90, 95, 100)


def _year(index: int) -> str:
    return f"{2000 + index}–{index:02d}"


def test_the_first_and_the_last_period_are_named_and_five_at_most() -> None:
    for count in range(1, 40):
        chosen = named_positions(count - 1, _year, lambda x: 60.0 + 100 * x)
        assert chosen[0] == 0
        assert chosen[-1] == count - 1
        assert len(chosen) <= 5


def test_equal_steps_are_preferred() -> None:
    assert named_positions(12, _year, lambda x: 60 + 40 * x) == (0, 3, 6, 9, 12)
    assert named_positions(5, _year, lambda x: 60 + 100 * x) == (0, 2, 5)


def test_names_that_would_touch_are_left_out() -> None:
    assert named_positions(12, _year, lambda x: 60 + 18 * x) == (0, 6, 12)
    assert named_positions(2, _year, lambda x: 60 + 2 * x) == (2,)


def test_only_the_names_that_may_stand_there_are_written() -> None:
    written: list[int] = []

    def name(index: int) -> str:
        written.append(index)
        return str(index)

    named_positions(3000, name, lambda x: 20 + x / 5)
    assert len(written) < 20
