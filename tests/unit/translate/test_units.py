"""The state of every field and section, after edits of either side."""

from conftest import INDICATOR, INDICATOR_ES, PLAN, PLAN_ES, PRIORITY, edited
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from unit.translate.states import not_complete, standing

from planpress.model.translation import State
from planpress.translate.accept import accepted as good
from planpress.translate.lock import LOCK, Lock, written

INDICATOR_FILE = "content/indicators/grade-3.md"
SPANISH_FILE = "content/indicators/grade-3.es.md"

BODY = "Above.\n\n## Why\n\nIt matters.\n\n## How\n\nWe teach.\n\n## When\n\nEvery day.\n"
CUERPO = "Arriba.\n\n## Por qué\n\nImporta.\n\n## Cómo\n\nEnseñamos.\n\n## Cuándo\n\nCada día.\n"
TEXTS = {INDICATOR_FILE: INDICATOR + BODY, SPANISH_FILE: INDICATOR_ES + CUERPO}


def locked(alder):
    """Write the plan with a measure of four sections and say that all of it is translated well."""
    folder = alder(TEXTS)
    lock = good(Lock(), standing(folder).units["es"])
    (folder / LOCK).write_text(written(lock), "utf-8")
    return folder


def test_without_a_lock_nothing_is_known(alder):
    count = standing(alder()).count("es")
    assert count.states[State.UNRECORDED] == count.total == 11
    assert count.percent == 0


def test_with_a_lock_everything_is_complete(alder):
    folder = locked(alder)
    assert not_complete(folder) == set()
    assert standing(folder).count("es").percent == 100


def test_a_changed_field_and_a_changed_section_are_named_and_nothing_else(alder):
    locked(alder)
    text = edited(TEXTS[INDICATOR_FILE], "Children in", "All children in")
    folder = alder(TEXTS | {INDICATOR_FILE: edited(text, "We teach", "We all teach")})
    assert not_complete(folder) == {
        ("indicators/grade-3", ("definition",), None, "stale"),
        ("indicators/grade-3", ("body",), 2, "stale"),
    }
    (unit,) = (u for u in standing(folder).units["es"] if u.section == 2)
    assert (unit.heading, unit.edited) == ("How", False)
    assert (unit.source_place.line, unit.target_place.line) == (20, 11)
    assert unit.before == "## How\n\nWe teach.\n\n"
    assert standing(folder).stale[unit.target_place] == unit


def test_other_line_breaks_are_no_change(alder):
    locked(alder)
    folder = alder(
        TEXTS | {INDICATOR_FILE: edited(TEXTS[INDICATOR_FILE], "We teach.", "We\nteach.  ")}
    )
    assert not_complete(folder) == set()


def test_a_translation_that_was_changed_too_stays_stale_until_it_is_accepted(alder):
    locked(alder)
    changes = {
        INDICATOR_FILE: edited(TEXTS[INDICATOR_FILE], "We teach", "We all teach"),
        SPANISH_FILE: edited(TEXTS[SPANISH_FILE], "Enseñamos", "Todos enseñamos"),
    }
    (unit,) = (u for u in standing(alder(TEXTS | changes)).units["es"] if u.state is State.STALE)
    assert (unit.section, unit.edited) == (2, True)


def test_a_new_field_is_missing_and_a_new_section_too(alder):
    locked(alder)
    text = edited(TEXTS[INDICATOR_FILE], "role:", "summary: In short.\nrole:")
    folder = alder(
        TEXTS | {INDICATOR_FILE: edited(text, "## When", "## Where\n\nHere.\n\n## When")}
    )
    assert not_complete(folder) == {
        ("indicators/grade-3", ("summary",), None, "missing"),
        ("indicators/grade-3", ("body",), 3, "missing"),
    }
    found = standing(folder)
    ((start, position), (absent,)) = next(iter(found.absent.items()))
    assert (start.path, start.line, position) == (SPANISH_FILE, 5, 3)
    assert absent.heading == "Where"


def test_a_new_section_at_the_end_belongs_after_the_last(alder):
    locked(alder)
    text = TEXTS[INDICATOR_FILE] + "\n## Where\n\nHere.\n"
    found = standing(alder(TEXTS | {INDICATOR_FILE: text}))
    assert [position for _, position in found.absent] == [4]


def test_a_section_that_is_gone_leaves_one_too_many(alder):
    locked(alder)
    folder = alder(
        TEXTS | {INDICATOR_FILE: edited(TEXTS[INDICATOR_FILE], "## How\n\nWe teach.\n\n", "")}
    )
    assert not_complete(folder) == {("indicators/grade-3", ("body",), None, "stale")}
    (unit,) = (u for u in standing(folder).units["es"] if u.source is None)
    assert (unit.target_section, unit.target) == (2, "## Cómo\n\nEnseñamos.\n\n")


def test_a_machine_made_file_is_unreviewed_where_it_is_not_stale(alder):
    locked(alder)
    spanish = edited(TEXTS[SPANISH_FILE], "---\n", "---\ntranslated_by: machine\n")
    english = edited(TEXTS[INDICATOR_FILE], "We teach", "We all teach")
    folder = alder(TEXTS | {SPANISH_FILE: spanish, INDICATOR_FILE: english})
    states = {u.section: u.state for u in standing(folder).units["es"] if u.record[0] == "i"}
    assert states[2] is State.STALE
    assert states[1] is State.UNREVIEWED
    assert standing(folder).unreviewed == {SPANISH_FILE}


def test_a_file_without_translation_is_missing_field_by_field(alder):
    folder = alder()
    (folder / "content/priorities/reading.es.md").unlink()
    assert not_complete(folder) >= {
        ("priorities/reading", ("title",), None, "missing"),
        ("priorities/reading", ("goals", "all-read", "title"), None, "missing"),
    }


FIELDS = {
    ("plan", ("title",)): ("content/plan.md", "Plan of Alder"),
    ("plan", ("questions", "how", "text")): ("content/plan.md", "How?"),
    ("plan", ("body",)): ("content/plan.md", "Welcome."),
    ("priorities/reading", ("title",)): ("content/priorities/reading.md", "Reading"),
    ("priorities/reading", ("goals", "all-read", "title")): (
        "content/priorities/reading.md",
        "All read",
    ),
    ("indicators/grade-3", ("definition",)): (INDICATOR_FILE, "Children in grade 3"),
    ("indicators/grade-3", 0): (INDICATOR_FILE, "Above."),
    ("indicators/grade-3", 1): (INDICATOR_FILE, "It matters."),
    ("indicators/grade-3", 2): (INDICATOR_FILE, "We teach."),
    ("indicators/grade-3", 3): (INDICATOR_FILE, "Every day."),
}


@settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.sets(st.sampled_from(sorted(FIELDS, key=str))))
def test_after_any_edits_exactly_the_edited_fields_and_sections_are_stale(alder, edits):
    sources = {
        "content/plan.md": PLAN,
        "content/plan.es.md": PLAN_ES,
        "content/priorities/reading.md": PRIORITY,
        **TEXTS,
    }
    locked(alder)
    alder(sources)
    for path, words in (FIELDS[edit] for edit in edits):
        sources[path] = edited(sources[path], words, f"{words} Now.")
    folder = alder(sources)
    found = {
        (record, section if way == ("body",) and record[0] == "i" else way)
        for record, way, section, state in not_complete(folder)
        if state == "stale"
    }
    assert found == edits
    assert len(not_complete(folder)) == len(edits)
