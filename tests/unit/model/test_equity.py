from dataclasses import replace
from decimal import Decimal
from math import sqrt
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planpress.model.equity import GROUP, Course, GroupGap, GroupStanding
from planpress.model.indicator import Unit
from planpress.model.period import Period
from planpress.model.series import Observation, Status
from planpress.model.value import Value

Z = NormalDist().inv_cdf(0.95)


def row(period: str, value: str, n: str | None, *, of_group: bool = False) -> Observation:
    return Observation(
        period=Period.parse(period),
        value=Value.parse(value),
        n=Value.parse(n) if n else None,
        codes=((GROUP, "learners"),) if of_group else (),
    )


def gap(period: str, group: tuple[str, str | None], overall: tuple[str, str | None]) -> GroupGap:
    one, everyone = row(period, *group, of_group=True), row(period, *overall)
    behind = Decimal(overall[0]) - Decimal(group[0])
    return GroupGap(group=one, overall=everyone, behind=behind)


THEN = gap("2020-21", ("30", "120"), ("50", "900"))


def standing(now: GroupGap | None, then: GroupGap | None = THEN) -> GroupStanding:
    latest = now.group if now else row("2023-24", "38", None, of_group=True)
    return GroupStanding(code="learners", latest=latest, now=now, then=then, course=Course.CLOSING)


def naive(now: GroupGap, then: GroupGap) -> bool:
    """Return whether 0 lies in the interval of the change of a gap, in floats.

    A group of n among everyone has N - n others; the gap is their difference, (N - n) / N times.
    """
    total = down = up = 0.0
    for sign, found in ((1, now), (-1, then)):
        g, n = float(found.group.value.number) / 100, float(found.group.n.number)
        everyone, size = float(found.overall.value.number) / 100, float(found.overall.n.number)
        others = min(max((everyone * size - g * n) / (size - n), 0), 1)
        for side, p, people in ((sign, others, size - n), (-sign, g, n)):
            weight = (size - n) / size
            middle, whole = p + Z * Z / (2 * people), 1 + Z * Z / people
            reach = Z * sqrt(p * (1 - p) / people + Z * Z / (4 * people * people))
            near, far = p - (middle - reach) / whole, (middle + reach) / whole - p
            total += side * weight * p
            down += (weight * (near if side == 1 else far)) ** 2
            up += (weight * (far if side == 1 else near)) ** 2
    return total - sqrt(down) <= 0 <= total + sqrt(up)


@pytest.mark.parametrize(
    ("group", "overall", "expected"),
    [
        (("38", "120"), ("54", "900"), True),
        (("38", "12000"), ("54", "90000"), True),
        (("60", "120"), ("54", "900"), False),
        (("30", "120"), ("50", "900"), True),
        (("15", "120"), ("54", "900"), False),
    ],
)
def test_whether_chance_could_have_moved_a_gap(
    group: tuple[str, str], overall: tuple[str, str], *, expected: bool
) -> None:
    now = gap("2023-24", group, overall)
    assert standing(now).by_chance(Unit.PERCENT) is expected
    assert naive(now, THEN) is expected


def test_the_more_people_the_less_it_is_chance() -> None:
    then = gap("2020-21", ("30", "12000"), ("50", "90000"))
    now = gap("2023-24", ("38", "12000"), ("54", "90000"))
    assert standing(now, then).by_chance(Unit.PERCENT) is naive(now, then) is False


@pytest.mark.parametrize(
    "found",
    [
        standing(None),
        standing(gap("2023-24", ("38", "120"), ("54", "900")), None),
        standing(gap("2023-24", ("38", None), ("54", "900"))),
        standing(gap("2023-24", ("38", "120"), ("54", "<=900"))),
    ],
)
def test_where_a_number_is_not_known_neither_is_chance(found: GroupStanding) -> None:
    assert found.by_chance(Unit.PERCENT) is None


def test_only_shares_have_an_interval() -> None:
    assert standing(gap("2023-24", ("38", "120"), ("54", "900"))).by_chance(Unit.DAYS) is None


def test_a_hidden_group_says_so() -> None:
    known = standing(gap("2023-24", ("38", "120"), ("54", "900")))
    assert not known.hidden
    hidden = known.latest._replace(value=None, n=None, status=Status.SUPPRESSED)
    assert replace(known, latest=hidden, now=None).hidden


def test_a_gap_is_about_the_period_of_its_group() -> None:
    assert THEN.period == Period.parse("2020-21")


@settings(derandomize=True, database=None)
@given(st.tuples(*[st.tuples(st.integers(1, 99), st.integers(20, 900))] * 4))
def test_it_is_what_an_independent_formula_gives(
    shares: tuple[tuple[int, int], ...],
) -> None:
    """Each pair is a share and a number of people: group and others, then and now."""
    gaps = []
    for at, period in ((0, "2020-21"), (2, "2023-24")):
        (one, n), (rest, others) = shares[at], shares[at + 1]
        everyone = Decimal(one * n + rest * others) / (n + others)
        written = f"{everyone:.6f}"
        gaps.append(gap(period, (str(one), str(n)), (written, str(n + others))))
    then, now = gaps
    assert standing(now, then).by_chance(Unit.PERCENT) is naive(now, then)
