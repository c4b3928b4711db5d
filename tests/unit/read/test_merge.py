"""Lists whose entries have an id only where two would be the same without it."""

import pytest
from conftest import INDICATOR, INDICATOR_ES, edited

from planpress.model.problem import Level
from planpress.read.project import read

ENGLISH, SPANISH = "content/indicators/grade-3.md", "content/indicators/grade-3.es.md"
DAY = "  - {date: 2023-09-01, field: target, from: 60, to: 62, reason: More}"
SAME = "  - {id: start, date: 2023-09-01, field: baseline, from: 48, to: 50, reason: Mended}"
NEXT = "  - {date: 2024-09-01, field: baseline, from: 48, to: 50, reason: Mended}"


def files(first, other, key="revisions"):
    """Return the measure with entries from line 12 on, and with Spanish ones from line 5 on."""
    english = "".join(f"{line}\n" for line in (f"{key}:", *first))
    spanish = "".join(f"{line}\n" for line in (f"{key}:", *other))
    return {
        ENGLISH: edited(INDICATOR, "sources:", english + "sources:"),
        SPANISH: edited(INDICATOR_ES, "leen bien.\n", "leen bien.\n" + spanish),
    }


def reasons(project):
    return [one.reason.said("es") for one in project.indicators["grade-3"].revisions]


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ([DAY], ["  - {date: 2023-09-01, reason: Más}"]),
        ([edited(DAY, "{", "{id: more, ")], ["  - {id: more, reason: Más}"]),
    ],
)
def test_an_entry_is_recognised_by_its_id_or_else_by_its_date(alder, first, other):
    reading = read(alder(files(first, other)))
    assert reading.problems == ()
    assert reasons(reading.project) == [("Más", "es")]


def test_a_break_is_recognised_by_its_period(alder):
    first = ["  - {before: 2024-25, reason: A new test.}"]
    other = ["  - {before: 2024-25, reason: Una prueba nueva.}"]
    reading = read(alder(files(first, other, "breaks")))
    assert reading.problems == ()
    (cut,) = reading.project.indicators["grade-3"].breaks
    assert (cut.id, cut.reason.said("es").text) == (None, "Una prueba nueva.")


@pytest.mark.parametrize("turned", [False, True])
def test_entries_with_and_without_an_id_stand_together(alder, turned):
    other = ["  - {id: start, reason: Corregido}", "  - {date: 2023-09-01, reason: Más}"]
    reading = read(alder(files([DAY, SAME], other[::-1] if turned else other)))
    assert reading.problems == ()
    assert reasons(reading.project) == [("Más", "es"), ("Corregido", "es")]


def test_two_of_one_date_without_an_id_are_asked_for_one(alder):
    first = [DAY, edited(SAME, "id: start, ", "")]
    problems = read(alder(files(first, ["  - {date: 2023-09-01, reason: Más}"]))).problems
    (found,) = [p for p in problems if p.level is Level.ERROR]
    assert (found.place.path, found.place.line, found.rule) == (ENGLISH, 13, "repeated-id")
    assert found.message == "“2023-09-01” stands twice; the first is on line 12"
    assert found.hint == "Give each of the two an “id” of its own, the same in every language."


def test_two_of_one_date_in_a_translation_are_asked_for_one_too(alder):
    other = ["  - {date: 2023-09-01, reason: Más}", "  - {date: 2023-09-01, reason: Otra vez}"]
    problems = read(alder(files([DAY, SAME], other))).problems
    (found,) = [p for p in problems if p.level is Level.ERROR]
    assert (found.place.path, found.place.line, found.rule) == (SPANISH, 6, "repeated-id")
    assert "“id”" in found.hint


def test_a_date_in_the_translation_of_an_entry_with_an_id_names_no_entry(alder):
    other = ["  - {date: 2023-09-01, reason: Corregido}"]
    problems = read(alder(files([SAME], other))).problems
    found = {p.rule: p for p in problems}
    assert found.keys() == {"unknown-entry", "missing-words"}
    assert found["unknown-entry"].place.line == 5
    assert found["unknown-entry"].hint == "Known here: start."


def test_a_translation_repeats_the_id_and_no_other_fact(alder):
    other = ["  - {id: start, date: 2023-09-02, reason: Corregido}"]
    (found,) = read(alder(files([SAME], other))).problems
    assert (found.rule, found.place.path, found.place.line) == ("fact-in-translation", SPANISH, 5)
    assert "“date” is a fact" in found.message


def test_an_entry_without_either_is_told(alder):
    problems = read(alder(files([DAY], ["  - {reason: Más}"]))).problems
    (found,) = [p for p in problems if p.level is Level.ERROR]
    assert (found.rule, found.place.line) == ("missing-key", 5)
    assert found.hint == "Begin the entry with “- date: …”; it stays the same in every language."


def test_the_first_fact_of_a_group_is_still_a_fact(alder):
    """Only the entries of a list are recognised by a fact; a group of keys needs none."""
    stocktake = """---
tactic: tutors
date: 2024-05-01
status: held
presentation: {file: slides.pdf, text: What was shown.}
---
"""
    changes = {
        "content/stocktakes/2024-05-01-tutors.md": stocktake,
        "content/stocktakes/2024-05-01-tutors.es.md": (
            "---\npresentation: {file: otra.pdf, text: Lo que se mostró.}\n---\n"
        ),
    }
    (found,) = read(alder(changes)).problems
    assert (found.rule, found.place.line) == ("fact-in-translation", 2)
    assert "“file”" in found.message


def test_revisions_are_kept_as_they_are_written(alder):
    reading = read(alder(files([DAY, NEXT], [])))
    found = reading.project.indicators["grade-3"].revisions
    assert [(str(one.field), str(one.before), str(one.after)) for one in found] == [
        ("target", "60", "62"),
        ("baseline", "48", "50"),
    ]
