"""The 90 % interval of a share, and what chance alone could give.

Wilson's interval depends on the share and on z²/n alone. So a published interval of 95 % about n
people is that of 90 % about n times the square of the two quantiles' quotient.
"""

from decimal import Decimal
from math import sqrt
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planpress.model.indicator import Unit
from planpress.model.interval import LEVEL, Interval, Term, by_chance, interval_of, wilson
from planpress.model.period import Period
from planpress.model.series import Observation, Status
from planpress.model.value import Value

Z90, Z95 = NormalDist().inv_cdf(0.95), NormalDist().inv_cdf(0.975)
SCALE = Decimal(Z90 * Z90) / Decimal(Z95 * Z95)
HUNDRED = Decimal(100)

shares = st.decimals(0, 100, places=2)
people = st.integers(1, 100_000)


def of(x: int, n: int) -> tuple[Decimal, Interval]:
    """Return a share in percent and its 95 % interval."""
    share = HUNDRED * x / n
    return share, wilson(share, n * SCALE)


def naive(share: float, n: float, z: float = Z90) -> tuple[float, float]:
    """Return Wilson's interval in percent by the formula of the textbooks, in floats."""
    p = share / 100
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    reach = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return 100 * (middle - reach), 100 * (middle + reach)


@pytest.mark.parametrize(
    ("x", "n", "low", "high"),
    [
        (81, 263, "0.2553", "0.3662"),
        (15, 148, "0.0624", "0.1605"),
        (0, 20, "0.0000", "0.1611"),
        (1, 29, "0.0061", "0.1718"),
    ],
)
def test_the_published_values_of_wilsons_interval(x: int, n: int, low: str, high: str) -> None:
    """Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3."""
    found = of(x, n)[1]
    assert (f"{found.low / 100:.4f}", f"{found.high / 100:.4f}") == (low, high)


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ((56, 70), (48, 80), "0.0524", "0.3339"),
        ((9, 10), (3, 10), "0.1705", "0.8090"),
        ((6, 7), (2, 7), "0.0582", "0.8062"),
        ((5, 56), (0, 29), "-0.0381", "0.1926"),
        ((0, 10), (0, 20), "-0.1611", "0.2775"),
        ((0, 10), (0, 10), "-0.2775", "0.2775"),
        ((10, 10), (0, 20), "0.6791", "1.0000"),
        ((10, 10), (0, 10), "0.6075", "1.0000"),
    ],
)
def test_the_published_values_of_the_difference(
    one: tuple[int, int], other: tuple[int, int], low: str, high: str
) -> None:
    """Newcombe, Statistics in Medicine 17 (1998), 873-890, table II, method 10.

    A third share that is known exactly moves the interval: it holds 0 as long as the share lies in
    the published interval, whose last digit is rounded.
    """
    terms = [Term(Decimal(times), *of(*shown)) for times, shown in ((1, one), (-1, other))]
    for limit, inwards in ((Decimal(low), 1), (Decimal(high), -1)):
        for side, inside in ((1, True), (-1, False)):
            share = 100 * limit + side * inwards * Decimal("0.0051")
            if abs(share) <= HUNDRED:
                known = Term(Decimal(-1), share, Interval(share, share))
                assert by_chance([*terms, known]) is inside, (limit, share)


def test_the_level_is_the_one_of_the_quantile() -> None:
    assert LEVEL == 90
    found = wilson(Decimal(20), Decimal(20))
    assert (float(found.low), float(found.high)) == pytest.approx(naive(20, 20))


@settings(derandomize=True, database=None)
@given(shares, people)
def test_it_is_what_an_independent_formula_gives(share: Decimal, n: int) -> None:
    found = wilson(share, Decimal(n))
    assert (float(found.low), float(found.high)) == pytest.approx(naive(float(share), n), abs=1e-9)


@settings(derandomize=True, database=None)
@given(shares, people)
def test_it_lies_between_0_and_100_and_holds_the_share(share: Decimal, n: int) -> None:
    found = wilson(share, Decimal(n))
    assert 0 <= found.low <= share <= found.high <= 100
    assert found.low < found.high


@settings(derandomize=True, database=None)
@given(shares, people, st.integers(2, 5))
def test_it_narrows_as_there_are_more_people(share: Decimal, n: int, times: int) -> None:
    few, many = wilson(share, Decimal(n)), wilson(share, Decimal(n * times))
    assert few.low <= many.low <= many.high <= few.high
    assert many.high - many.low < few.high - few.low


@settings(derandomize=True, database=None)
@given(shares, people)
def test_those_who_have_it_and_those_who_do_not_mirror_each_other(share: Decimal, n: int) -> None:
    found, mirrored = wilson(share, Decimal(n)), wilson(HUNDRED - share, Decimal(n))
    assert abs(found.low + mirrored.high - HUNDRED) <= Decimal("1e-12")
    assert abs(found.high + mirrored.low - HUNDRED) <= Decimal("1e-12")


@settings(derandomize=True, database=None)
@given(st.tuples(shares, people), st.tuples(shares, people))
def test_chance_is_blind_to_the_order(one: tuple[Decimal, int], other: tuple[Decimal, int]) -> None:
    a, b = ((share, wilson(share, Decimal(n))) for share, n in (one, other))
    assert by_chance([Term(Decimal(1), *a), Term(Decimal(-1), *b)]) is by_chance(
        [Term(Decimal(1), *b), Term(Decimal(-1), *a)]
    )
    assert by_chance([Term(Decimal(1), *a), Term(Decimal(-1), *a)])


@settings(derandomize=True, database=None)
@given(st.lists(st.tuples(st.sampled_from([1, -1]), shares, people), min_size=1, max_size=4))
def test_chance_is_what_an_independent_formula_gives(terms: list[tuple[int, Decimal, int]]) -> None:
    total = sum(times * float(share) for times, share, _ in terms)
    down = up = 0.0
    for times, share, n in terms:
        low, high = naive(float(share), n)
        near, far = float(share) - low, high - float(share)
        down += (near if times == 1 else far) ** 2
        up += (far if times == 1 else near) ** 2
    least, most = total - sqrt(down), total + sqrt(up)
    if min(abs(least), abs(most)) < 1e-6:
        return  # too close for floats to tell
    found = by_chance(Term(Decimal(t), share, wilson(share, Decimal(n))) for t, share, n in terms)
    assert found is (least <= 0 <= most)


def row(value: str | None = "54", n: str | None = "410", status: str = "") -> Observation:
    return Observation(
        period=Period.parse("2023-24"),
        value=Value.parse(value) if value else None,
        n=Value.parse(n) if n else None,
        status=Status(status),
    )


def test_a_published_share_has_an_interval() -> None:
    found = interval_of(row(), Unit.PERCENT)
    assert found == wilson(Decimal(54), Decimal(410))
    assert interval_of(row(status="preliminary"), Unit.PERCENT) == found


@pytest.mark.parametrize(
    ("shown", "unit"),
    [
        (row(), Unit.STUDENTS),
        (row(), Unit.POINTS),
        (row(value=None), Unit.PERCENT),
        (row(n=None), Unit.PERCENT),
        (row(value=">=98"), Unit.PERCENT),
        (row(n="<=50"), Unit.PERCENT),
        (row(n="0"), Unit.PERCENT),
        (row(value=None, n=None, status="suppressed"), Unit.PERCENT),
        (row(value="101"), Unit.PERCENT),
    ],
)
def test_where_value_or_number_is_not_known_exactly_there_is_none(
    shown: Observation, unit: Unit
) -> None:
    assert interval_of(shown, unit) is None


def test_published_limits_are_plain_decimals() -> None:
    found = wilson(Decimal(0), Decimal(410))
    assert str(found.low) == "0"
    assert "E" not in f"{found.low}{found.high}"
    assert len(str(found.high).partition(".")[2]) <= 12
