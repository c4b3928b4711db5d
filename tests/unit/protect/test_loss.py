"""What privacy costs, against the least that would do: every smaller choice is tried."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations, count
from typing import Any

import pytest
from unit.protect.attack import narrow
from unit.protect.tables import Table, made

from planpress.model.series import Observation, Series, Status
from planpress.model.sums import sums
from planpress.protect import door, published
from planpress.protect.loss import Loss, loss

TABLES = 25


def least(table: Table, alone: Mapping[str, Series]) -> int:
    """Return how many cells more must be hidden; `alone` hides what must be for its own sake."""
    main = alone["main"]
    shown = [row for row in main.observations if not row.hidden]
    for many in count():
        for chosen in combinations(shown, many):
            hidden = {(row.period, row.codes) for row in chosen}
            rows = tuple(
                Observation(row.period, status=Status.SUPPRESSED, codes=row.codes)
                if (row.period, row.codes) in hidden
                else row
                for row in main.observations
            )
            published = {"main": replace(main, observations=rows)}
            if not too_few_together(table, rows) and not narrow(table, published, 3):
                return many
    raise AssertionError


def too_few_together(table: Table, rows: tuple[Observation, ...]) -> bool:
    """Tell whether a shown total leaves hidden parts of fewer than 16 people together."""
    (period,) = {row.period for row in rows}
    shown = {row.codes for row in rows if not row.hidden}
    people = {row.codes: sum(table.truth["main", period, row.codes]) for row in rows}
    return any(
        0 < sum(people[part] for part in one.parts if part not in shown) < 16
        for one in sums(table.project, people)
        if one.total in shown and not shown.issuperset(one.parts)
    )


@pytest.mark.parametrize(
    ("shape", "most"),
    [({"races": 5}, 1.15), ({"races": 4, "sexes": True}, 1.2), ({"races": 3, "schools": 3}, 1.3)],
    ids=["groups", "two partitions", "groups by school"],
)
def test_hardly_more_is_hidden_than_the_least_that_would_do(
    monkeypatch: pytest.MonkeyPatch, shape: dict[str, Any], most: float
) -> None:
    ours = best = tables = 0
    for seed in range(400):
        table = made(seed, **shape)
        cost = loss(table.raw, door.protect(table.raw, table.project), table.project)["main"]
        if not 0 < cost.complementary <= 4 or tables == TABLES:
            continue
        with monkeypatch.context() as without:
            without.setattr(published, "cover", lambda *_: None)
            alone = door.protect(table.raw, table.project)
        tables += 1
        ours += cost.complementary
        best += least(table, alone)
    assert tables == TABLES
    assert ours <= most * best, (ours, best)


def test_the_cost_of_nothing() -> None:
    assert Loss().ratio is None
    assert Loss(cells=10, primary=2, complementary=1).ratio == 1.5
