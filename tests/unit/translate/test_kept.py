"""How translations stand is found once for a record and what the lock knows of it."""

import json

import pytest
from conftest import INDICATOR, INDICATOR_ES, edited
from unit.stamped import stamped

from planpress.model.translation import NOTHING, State
from planpress.store import Store
from planpress.translate import units as module
from planpress.translate.lock import LOCK, read_lock
from planpress.translate.units import translations

EN, ES = "content/indicators/grade-3.md", "content/indicators/grade-3.es.md"
STALE = {EN: edited(INDICATOR, "Children in", "All children in")}


@pytest.fixture
def warm(accepted, tmp_path, monkeypatch):
    """Goes through a plan with what was kept before, and compares it with a plan gone through."""

    def run(changes=None):
        made = []
        plain = module._standings

        def counted(key, *rest):
            made.append(key)
            return plain(key, *rest)

        folder = accepted(changes)
        reading = stamped(folder)
        store = Store(tmp_path / "store")
        with monkeypatch.context() as patch:
            patch.setattr(module, "_standings", counted)
            lock, problems = read_lock(folder, store)
            found = translations(reading.project, lock, store)
        store.settle()
        whole = translations(reading.project, read_lock(folder)[0])
        assert problems == []
        assert found.standings == whole.standings
        assert {**found.units} == {**whole.units}
        return sorted(made), found

    return run


def test_what_did_not_change_is_not_gone_through_again(warm):
    assert "indicators/grade-3" in warm()[0]
    assert warm()[0] == []
    made, found = warm(STALE)
    assert made == ["indicators/grade-3"]
    assert found.count("es").states[State.STALE] == 1
    assert [unit.way for unit in found.of(ES).stale] == [("definition",)]
    assert found.of(EN) is NOTHING


def test_what_the_lock_says_of_a_record_is_part_of_the_question(warm, alder):
    warm()
    folder = alder(STALE)
    lock = json.loads((folder / LOCK).read_text("utf-8"))
    del lock["translations"]["indicators/grade-3"]
    made, found = warm({LOCK: json.dumps(lock)})
    assert made == ["indicators/grade-3"]
    assert found.of(ES).counts[State.UNRECORDED] == sum(found.of(ES).counts.values())


def test_a_text_of_then_is_part_of_the_question(warm, alder):
    _, found = warm(STALE)
    (unit,) = found.of(ES).stale
    lock = json.loads((alder(STALE) / LOCK).read_text("utf-8"))
    lock["sources"][unit.kept[0]] = "Something else."
    made, found = warm({**STALE, LOCK: json.dumps(lock)})
    assert made == ["indicators/grade-3"]
    assert found.of(ES).stale[0].before == "Something else."


def test_a_lock_that_is_whole_is_taken_apart_only_when_it_is_looked_into(alder, tmp_path):
    lock = {"schema": 1, "translations": {}, "sources": {}}
    folder = alder({LOCK: json.dumps(lock), ES: INDICATOR_ES})
    store = Store(tmp_path / "store")
    for _ in range(2):
        found, problems = read_lock(folder, store)
        assert problems == []
        assert (found.kept, found.sources, found.digests) == ({}, {}, {})


@pytest.mark.parametrize("text", ["{", '{"schema": 1, "translations": {"a": 1}, "sources": {}}'])
def test_a_broken_lock_is_told_with_a_store_too_and_every_time(alder, tmp_path, text):
    folder = alder({LOCK: text})
    store = Store(tmp_path / "store")
    for _ in range(2):
        assert read_lock(folder, store)[1] == read_lock(folder)[1] != []
