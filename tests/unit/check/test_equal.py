"""Both languages of a page state the same, and where they do not, both places are told."""

import pytest
from conftest import INDICATOR, INDICATOR_ES, PLAN, PLAN_ES, edited

from planpress.check.equal import equal_statements
from planpress.check.rules import check
from planpress.check.wording import Limits
from planpress.model.problem import Level
from planpress.read.project import read

BODY = """
Intro with 2 parts.

## First

We had 84.6% on July 1, 2023. See [the ratings](/on-track/).

{{ chart grade-3 }}

## Second

About 1,200 students in 2024–25.[^a]

[^a]: A note.
"""
BODY_ES = """
Introducción con dos partes.

## Uno

El 1 de julio de 2023
tuvimos 84.6 %. Vea [las calificaciones](/on-track/).

{{ chart grade-3 }}

## Dos

Unos 1,200 estudiantes en 2024-2025.[^a]

[^a]: Una nota.
"""


@pytest.fixture
def told(alder):
    def run(body=BODY, body_es=BODY_ES, **changes):
        written = {"content/plan.md": PLAN + body, "content/plan.es.md": PLAN_ES + body_es}
        reading = read(alder({**written, **changes}))
        limits = Limits.of(reading.project.plan)
        records = reading.project.worded.values()
        found = [problem for one in records for problem in equal_statements(one, limits)]
        assert all(p.level is Level.WARNING for p in found)
        return [(p.rule, p.place.path, p.place.line, p.message) for p in found]

    return run


def test_equal_pages_are_not_told_of(told):
    assert told() == []


@pytest.mark.parametrize(
    ("old", "new", "rule", "line", "message"),
    [
        (
            "84.6 %",
            "86.4 %",
            "numbers-differ",
            21,
            "here stands “86.4”, but in content/plan.md:25 stands “84.6”",
        ),
        (
            "de julio",
            "de agosto",
            "dates-differ",
            20,
            "here stands “1 de agosto de 2023”, but in content/plan.md:25 stands “July 1, 2023”",
        ),
        (
            "(/on-track/)",
            "(/es/on-track/)",
            "links-differ",
            21,
            "here stands the link to “/es/on-track/”, but in content/plan.md:25 stands the link",
        ),
        (
            "{{ chart grade-3 }}\n",
            "",
            "links-differ",
            18,
            "the shortcode “chart grade-3”, stated in content/plan.md:27, is missing here",
        ),
        (
            "## Dos",
            "### Dos",
            "headings-differ",
            25,
            "here stands the heading “### Dos”, but in content/plan.md:29 stands the heading “## S",
        ),
        ("Unos 1,200", "Unos", "numbers-differ", 25, "“1,200”, stated in content/plan.md:31, is"),
        ("2024-2025", "2023-2024", "numbers-differ", 27, "here stands “2023-2024”"),
        (".[^a]\n", ".\n", "links-differ", 25, "the footnote “a”, stated in"),
        ("con dos", "con cinco", "numbers-differ", 16, "here stands “cinco”, but in content/"),
    ],
)
def test_what_differs_is_told_with_both_places(told, old, new, rule, line, message):
    changed = edited(BODY_ES, old, new)
    found = told(body_es=changed)
    ((found_rule, path, found_line, said),) = found
    assert (found_rule, path, found_line) == (rule, "content/plan.es.md", line)
    assert said.startswith(message)


def test_where_headings_differ_the_numbers_are_compared_all_the_same(told):
    changed = edited(BODY_ES, "## Dos", "### Dos").replace("1,200", "1,300")
    assert {rule for rule, *_ in told(body_es=changed)} == {"headings-differ", "numbers-differ"}


def test_a_number_in_the_wrong_section_is_told_of(told):
    moved = edited(edited(BODY_ES, "Unos 1,200", "Unos"), "tuvimos", "1,200 tuvimos")
    assert [line for _, _, line, _ in told(body_es=moved)] == [21, 25]


def test_fields_and_parts_of_records_are_compared(told):
    path = "content/indicators/grade-3"
    words = {
        f"{path}.md": edited(INDICATOR, "read well.", "read well. It was 50% in 2022-23."),
        f"{path}.es.md": edited(INDICATOR_ES, "leen bien.", "leen bien. Fue 51% en 2022-23."),
    }
    ((rule, where, line, message),) = told(**words)
    assert (rule, where, line) == ("numbers-differ", f"{path}.es.md", 3)
    assert message == f"here stands “51”, but in {path}.md:3 stands “50”"


def test_a_plan_in_one_language_and_words_without_translation_are_left_alone(told):
    alone = {"content/plan.md": edited(PLAN, "[en, es]", "[en]") + BODY, "content/plan.es.md": None}
    assert told(**alone) == []
    assert told(body_es="") != []
    for codes in ("[qqq, en]", "[qqq, qqr]"):
        assert told(**{"content/plan.md": edited(PLAN, "[en, es]", codes) + BODY}) == []
    assert told(**{"content/indicators/grade-3.es.md": None}) == []


def test_it_is_one_of_the_rules(alder):
    project = alder({"content/plan.es.md": edited(PLAN_ES, "Bienvenidos.", "Somos 7.")})
    assert "numbers-differ" in {p.rule for p in check(read(project))}
