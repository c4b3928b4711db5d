"""Pages of earlier plans are kept as they were."""

from dataclasses import replace
from datetime import date

import pytest
from unit.check.archive_plan import ARCHIVED, OLD, PART

from planpress.check.rules import check
from planpress.model.problem import Level
from planpress.read.project import read

KEPT, LATER, AS_OF = date(2023, 6, 30), date(2024, 1, 8), date(2024, 6, 30)


@pytest.fixture
def found(alder):
    def run(changes=None, changed=None):
        reading = read(alder({**ARCHIVED, **(changes or {})}))
        assert reading.problems == ()
        known = replace(reading, as_of=AS_OF, changed=changed or {})
        return [(p.rule, p.level, p.place.path, p.place.line) for p in check(known)]

    return run


def test_an_archived_plan_as_it_was_is_no_problem(found):
    assert found(changed={("pages/old", "en"): KEPT, ("pages/old", "es"): KEPT}) == []
    assert found() == []


def test_words_changed_after_their_day_are_warned_of_in_their_language(found):
    changed = {("pages/old", "en"): KEPT, ("pages/old", "es"): LATER}
    assert found(changed=changed) == [
        ("archived-words", Level.WARNING, "content/pages/old.es.md", 1)
    ]


def test_a_part_is_kept_since_the_day_of_its_plan(found):
    changed = {("pages/part", "en"): LATER, ("pages/part", "es"): KEPT}
    assert found(changed=changed) == [("archived-words", Level.WARNING, "content/pages/part.md", 1)]


def test_a_part_belongs_to_the_whole_plan(found):
    deep = PART.replace("plan: old", "plan: part")
    changes = {
        "content/pages/deep.md": deep,
        "content/pages/deep.es.md": "---\ntitle: Parte\n---\nMás.\n",
    }
    assert found(changes) == [("archived-part", Level.ERROR, "content/pages/deep.md", 4)]


def test_a_day_to_come_is_told(found):
    changes = {"content/pages/old.md": OLD.replace("2023-06-30", "2030-06-30")}
    assert found(changes) == [("day-to-come", Level.NOTICE, "content/pages/old.md", 4)]
