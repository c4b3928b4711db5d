"""Properties of the method that hold for all numbers."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from unit.assess.measures import assess_all, measure, point, rows

from planpress.assess.rules import RULES
from planpress.model.assessment import Assessment, State
from planpress.model.indicator import IndicatorRecord
from planpress.model.rating import Rating

numbers = st.decimals(-500, 500, places=2)
tolerances = st.decimals(0, 50, places=2)
years = st.sampled_from(["2021-22", "2022-23", "2023-24", "2024-25"])
directions = st.sampled_from(["increase", "decrease"])
pairs = st.tuples(numbers, numbers)
always = settings(derandomize=True, database=None)


def aim(
    start: Decimal, end: Decimal, direction: str = "increase", tolerance: Decimal | None = None
) -> IndicatorRecord:
    return measure(
        unit="number",
        direction=direction,
        baseline=point("2020-21", str(start)),
        target={"type": "numeric", **point("2024-25", str(end))},
        tolerance=None if tolerance is None else str(tolerance),
        release={"month_day": "12-31", "grace_days": "3650"},
    )


def rated(indicator: IndicatorRecord, year: str, value: object) -> Assessment:
    return assess_all((indicator, rows(f"{year} {value}")), as_of="2025-07-01")["reading"]


def rank(found: Assessment) -> int:
    assert found.rating
    return found.rating.rank


def test_every_rule_says_which_one_it_is() -> None:
    said = [(rule.__doc__ or "")[:2] for rule in RULES]
    assert {text.rstrip(": ") for text in said} == {str(n) for n in range(1, 11)}


@always
@given(numbers, numbers, numbers, years, tolerances)
def test_a_mirrored_direction_gives_the_same_rating(
    start: Decimal, end: Decimal, actual: Decimal, year: str, tolerance: Decimal
) -> None:
    up = rated(aim(start, end, "increase", tolerance), year, actual)
    down = rated(aim(-start, -end, "decrease", tolerance), year, -actual)
    assert (up.state, up.rating, up.met, up.gap, up.plan, up.gain) == (
        (down.state, down.rating, down.met, down.gap, down.plan, down.gain)
    )


@always
@given(numbers, numbers, numbers, numbers, years, directions)
def test_a_better_result_is_never_rated_worse(
    start: Decimal, end: Decimal, one: Decimal, other: Decimal, year: str, direction: str
) -> None:
    worse, better = sorted([one, other], reverse=direction == "decrease")
    indicator = aim(start, end, direction)
    low, high = rated(indicator, year, worse), rated(indicator, year, better)
    assert rank(high) >= rank(low)
    assert not (low.met and not high.met)


@always
@given(pairs, numbers, years, st.tuples(tolerances, tolerances), directions)
def test_a_wider_tolerance_is_never_rated_worse(
    ends: tuple[Decimal, Decimal],
    actual: Decimal,
    year: str,
    two: tuple[Decimal, Decimal],
    direction: str,
) -> None:
    narrow, wide = sorted(two)
    strict = rated(aim(*ends, direction, narrow), year, actual)
    lenient = rated(aim(*ends, direction, wide), year, actual)
    assert rank(lenient) >= rank(strict)
    assert lenient.met is strict.met


@always
@given(numbers, numbers, numbers, years, tolerances)
def test_scaling_all_values_scales_nothing(
    start: Decimal, end: Decimal, actual: Decimal, year: str, tolerance: Decimal
) -> None:
    tolerance += 1
    small = rated(aim(start, end, "increase", tolerance), year, actual)
    large = rated(aim(start * 7, end * 7, "increase", tolerance * 7), year, actual * 7)
    assert (small.state, small.rating, small.met) == (large.state, large.rating, large.met)


@always
@given(
    pairs,
    st.tuples(st.sampled_from([">=", "<="]), numbers),
    years,
    directions,
    st.lists(st.decimals(0, 1000, places=1), max_size=8),
)
def test_a_bound_is_rated_only_if_all_that_it_allows_is_rated_alike(
    ends: tuple[Decimal, Decimal],
    published: tuple[str, Decimal],
    year: str,
    direction: str,
    beyond: list[Decimal],
) -> None:
    indicator = aim(*ends, direction)
    bound, number = published
    found = rated(indicator, year, f"{bound}{number}")
    if found.state is State.HIDDEN:
        return
    for step in [Decimal(0), Decimal(10_000), *beyond]:
        allowed = rated(indicator, year, number + step if bound == ">=" else number - step)
        assert (allowed.rating, allowed.met) == (found.rating, found.met)


@always
@given(numbers, numbers, numbers, st.dates())
def test_overdue_is_never_green(
    start: Decimal, end: Decimal, actual: Decimal, as_of: object
) -> None:
    indicator = aim(start, end).model_copy(update={"release": measure().release})
    found = assess_all((indicator, rows(f"2021-22 {actual}")), as_of=str(as_of))["reading"]
    if found.state is State.OVERDUE:
        assert found.rating is None
        assert found.due
        assert str(as_of) > found.due.isoformat()
    if found.rating is Rating.G:
        assert found.due
        assert str(as_of) <= found.due.isoformat()


@always
@given(numbers, numbers, years)
def test_met_is_green_and_not_met_is_not(start: Decimal, end: Decimal, year: str) -> None:
    found = rated(aim(start, end), "2024-25", start)
    assert (found.rating is Rating.G) is bool(found.met)
    assert rated(aim(start, end), year, end + abs(end - start)).rating is Rating.G
