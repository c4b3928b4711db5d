"""Shares near 0 and 100."""

import pytest

from planpress.model.value import Value
from planpress.protect.edges import allowed, edge


@pytest.mark.parametrize(
    ("value", "n", "published"),
    [
        ("100", 20, ">=85"),
        ("98", 100, ">=97"),
        ("97", 100, None),
        ("0", 1121, "<=1"),
        ("5", 40, "<=8"),
        ("7.5", 40, None),
        (">=98", 20, ">=85"),
        (">=80", 20, ">=80"),
        ("<=10", 20, "<=15"),
        ("<=30", 20, "<=30"),
        ("50", 20, None),
        ("0.0", 6000, "<=1"),
    ],
)
def test_a_share_of_nearly_all_or_nearly_none_is_a_bound(
    value: str, n: int, published: str | None
) -> None:
    found = edge(Value.parse(value), n, 3)
    assert (str(found.value) if found else None) == published


def test_a_bound_leaves_as_many_counts_as_the_plan_demands() -> None:
    for n in range(16, 400):
        for y in (0, 1, 2, n - 2, n - 1, n):
            found = edge(Value.parse(f"{100 * y / n:.1f}"), n, 3)
            assert found
            assert found.most - found.fewest >= 3
            low, high = allowed(found.value, n)
            assert low <= found.fewest <= y <= found.most <= high


def test_a_plan_can_do_without() -> None:
    assert edge(Value.parse("100"), 20, 0) is None
    assert edge(Value.parse("100"), 0, 3) is None


@pytest.mark.parametrize(
    ("value", "n", "counts"),
    [
        ("33.3", 18, (6, 6)),
        ("33", 1000, (325, 335)),
        ("33.3", 16, (5, 5)),
        (">=98", 100, (98, 100)),
    ],
)
def test_a_rounded_share_allows_some_counts(value: str, n: int, counts: tuple[int, int]) -> None:
    assert allowed(Value.parse(value), n) == counts
