"""Random tables: what `protect` publishes of them must not leak, and the ranges must be right."""

import csv
import io
import json
import os
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.assess.measures import languages
from unit.audit.planted import plan, reading
from unit.protect.tables import made

from planpress.audit.claim import Cell, Row
from planpress.audit.site import audit
from planpress.audit.system import System
from planpress.audit.ties import ties
from planpress.model.document import Document
from planpress.model.period import Period
from planpress.model.project import Project
from planpress.model.series import Series
from planpress.model.value import Value
from planpress.protect.door import protect

MANY = int(os.environ.get("PLANPRESS_RANDOM_TABLES", "300"))
"""How many random tables are tried; 10,000 take minutes."""

SHAPES = (
    {},
    {"races": 2},
    {"sexes": True},
    {"sexes": True, "nested": True},
    {"schools": 3},
    {"schools": 4, "levels": True},
    {"schools": 3, "sexes": True, "races": 3},
    {"related": True},
    {"related": True, "sexes": True},
    {"absent": True, "schools": 3},
    {"blind": True, "sexes": True},
    {"unit": "students"},
    {"unit": "students", "schools": 4, "levels": True},
)


def csv_of(series: Series) -> Document:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(("period", "value", "n", "status", "group", "school", "level"))
    for row in series.observations:
        codes = dict(row.codes)
        split = (codes.get(name, "") for name in ("group", "school", "level"))
        writer.writerow((row.period, row.value or "", row.n or "", row.status.value, *split))
    return Document(f"data/{series.indicator}.csv", written.getvalue().encode())


def json_of(series: Series) -> Document:
    rows = [
        {
            "period": str(row.period),
            "codes": dict(row.codes),
            **({"value": str(row.value)} if row.value else {}),
            **({"n": str(row.n)} if row.n else {}),
            "status": row.status.value,
        }
        for row in series.observations
    ]
    thing = {"id": series.indicator, "series": rows}
    return Document(f"api/indicators/{series.indicator}.json", json.dumps(thing).encode())


@pytest.mark.parametrize("block", range(10))
def test_what_is_protected_does_not_leak(block):
    share = MANY // 10
    for seed in range(block * share, (block + 1) * share):
        shape = SHAPES[seed % len(SHAPES)]
        table = made(seed, **shape)
        published = protect(table.raw, table.project)
        documents = [of(one) for one in published.values() for of in (csv_of, json_of)]
        plan_ = table.project.plan.model_copy(update={"languages": ("en",)})
        project = Project(
            plan=plan_, indicators=table.project.indicators, dimensions=table.project.dimensions
        )
        problems = audit(documents, project, {"en": languages()["en"]})
        assert problems == (), (seed, shape, problems[0].message, problems[0].hint)


YEAR = Period.parse("2023-24")
CODES = ("cedar", "fir", "oak")


def _rows(random: Random) -> dict[Cell, Row]:
    """Return a small table of three schools, of which some are hidden and some are limits."""
    parts = []
    for _ in CODES:
        n = random.randint(1, 4)
        parts.append((random.randint(0, n), n))
    parts.insert(0, (sum(y for y, _ in parts), sum(n for _, n in parts)))
    rows = {}
    for at, (y, n) in enumerate(parts):
        codes = (("school", CODES[at - 1]),) if at else ()
        share = f"{100 * y / n:.1f}"
        row = random.choice(
            (
                Row(Value.parse(share), Value.parse(str(n))),
                Row(Value.parse(share), Value.parse("<=14")),
                Row(hidden=True),
                Row(Value.parse(f">={100 * y // n}"), Value.parse(str(n))),
            )
        )
        rows[Cell("reading", YEAR, codes)] = row
    return rows


def _fits(row: Row, y: int, n: int) -> bool:
    if row.n is not None and not (n == row.n.number if row.n.exact else 0 <= n <= row.n.number):
        return False
    if row.hidden or row.value is None:
        return True
    if row.value.exact:
        return n > 0 and abs(100 * y - float(row.value.number) * n) <= 0.05 * n + 1e-9
    return 100 * y >= float(row.value.number) * n


@settings(derandomize=True, database=None, max_examples=60)
@given(st.integers(0, 10**6))
def test_the_ranges_are_those_of_all_tables_that_fit(seed):
    rows = _rows(Random(seed))
    if not rows[Cell("reading", YEAR, ())].n or not rows[Cell("reading", YEAR, ())].n.exact:
        rows[Cell("reading", YEAR, ())] = Row(Value.parse("50.0"), Value.parse("10"))
    most = int(rows[Cell("reading", YEAR, ())].n.number)
    project = plan(reading())
    system = System(project.indicators, rows, {"reading": 1})
    for cell in rows:
        system.add(cell, most)
    found = list(ties(project, rows))
    for tie in found:
        system.tie(tie)
    pairs = [(y, n) for n in range(most + 1) for y in range(n + 1)]
    total, *parts = rows.values()
    possible = [
        (y, n, *chosen)
        for chosen in product(*([pair for pair in pairs if _fits(row, *pair)] for row in parts))
        if (y := sum(one[0] for one in chosen)) is not None
        and (n := sum(one[1] for one in chosen)) <= most
        and _fits(total, y, n)
    ]
    if not possible:
        return
    for at, cell in enumerate(list(rows)[1:]):
        truth = [one[at + 2][0] for one in possible]
        low, high = system.range({system.columns[cell][0]: 1.0})
        assert low <= min(truth)
        assert high >= max(truth)
        if all(row.hidden or (row.n and row.n.exact) for row in rows.values()):
            assert (low, high) == (min(truth), max(truth))
