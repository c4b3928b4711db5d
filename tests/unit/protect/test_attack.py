"""No hidden count can be found out: random tables, each attacked by linear programming."""

from collections.abc import Mapping
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from unit.assess.measures import measure
from unit.protect.attack import narrow
from unit.protect.tables import Table, counts, made, project_of, row, series, share

from planpress.model.period import Period
from planpress.model.raw import RawObservation
from planpress.model.series import Observation, Series, Status
from planpress.model.value import Value
from planpress.protect.door import protect
from planpress.protect.loss import loss
from planpress.protect.primary import primary

SHAPES: Mapping[str, Mapping[str, Any]] = {
    "one partition": {"races": 4},
    "several partitions": {"races": 5, "sexes": True},
    "nested partitions": {"races": 4, "sexes": True, "nested": True},
    "groups by school": {"races": 3, "schools": 4},
    "two partitions by school": {"races": 2, "sexes": True, "schools": 3},
    "schools of levels": {"races": 2, "schools": 4, "levels": True},
    "absent rows": {"races": 4, "sexes": True, "absent": True},
    "absent rows by school": {"races": 3, "schools": 3, "absent": True},
    "suppressed in the source": {"races": 4, "sexes": True, "blind": True},
    "suppressed by school": {"races": 3, "schools": 3, "blind": True},
    "count and share": {"races": 4, "sexes": True, "related": True},
    "numbers of students": {"races": 4, "sexes": True, "unit": "students"},
    "means": {"races": 4, "sexes": True, "unit": "days"},
}
MANY = 160
SEEDS = st.integers(0, 10**9)


def attacked(table: Table, **shape: Any) -> list[Any]:
    published = protect(table.raw, table.project)
    return narrow(table, published, 3, 1 if shape.get("unit") else 2)


@pytest.mark.parametrize("name", SHAPES)
def test_no_interval_is_narrower_than_the_plan_allows(name: str) -> None:
    @settings(
        max_examples=MANY,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(SEEDS)
    def attack(seed: int) -> None:
        assert attacked(made(seed, **SHAPES[name]), **SHAPES[name]) == []

    attack()


@pytest.mark.parametrize("name", SHAPES)
def test_what_must_be_hidden_is_and_in_the_same_way_whatever_the_order(name: str) -> None:
    for seed in range(12):
        table = made(seed, **SHAPES[name])
        published = protect(table.raw, table.project)
        turned = {
            one: series(one, reversed(found.observations)) for one, found in table.raw.items()
        }
        assert protect(turned, table.project) == published
        for one, found in table.raw.items():
            hidden = {o.codes for o in published[one].observations if o.hidden}
            unit = table.project.indicators[one].unit
            assert {r.codes for r in found.observations if primary(r, unit, 16)} <= hidden
            assert len(published[one].observations) == len(found.observations)


@pytest.mark.parametrize("name", ["one partition", "several partitions", "nested partitions"])
def test_published_numbers_pass_the_door_again_as_they_are(name: str) -> None:
    """Apart from bounds: what the source says of them is less than the first time."""
    passed = 0
    for seed in range(90):
        table = made(seed, **SHAPES[name])
        once = protect(table.raw, table.project)
        if all(o.value is None or o.value.exact for o in once["main"].observations):
            assert protect(_raw(once), table.project) == once
            passed += any(o.hidden for o in once["main"].observations)
    assert passed > 10


@pytest.mark.parametrize("name", SHAPES)
def test_without_anything_small_nothing_is_hidden(name: str) -> None:
    table = made(3, **SHAPES[name])
    many = {
        one: series(
            one,
            [
                r._replace(
                    n=None if r.n is None else _times(r.n), value=_middle(r), status=Status.PLAIN
                )
                for r in found.observations
            ],
        )
        for one, found in table.raw.items()
    }
    published = protect(many, table.project)
    for one, found in published.items():
        assert not any(o.hidden for o in found.observations), one
        assert {o.value for o in found.observations} == {r.value for r in many[one].observations}


def test_the_attacker_finds_what_primary_suppression_alone_gives_away() -> None:
    found = 0
    for seed in range(40):
        table = made(seed, races=4)
        unit = table.project.indicators["main"].unit
        rows = [
            Observation(period=r.period, codes=r.codes, status=Status.SUPPRESSED)
            if primary(r, unit, 16)
            else Observation(period=r.period, codes=r.codes, value=r.value, n=r.n)
            for r in table.raw["main"].observations
        ]
        found += bool(
            narrow(table, {"main": Series(indicator="main", observations=tuple(rows))}, 3)
        )
    assert found > 10


def test_quarters_that_add_up_to_a_year() -> None:
    year = Period.parse("2024")
    quarters = [Period.parse(f"2024-Q{q}") for q in (1, 2, 3, 4)]
    parts = measure("quarters", related=[{"indicator": "main", "as_its": "part"}])
    project = project_of({}, measure("main"), parts)
    for seed in range(150):
        random = Random(seed)
        each = [counts(random, random.choice((4, 9, 20, 60))) for _ in quarters]
        total = (sum(y for y, _ in each), sum(z for _, z in each))
        raw = {
            "main": series("main", [row((), share(*total), str(sum(total)), period=year)]),
            "quarters": series(
                "quarters",
                [
                    row((), share(*one), str(sum(one)), period=q)
                    for q, one in zip(quarters, each, strict=True)
                ],
            ),
        }
        truth = {("quarters", q, ()): one for q, one in zip(quarters, each, strict=True)}
        table = Table(project, raw, {("main", year, ()): total, **truth})
        table.equations.append((("main", year, ()), tuple(truth), (0, 0)))
        published = protect(raw, project)
        assert narrow(table, published, 3) == []
        assert any(o.hidden for o in published["quarters"].observations) or all(
            sum(one) >= 16 for one in each
        )


def test_little_more_is_hidden_than_must_be() -> None:
    cells = Random(7)
    hidden = needed = 0
    for _ in range(150):
        table = made(cells.randrange(10**6), races=5)
        found = loss(table.raw, protect(table.raw, table.project), table.project)["main"]
        hidden += found.complementary
        needed += found.primary
    assert hidden <= needed / 2


def _raw(published: Mapping[str, Series]) -> dict[str, Any]:
    return {
        name: series(
            name,
            [
                row(o.codes, str(o.value or ""), str(o.n or ""), o.status.value, o.period)
                for o in found.observations
            ],
        )
        for name, found in published.items()
    }


def _times(n: Value) -> Value:
    return Value(n.number * 1000 + 5000)


def _middle(one: RawObservation) -> Value:
    return Value(Decimal(40) if one.n else Decimal(5000))
