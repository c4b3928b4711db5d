import pytest
from conftest import INDICATOR, PLAN, edited
from unit.check.plain_plan import EASY, EASY_ES, HARD, HARD_ES, LONG, page, strict

from planpress.check.rules import check
from planpress.model.problem import Level
from planpress.read.project import read

PAGE, PAGE_ES = "content/pages/page.md", "content/pages/page.es.md"
GRADE_3 = "content/indicators/grade-3.md"


@pytest.fixture
def found(alder):
    def run(changes, *rules):
        reading = read(alder(changes))
        assert [p for p in reading.problems if p.level is Level.ERROR] == []
        rules = rules or ("long-sentence", "reading-grade")
        return [p for p in check(reading) if p.rule in rules]

    return run


def places(problems):
    return [(p.rule, p.place.path, p.place.line) for p in problems]


def test_each_hard_section_is_told_by_itself(found):
    text = f"{EASY * 3}\n\n## Hard\n\n{HARD * 4}\n\n## Easy\n\n{EASY * 3}\n\n"
    text += f"### Harder\n\n{HARD * 5}\n"
    problems = found({PAGE: page(text)})
    assert places(problems) == [("reading-grade", PAGE, 6), ("reading-grade", PAGE, 14)]
    assert [p.level for p in problems] == [Level.WARNING] * 2
    assert "“Harder” reads at grade" in problems[1].message
    assert "the plan's limit is 8" in problems[1].message


def test_the_mend_names_the_longest_sentence_and_the_hardest_words(found):
    (problem,) = found({PAGE: page(f"{HARD * 3}The Interdisciplinarity Board met all of us here.")})
    assert "the text reads at grade" in problem.message
    assert "(8 words), “The Interdisciplinarity Board met all of us here.”." in problem.hint
    assert "nterdisciplinar" not in problem.hint.split("Find")[1]  # a name, or it begins a sentence
    assert "plainer words for “accountability”, “organizational”" in problem.hint


def test_spanish_is_graded_by_its_own_formula(found):
    pages = {PAGE: page(EASY), PAGE_ES: page(f"{EASY_ES * 3}\n\n## Difícil\n\n{HARD_ES * 5}\n")}
    (problem,) = found(pages)
    assert places([problem]) == [("reading-grade", PAGE_ES, 6)]
    assert "“Difícil” reads at grade 16 (Fernández-Huerta)" in problem.message


def test_a_language_without_a_formula_is_never_graded(found):
    files = {
        "content/plan.md": edited(PLAN, "[en, es]", "[en, es, vi]"),
        PAGE: page(EASY),
        "content/pages/page.vi.md": page(f"{HARD * 9}\n\n{LONG}"),
    }
    assert places(found(files)) == [("long-sentence", "content/pages/page.vi.md", 6)]


def test_short_sections_are_graded_together(found):
    parts = "".join(f"## Part {n}\n\n{HARD}\n\n" for n in range(4))
    (problem,) = found({PAGE: page(parts)})
    assert "the short texts here, taken together, read at grade" in problem.message
    assert problem.place.path == PAGE


def test_what_is_short_even_together_is_not_graded(found):
    assert found({PAGE: page(f"## One\n\n{HARD}\n\n## Two\n\n{HARD}\n")}) == []


def test_fields_are_graded_with_their_name(found):
    text = edited(INDICATOR, "Children in grade 3 who read well.", HARD * 4)
    (problem,) = found({GRADE_3: text})
    assert places([problem]) == [("reading-grade", GRADE_3, 3)]
    assert "“definition” reads at grade" in problem.message


def test_a_title_and_a_phrase_are_no_text(found):
    phrase = "interdisciplinary collaboration " * 22
    text = edited(INDICATOR, "Children in grade 3 who read well.", phrase + "institutionalized")
    assert places(found({GRADE_3: text}, "reading-grade")) == []
    assert places(found({GRADE_3: edited(text, "institutionalized", "institutionalized.")})) == [
        ("long-sentence", GRADE_3, 3),
        ("reading-grade", GRADE_3, 3),
    ]


def test_figures_alone_have_no_grade(found):
    numbers = ". ".join(str(number) for number in range(1000, 1060))
    assert found({PAGE: page(f"{numbers}.\n\n{numbers}.")}) == []


def test_a_long_sentence_is_told_once_for_a_section_with_the_longest(found):
    text = f"{LONG}\n\n{LONG[:-6]} and on and on and on.\n\n## Next\n\n{LONG}\n"
    problems = found({PAGE: page(text)}, "long-sentence")
    assert places(problems) == [("long-sentence", PAGE, 6), ("long-sentence", PAGE, 10)]
    assert problems[0].message.startswith("2 sentences are too long; the longest has 44 words")
    assert problems[1].message.startswith(
        "a sentence of 39 words; the plan's limit is 30: “It rains"
    )


def test_a_sentence_of_the_very_limit_is_not_too_long(found):
    assert found({PAGE: page("Rain " * 29 + "falls.")}, "long-sentence") == []
    assert len(found({PAGE: page("Rain " * 30 + "falls.")}, "long-sentence")) == 1


def test_words_of_others_and_of_the_archive_are_left_alone(found):
    old = page(f"{HARD * 9}\n\n{LONG}\n\nThe NASA.", "section: archive\narchived_on: 2023-06-30\n")
    voice = f"---\nquote: {HARD * 9} {LONG} The NASA.\ndate: 2024-05-01\nconsent: yes\n---\n"
    files = {
        PAGE: old,
        "content/voices/mother.md": voice,
        "content/pages/quoting.md": page("Text.\n\n> " + HARD * 9 + LONG + "\n"),
    }
    assert found(files, "long-sentence", "reading-grade", "undefined-acronym") == []


def test_the_plan_sets_its_own_limits(found):
    text = page(EASY * 4)
    assert found({PAGE: text}) == []
    files = {PAGE: text, "content/plan.md": strict()}
    assert [p.rule for p in found(files)] == ["long-sentence"]
    files["content/plan.md"] = strict("plain_language: {grade: 0}\ncontact")
    (problem,) = found(files)
    assert "the plan's limit is 0" in problem.message
    files = {
        PAGE: page(HARD * 9),
        "content/plan.md": strict("plain_language: {grade: 99}\ncontact"),
    }
    assert found(files) == []
