"""Which changes are no more than chance."""

from typing import Any

import pytest
from unit.assess.measures import assess_all, measure

from planpress.model.assessment import Change
from planpress.model.period import Period
from planpress.model.rating import Rating
from planpress.model.series import Observation, Status
from planpress.model.value import Value

TITLE = measure().title


def row(period: str, value: str | None, n: str | None, status: str = "") -> Observation:
    return Observation(
        period=Period.parse(period),
        value=Value.parse(value) if value else None,
        n=Value.parse(n) if n else None,
        status=Status(status),
    )


def found(*rows: Observation, **facts: Any) -> tuple[Change, ...]:
    return assess_all((measure(**facts), rows))["reading"].changes


def shown(*rows: Observation, **facts: Any) -> list[tuple[str, str, bool]]:
    return [(str(c.since), str(c.change), c.by_chance) for c in found(*rows, **facts)]


def test_the_latest_share_is_compared_with_the_baseline_and_the_one_before() -> None:
    rows = (row("2020-21", "50", "400"), row("2021-22", "58", "400"), row("2022-23", "60", "400"))
    assert shown(*rows) == [("2020-21", "10", False), ("2021-22", "2", True)]
    many = (row("2021-22", "58", "40000"), row("2022-23", "60", "40000"))
    assert shown(*many) == [("2021-22", "2", False)]


def test_the_rating_takes_no_notice() -> None:
    for n in ("20", "200000"):
        pair = (measure(), (row("2020-21", "50", n), row("2021-22", "53", n)))
        assert assess_all(pair, as_of="2022-12-01")["reading"].rating is Rating.G


@pytest.mark.parametrize(
    ("rows", "facts"),
    [
        ((row("2020-21", "50", "400"), row("2021-22", "58", None)), {}),
        ((row("2020-21", "50", "<=50"), row("2021-22", "58", "400")), {}),
        ((row("2020-21", ">=50", "400"), row("2021-22", "58", "400")), {}),
        ((row("2020-21", None, None, "suppressed"), row("2021-22", "58", "400")), {}),
        ((row("2020-21", "50", "400"), row("2021-22", "58", "400")), {"unit": "students"}),
        ((row("2020-21", "50", "400", "not_comparable"), row("2021-22", "58", "400")), {}),
        (
            (row("2020-21", "50", "400"), row("2021-22", "58", "400")),
            {"breaks": ({"before": "2021-22", "reason": TITLE},)},
        ),
        ((row("2021-22", "58", "400"),), {}),
        ((), {}),
    ],
)
def test_what_cannot_be_compared_is_not(
    rows: tuple[Observation, ...], facts: dict[str, Any]
) -> None:
    assert found(*rows, **facts) == ()
