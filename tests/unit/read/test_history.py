from datetime import date

import pytest
from conftest import INDICATOR_ES, SERIES

from planpress.model.history import History
from planpress.read.history import HISTORY, page_digests, read_history, written
from planpress.read.project import read

FIRST, LATER = date(2026, 1, 5), date(2026, 2, 6)


def digests(folder):
    reading = read(folder)
    return page_digests(folder, reading.project, dict(reading.data))


def changed(before, after):
    return {key for key in after if before.get(key) != after[key]}


@pytest.mark.parametrize(
    ("path", "text", "keys"),
    [
        (
            "content/indicators/grade-3.es.md",
            INDICATOR_ES + "Más.\n",
            {("indicators/grade-3", "es")},
        ),
        (
            "data/grade-3.csv",
            SERIES + "2024-25,55,400\n",
            {("indicators/grade-3", "en"), ("indicators/grade-3", "es")},
        ),
    ],
)
def test_a_page_changes_with_its_own_words_and_numbers(alder, path, text, keys):
    before = digests(alder())
    assert changed(before, digests(alder({path: text}))) == keys


def test_only_what_changed_gets_a_new_day(alder):
    folder = alder()
    history = History().now(digests(folder), FIRST)
    (folder / "content/history").mkdir()
    (folder / HISTORY).write_text(written(history), "utf-8")
    kept, problems = read_history(folder)
    assert problems == []
    assert kept == history
    later = kept.now(digests(alder({"data/grade-3.csv": SERIES + "2024-25,55,4\n"})), LATER)
    days = {key: entry.since for key, entry in later.entries.items()}
    assert days["indicators/grade-3", "en"] == LATER
    assert days["plan", "es"] == FIRST


@pytest.mark.parametrize("text", ["{", '{"plan": {"en": {"since": "x"}}}', "[]", '{"plan": 5}'])
def test_a_broken_history_is_a_problem(alder, text):
    folder = alder({HISTORY: text})
    history, (problem,) = read_history(folder)
    assert history == History()
    assert problem.place.path == HISTORY
    assert "record" in problem.hint


def test_no_history_is_no_problem(alder):
    assert read_history(alder()) == (History(), [])
