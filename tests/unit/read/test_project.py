from decimal import Decimal

import pytest
from conftest import FILES, INDICATOR, INDICATOR_ES, PLAN, PLAN_ES, PRIORITY, edited

from planpress.model.period import Period
from planpress.model.problem import Level
from planpress.read.project import read


def test_a_whole_plan_has_no_problem_and_every_word(alder):
    reading = read(alder())
    assert reading.problems == ()
    indicator = reading.project.indicators["grade-3"]
    assert indicator.title.texts == {
        "en": "Grade 3 reading",
        "es": "Lectura en tercer grado",
    }
    assert indicator.target.value == Decimal(62)
    assert indicator.baseline.period == Period.parse("2022-23")
    assert reading.project.priorities["reading"].goals[0].title.said("es").text == "Todos leen"
    assert reading.series["grade-3"].observations[1].value.number == Decimal(54)
    assert reading.data == {"grade-3": "data/grade-3.csv"}


def test_fields_remember_their_places(alder):
    project = read(alder()).project
    at = project.indicators["grade-3"].source.at
    assert str(at("target", "value")) == "content/indicators/grade-3.md:10:42"
    assert str(at("target", "all_of")) == "content/indicators/grade-3.md:10:1"
    assert project.plan.body.places["es"].line == 14


FAULTS = {
    "unknown key": (
        "content/indicators/grade-3.md",
        edited(INDICATOR, "priority:", "priorty:"),
        ("unknown-key", 5, "priorty", "“priority”"),
    ),
    "unknown key in a group": (
        "content/indicators/grade-3.md",
        edited(INDICATOR, "value: 62", "valeu: 62"),
        ("unknown-key", 10, "valeu", "“value”"),
    ),
    "duplicate key": (
        "content/indicators/grade-3.md",
        edited(INDICATOR, "unit: percent", "unit: percent\nunit: days"),
        ("duplicate-key", 8, "line 7", "Keep one"),
    ),
    "missing fact": (
        "content/indicators/grade-3.md",
        edited(INDICATOR, "unit: percent\n", ""),
        ("missing-key", 1, "unit", "What a value counts"),
    ),
    "missing words": (
        "content/indicators/grade-3.md",
        edited(INDICATOR, "title: Grade 3 reading\n", ""),
        ("missing-key", 1, "title", "What is measured"),
    ),
    "unknown choice": (
        "content/indicators/grade-3.md",
        edited(INDICATOR, "increase", "increse"),
        ("unknown-choice", 8, "increse", "“increase”"),
    ),
    "no period": (
        "content/indicators/grade-3.md",
        edited(INDICATOR, "2026-27", "2026-42"),
        ("wrong-value", 10, "2026-42", ""),
    ),
    "no number": (
        "content/indicators/grade-3.md",
        edited(INDICATOR, "value: 62", "value: 62 %"),
        ("wrong-value", 10, "62 %", ""),
    ),
    "no list": (
        "content/priorities/reading.md",
        "---\ntitle: Reading\norder: 1\ngoals: all\n---\n",
        ("wrong-shape", 4, "goals", ""),
    ),
    "repeated id": (
        "content/priorities/reading.md",
        edited(PRIORITY, "All read\n", "All read\n  - id: all-read\n    title: Again\n"),
        ("repeated-id", 7, "line 5", ""),
    ),
    "fact in a translation": (
        "content/indicators/grade-3.es.md",
        edited(INDICATOR_ES, "definition", "unit: percent\ndefinition"),
        ("fact-in-translation", 3, "unit", "Remove"),
    ),
    "unknown key in a translation": (
        "content/indicators/grade-3.es.md",
        edited(INDICATOR_ES, "definition", "definicion"),
        ("unknown-key", 3, "definicion", "“definition”"),
    ),
    "unknown entry in a translation": (
        "content/priorities/reading.es.md",
        "---\ntitle: Lectura\ngoals:\n  - id: all-reed\n    title: Todos leen\n---\n",
        ("unknown-entry", 4, "all-reed", "“all-read”"),
    ),
    "words that the first language does not have": (
        "content/indicators/grade-3.es.md",
        edited(INDICATOR_ES, "definition", "summary: Algo\ndefinition"),
        ("words-without-source", 3, "summary", ""),
    ),
    "empty words": (
        "content/indicators/grade-3.es.md",
        edited(INDICATOR_ES, "title: Lectura en tercer grado", "title:"),
        ("empty-words", 2, "title", ""),
    ),
    "one way of contact": (
        "content/plan.md",
        edited(PLAN, ", phone: 555-0100", ""),
        ("wrong-value", 17, "two ways", ""),
    ),
    "three questions": (
        "content/plan.md",
        edited(PLAN, "  - id: response\n    text: And if not?\n", ""),
        ("too-few", 4, "4 entries", ""),
    ),
    "no front matter": (
        "content/priorities/reading.md",
        "Reading\n",
        ("front-matter", 1, "does not begin", "---"),
    ),
    "open front matter": (
        "content/priorities/reading.md",
        "---\ntitle: Reading\n",
        ("front-matter", 1, "not closed", "---"),
    ),
    "broken YAML": (
        "content/priorities/reading.md",
        "---\ntitle: 'Reading\norder: 1\n---\n",
        ("yaml", 4, "YAML", ""),
    ),
    "YAML reference": (
        "content/priorities/reading.md",
        "---\ntitle: &a Reading\nsummary: *a\norder: 1\n---\n",
        ("yaml", 2, "twice", ""),
    ),
    "name that is no id": (
        "content/priorities/Reading_More.md",
        PRIORITY,
        ("file-name", 0, "Reading_More", "hyphens"),
    ),
    "language that the plan does not have": (
        "content/priorities/reading.fr.md",
        PRIORITY,
        ("file-name", 0, "fr", "Languages"),
    ),
    "first language with a code": (
        "content/priorities/reading.en.md",
        PRIORITY,
        ("file-name", 0, "first language", "reading.md"),
    ),
    "translation of nothing": (
        "content/priorities/reeding.es.md",
        "---\ntitle: x\n---\n",
        ("translation-alone", 0, "reeding.md", "“reading”"),
    ),
    "folder that is no kind": (
        "content/indicator/x.md",
        "",
        ("unknown-kind", 0, "indicator", "“indicators”"),
    ),
    "file that is no record": (
        "content/glosary.md",
        "",
        ("unknown-kind", 0, "glosary", "glossary.md"),
    ),
    "numbers in an old workbook": ("data/grade-4.xls", b"x", ("file-name", 0, "CSV", "Save")),
    "key that the file gives": (
        "content/priorities/reading.md",
        edited(PRIORITY, "order", "id: x\norder"),
        ("unknown-key", 3, "“id”", "Remove"),
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_has_place_message_and_mend(alder, fault):
    path, text, (rule, line, said, hinted) = FAULTS[fault]
    problems = [p for p in read(alder({path: text})).problems if p.rule == rule]
    assert problems, read(alder({path: text})).problems
    found = problems[0]
    assert found.place.path == path.replace("content/indicator/x.md", "content/indicator")
    assert found.place.line == line
    assert found.level is Level.ERROR
    assert said in found.message
    assert hinted in found.hint
    assert found.hint


def test_all_faults_are_told_in_one_run(alder):
    broken = {path: text for path, text, _ in (FAULTS["no period"], FAULTS["repeated id"])}
    broken["content/plan.es.md"] = edited(PLAN_ES, "title", "titel")
    rules = [p.rule for p in read(alder(broken)).problems]
    assert {"wrong-value", "repeated-id", "unknown-key"} <= set(rules)


def test_missing_translations_are_warnings_with_both_places(alder):
    changes = {
        "content/indicators/grade-3.es.md": None,
        "content/priorities/reading.es.md": "---\ntitle: Lectura\ngoals: []\n---\n",
        "content/plan.es.md": PLAN_ES.replace("Bienvenidos.\n", ""),
    }
    problems = read(alder(changes)).problems
    assert {p.level for p in problems} == {Level.WARNING}
    assert {p.rule for p in problems} == {"missing-words"}
    assert {p.place.path for p in problems} == {
        "content/indicators/grade-3.md",
        "content/priorities/reading.es.md",
        "content/plan.es.md",
    }


def test_a_missing_text_falls_back_and_says_its_language(alder):
    project = read(alder({"content/indicators/grade-3.es.md": None})).project
    said = project.indicators["grade-3"].title.said("es")
    assert said == ("Grade 3 reading", "en")


@pytest.mark.parametrize(
    ("changes", "path"),
    [(dict.fromkeys(FILES), "content"), ({"content/plan.md": None}, "content/plan.md")],
)
def test_an_empty_project_is_one_sentence(alder, tmp_path, changes, path):
    (tmp_path / "alder").mkdir()
    reading = read(alder(changes))
    assert [(p.rule, p.place.path) for p in reading.problems] == [("missing-file", path)]
    assert reading.project is None


def test_a_record_that_cannot_be_read_is_remembered(alder):
    path, text, _ = FAULTS["missing fact"]
    reading = read(alder({path: text}))
    assert reading.broken == {"indicators/grade-3"}
    assert "grade-3" not in reading.project.indicators
