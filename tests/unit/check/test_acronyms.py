import pytest
from conftest import INDICATOR, INDICATOR_ES, edited
from hypothesis import given
from hypothesis import strategies as st
from unit.check.plain_plan import page, strict

from planpress.check.acronyms import _TOKEN, _words
from planpress.check.rules import check
from planpress.read.project import read

PAGE, PAGE_ES = "content/pages/page.md", "content/pages/page.es.md"


@pytest.fixture
def found(alder):
    def run(changes):
        return [
            (p.message.split("“")[1].split("”")[0], p.place.path, p.place.line)
            for p in check(read(alder(changes)))
            if p.rule == "undefined-acronym"
        ]

    return run


@pytest.mark.parametrize(
    ("text", "unexplained"),
    [
        ("The CMAS is a test.", ["CMAS"]),
        ("The CMAS’s tests and all PLCs.", ["CMAS", "PLC"]),
        ("Measures (CMAS) come.", []),
        ("The Colorado Measures of Academic Success (CMAS) come. CMAS it is.", []),
        ("Professional learning communities (PLCs) meet in a PLC.", []),
        ("La prueba estatal (CMAS, por sus siglas en inglés). La CMAS.", []),
        ("The CMAS (Colorado Measures of Academic Success) comes.", []),
        ("The CMAS (new) comes.", ["CMAS"]),
        ("The CMAS comes.\n\n*[CMAS]: Colorado Measures", []),
        ('The <abbr title="Colorado Measures">CMAS</abbr> comes.', []),
        ("In 2024, grades K-12 and HB21-1110, Phase II, part XIV, level AA, 27J and COVID-19.", []),
        ("See the PDF in the USA, EE. UU., on TV.", []),
        ("It is rated AR, AG or G.", []),
        ("You must NOT do so, but not now.", []),
        ("INTERNATIONAL words.", []),
        ("Run `CMAS` or see [it](/CMAS/).", []),
        ("## About CMAS\n\nWords.", ["CMAS"]),
        ("| CMAS | ELA |\n| --- | --- |\n| 1 | 2 |", ["CMAS", "ELA"]),
        ("Học sinh THPT đến trường.", ["THPT"]),
    ],
)
def test_what_is_an_acronym_and_what_explains_it(found, text, unexplained):
    assert [name for name, _, _ in found({PAGE: page(text)})] == unexplained


def test_each_is_told_once_for_a_record_and_language(found):
    text = "Words.\n\nThe CMAS\nand the CMAS.\n\n- CMAS\n"
    files = {PAGE: page(text), PAGE_ES: page("La CMAS.\n"), "content/pages/more.md": page("CMAS.")}
    assert found(files) == [
        ("CMAS", "content/pages/more.md", 4),
        ("CMAS", PAGE, 6),
        ("CMAS", PAGE_ES, 4),
    ]


def test_the_place_is_where_it_comes_first(found):
    text = page("The CMAS.", "summary: The CMAS and what it tells.\n")
    assert found({PAGE: text}) == [("CMAS", PAGE, 3)]
    measure = "content/indicators/grade-3.md"
    text = edited(edited(INDICATOR, "Grade 3 reading", "CMAS"), "who read well", "in the CMAS")
    assert ("CMAS", measure, 2) in found({measure: text})


def test_a_field_explains_what_another_uses(found):
    text = edited(INDICATOR, "Grade 3 reading", "CMAS in grade 3")
    spanish = edited(INDICATOR_ES, "Lectura", "CMAS")
    files = {"content/indicators/grade-3.md": text, "content/indicators/grade-3.es.md": spanish}
    assert [line for _, _, line in found(files)] == [2, 2]
    explained = edited(text, "who read well", "who pass the State Test (CMAS)")
    files["content/indicators/grade-3.md"] = explained
    assert found(files) == [("CMAS", "content/indicators/grade-3.es.md", 2)]


@pytest.mark.parametrize(
    ("term", "definition"), [("CMAS", "The test."), ("State test", "The CMAS of the state.")]
)
def test_the_glossary_explains(found, term, definition):
    terms = f"---\nterms:\n  - {{id: a, term: {term}, definition: {definition}}}\n---\n"
    files = {PAGE: page("The CMAS."), PAGE_ES: page("La CMAS.")}
    assert len(found(files)) == 2
    files["content/glossary.md"] = terms
    assert found(files) == []
    files["content/glossary.es.md"] = (
        "---\nterms:\n  - {id: a, term: Prueba, definition: La prueba del estado.}\n---\n"
    )
    assert found(files) == [("CMAS", PAGE_ES, 4)]


def test_the_plan_may_name_what_everyone_knows(found):
    files = {PAGE: page("The CMAS and the ELA."), "content/plan.md": strict()}
    assert found(files) == [("ELA", PAGE, 4)]


@given(st.text(alphabet="aB1_é-–.&/’', \n(½") | st.text())
def test_the_words_of_a_text_are_those_that_can_be_acronyms(text):
    assert _words(text) == set(_TOKEN.findall(text))
