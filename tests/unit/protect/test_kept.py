from dataclasses import replace
from random import Random

import pytest
from unit.assess.measures import measure
from unit.protect.tables import partition, project_of, row, series, share

from planpress.model.period import Period
from planpress.model.source import Source
from planpress.protect import door
from planpress.protect.door import protect
from planpress.store import Store

NAMES = ("rate", "count", "alone", "other")
GROUPS = ("a", "b", "c", "d")


def plan(minimum=16):
    count = measure("count", related=[{"indicator": "rate", "as_its": "numerator"}], unit="people")
    project = project_of(
        {"group": (GROUPS, [partition(GROUPS)])},
        measure("rate"),
        count,
        measure("alone"),
        measure("other"),
        minimum=minimum,
    )
    dimensions = project.dimensions.model_copy(
        update={"source": Source({"en": "content/dimensions.md"}, {}, digest="dimensions")}
    )
    return replace(project, dimensions=dimensions)


def numbers(seed):
    """Return raw series with few people, so that something is hidden; `seed` is their digest."""
    random = Random(seed)
    found = {}
    for name in NAMES:
        rows = []
        for year in ("2022-23", "2023-24"):
            counts = {(("group", code),): (random.randint(0, 30), 20) for code in GROUPS}
            counts[()] = tuple(map(sum, zip(*counts.values(), strict=True)))
            for codes, (y, z) in counts.items():
                value = str(y) if name == "count" else share(y, z)
                n = "" if name == "count" else str(y + z)
                rows.append(row(codes, value, n, period=Period.parse(year)))
        found[name] = series(name, rows).known_by(f"{name}-{seed}")
    return found


@pytest.fixture
def decided(monkeypatch):
    """Return the groups of indicators that were decided anew."""
    groups, published = [], door._published
    monkeypatch.setattr(
        door, "_published", lambda part, *rest: groups.append(set(part)) or published(part, *rest)
    )
    return groups


@pytest.mark.parametrize("seed", range(4))
def test_what_was_kept_is_what_would_be_decided(tmp_path, seed):
    raw = numbers(seed)
    store = Store(tmp_path)
    fresh = protect(raw, plan())
    assert any(o.hidden for one in fresh.values() for o in one.observations)
    assert protect(raw, plan(), store) == fresh
    store.settle()
    assert protect(raw, plan(), Store(tmp_path)) == fresh


def test_one_changed_file_is_decided_with_what_it_is_related_to(decided):
    store, raw = Store(None), numbers(1)
    before = protect(raw, plan(), store)
    assert decided == [{"rate", "count"}, {"alone"}, {"other"}]
    decided.clear()
    assert protect(raw, plan(), store) == before
    assert decided == []
    changed = {**raw, "rate": numbers(2)["rate"]}
    after = protect(changed, plan(), store)
    assert decided == [{"rate", "count"}]
    assert after == protect(changed, plan())
    assert list(after) == list(NAMES)
    digests = {name for name in NAMES if before[name].digest != after[name].digest}
    assert digests == {"rate", "count"}


def test_another_rule_decides_anew(decided):
    store, raw = Store(None), numbers(1)
    protect(raw, plan(), store)
    decided.clear()
    assert protect(raw, plan(30), store) == protect(raw, plan(30))
    assert {"alone"} in decided


def test_numbers_without_a_digest_are_never_kept(decided):
    store = Store(None)
    raw = {name: replace(one) for name, one in numbers(1).items()}
    assert protect(raw, plan(), store) == protect(raw, plan(), store)
    assert len(decided) == 6
    assert not store.live
