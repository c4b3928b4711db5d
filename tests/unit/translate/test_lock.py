"""The lock as a file: written in a steady way, read back whole, refused where it is broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.translate.align import Kept, mark
from planpress.translate.lock import LOCK, Lock, read_lock, written

steps = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1)
ways = st.lists(steps, min_size=1, max_size=3).map(tuple)
keys = st.tuples(st.sampled_from(["plan", "pages/vision"]), st.sampled_from(["es", "vi"]), ways)


@given(st.dictionaries(keys, st.lists(st.tuples(steps, steps), min_size=1, max_size=3), max_size=5))
def test_what_is_written_is_read_back(tmp_path_factory, found):
    kept = {
        key: tuple(Kept(mark(source), mark(target)) for source, target in pairs)
        for key, pairs in found.items()
    }
    sources = {mark(source): source for pairs in found.values() for source, _ in pairs}
    folder = tmp_path_factory.mktemp("plan")
    (folder / "content").mkdir()
    (folder / LOCK).write_bytes(written(Lock(kept, sources)).encode("utf-8", "surrogatepass"))
    lock, problems = read_lock(folder)
    assert problems == []
    assert (lock.kept, lock.sources) == (kept, sources)


def test_sources_that_nothing_was_made_from_are_forgotten():
    kept = {("plan", "es", ("title",)): (Kept(mark("Plan"), mark("Plan de")),)}
    text = written(Lock(kept, {mark("Plan"): "Plan", mark("Old"): "Old"}))
    assert '"Plan"' in text
    assert "Old" not in text


def test_a_source_whose_text_is_not_known_is_kept_by_its_digest():
    kept = {("plan", "es", ("title",)): (Kept(mark("Plan"), mark("Plan de")),)}
    assert mark("Plan") in written(Lock(kept, {}))


def test_without_a_file_the_lock_is_empty(tmp_path):
    assert read_lock(tmp_path) == (Lock(), [])


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"schema": 2, "translations": {}, "sources": {}}', "<<<<<<< ours",
     '{"schema": 1, "translations": {"plan": {"es": {"title": "abc"}}}, "sources": {}}'],
)  # fmt: skip
def test_a_broken_lock_is_an_error_that_says_what_to_do(alder, text):
    folder = alder({LOCK: text})
    lock, (problem,) = read_lock(folder)
    assert lock == Lock()
    assert (problem.place.path, problem.rule, problem.stops) == (LOCK, "translations-lock", True)
    assert "translate accept" in problem.hint
