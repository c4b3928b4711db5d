import json
from dataclasses import replace

import pytest
from rendering import desk, leaves, machine_files
from unit.render.sample import ENGLISH, SPANISH, indicator, plan, site, source, words
from unit.render.speaking import real
from unit.render.work_sample import tactic, working

from planpress.audit.opened import data_of
from planpress.facts.cells import Cells
from planpress.model.glossary import GlossaryRecord
from planpress.model.initiative import InitiativeRecord
from planpress.model.page import PageRecord
from planpress.model.update import UpdateRecord
from planpress.render import machine
from planpress.render.leaf import Leaf
from planpress.render.register import Leaves, entry, register
from planpress.render.search_index import kind_words, search_index
from planpress.render.search_words import searched, texts_of_records

GLOSSARY = GlossaryRecord.model_validate(
    {
        "id": "glossary",
        "source": source("glossary"),
        "terms": (
            {"id": "cohort", "term": words("Cohort", "Cohorte"), "definition": words("A group.")},
        ),
    }
)
INITIATIVE = InitiativeRecord.model_validate(
    {
        "id": "grow",
        "source": source("initiatives/grow"),
        "title": words("Grow"),
        "period": "2025-26",
        "priorities": ("reading",),
        "workstreams": (
            {
                "id": "a",
                "title": words("Hiring"),
                "items": ({"id": "b", "title": words("A fair in May")},),
            },
        ),
    }
)
VISION = PageRecord(
    id="vision",
    source=source("pages/vision"),
    title=words("Vision", "Visión"),
    section="plan",
    body=words("## Where we go\n\nFar, <b>and</b> *well*.", "## Adónde vamos\n\nLejos."),
)
STEP = {"id": "s", "title": words("Hire tutors"), "due": "2026-12-01"}


def whole(**project):
    facts = {
        "tactics": {"tutoring": tactic(milestones=(STEP,), lead={"role": words("Chief of care")})},
        "indicators": {"grade-3": indicator()},
        "glossary": GLOSSARY,
        "initiatives": {"grow": INITIATIVE},
        "pages": {"vision": VISION},
        "plan": plan(roles=({"id": "parent", "title": words("A parent")},)),
    }
    return working(**{**facts, **project})


def script_of(made, language=ENGLISH, pages=None):
    pages = tuple(map(entry, leaves(made) if pages is None else pages))
    keys = [key for _, key in searched(pages) if key]
    return search_index(made, language, pages, texts_of_records(made, desk(made)[1].cells, keys))


def index_of(made, language=ENGLISH, pages=None):
    return json.loads(data_of(script_of(made, language, pages)))


def found(made, path, language=ENGLISH):
    (one,) = (one for one in index_of(made, language)["found"] if one["path"] == path)
    return one


@pytest.mark.parametrize(
    ("path", "kind", "title"),
    [
        ("vision/index.html", "page", "Vision"),
        ("indicators/grade-3/index.html", "indicator", "Grade 3 reading"),
        ("tactics/tutoring/index.html", "tactic", "Tutoring"),
        ("priorities/reading/index.html", "priority", "Reading"),
        ("initiatives/grow/index.html", "initiative", "Grow"),
        ("glossary/index.html#cohort", "term", "Cohort"),
        ("tactics/tutoring/index.html#milestones", "milestone", "Hire tutors"),
        ("roles/index.html#role-parent", "role", "A parent"),
    ],
)
def test_what_readers_look_for_is_found_by_kind(path, kind, title):
    one = found(whole(), path)
    assert (one["kind"], one["title"]) == (kind, title)


def test_every_kind_has_its_word_and_those_that_are_not_there_have_none():
    index = index_of(whole())
    kinds = {one["kind"] for one in index["found"]}
    assert set(index["kinds"]) == kinds
    assert "report" not in kinds
    named = whole(plan=plan(labels={"tactic": words("Strategy", "Estrategia")}))
    assert kind_words(named, SPANISH)["tactic"] == "Estrategia"


def test_a_page_is_found_by_its_headings_and_shown_by_how_it_begins():
    one = found(whole(), "vision/index.html")
    assert (one["text"], one["more"]) == ("Far, and well.", "Where we go")
    other = found(whole(), "vision/index.html", SPANISH)
    assert (other["title"], other["more"]) == ("Visión", "Adónde vamos")
    assert "titleLang" not in other


def test_a_page_is_found_by_what_stands_in_its_lists():
    assert found(whole(), "initiatives/grow/index.html")["more"] == "Hiring A fair in May"
    assert found(whole(), "tactics/tutoring/index.html")["more"] == "Chief of care"


def test_words_in_another_language_are_marked():
    one = found(whole(), "glossary/index.html#cohort", SPANISH)
    assert (one["title"], one["textLang"]) == ("Cohorte", "en")
    assert found(whole(), "roles/index.html#role-parent", SPANISH)["titleLang"] == "en"


def test_a_measure_is_named_for_the_audit_and_no_number_stands_in_the_index():
    assert found(whole(), "indicators/grade-3/index.html")["indicator"] == "grade-3"
    assert all(isinstance(v, str) for one in index_of(whole())["found"] for v in one.values())


def test_what_is_for_staff_or_not_listed_is_not_found():
    hidden = [
        Leaf(template="x", path="404.html", title=words("X"), listed=False),
        Leaf(template="x", path="translations/", title=words("X"), for_staff=True),
        Leaf(template="x", path="search/", title=words("X")),
    ]
    bare = site(glossary=None)
    assert index_of(bare, pages=hidden)["found"] == []


def test_news_of_later_are_not_found():
    late = UpdateRecord(
        id="2099-01-01-x", source=source("updates/x"), title=words("From later"), body=words("It.")
    )
    assert b"From later" not in script_of(whole(updates={"x": late}))


def test_no_tag_begins_in_the_script():
    made = whole(pages={"vision": VISION.model_copy(update={"title": words("</script><b>")})})
    assert b"<" not in script_of(made)


def test_each_language_has_an_index():
    made = real(whole())
    paths = [f.path for f in machine_files(made, leaves(made)) if "search" in f.path]
    assert paths == ["es/search/index.js", "search/index.js"]


def cells_of(made, before=None):
    """Return the cells of a build of the files for machines."""
    cells = Cells("test", before)
    view, place = desk(made, cells)
    listed = [one for found in register(Leaves(view.noted), cells) for one in found]
    machine.machine_files(view.noted, listed, place)
    return cells.made(view.records)


def facts_of(made, name):
    """Return the facts that something was made of."""
    names = [fact for fact, _ in made.facts]
    return {names[at] for at in made.cells[name].facts}


def test_the_index_reads_no_number_and_no_body():
    made = cells_of(real(whole()))
    read = facts_of(made, "search/index.js")
    numbers = {"series", "assessments", "groups", "figures", "sizes", "moves"}
    assert numbers.isdisjoint(fact[0] for fact in read)
    assert "body" not in {fact[-1] for fact in read}
    assert facts_of(made, "searched pages/vision") == {("pages/vision", "body")}


def test_another_sentence_is_nothing_new_to_find_and_another_heading_is():
    def with_body(text):
        other = VISION.model_copy(update={"body": words(text), "summary": words("Short.")})
        return cells_of(real(whole(pages={"vision": other}))).cells

    first = with_body("## Where\n\nFar.\n\nLong.")
    same = with_body("## Where\n\nFar.\n\nLonger.")
    other = with_body("## When\n\nFar.\n\nLong.")
    assert first["search/index.js"].own == same["search/index.js"].own
    assert first["search/index.js"].own != other["search/index.js"].own


def test_another_title_is_another_index():
    made = real(whole())
    other = replace(
        made, project=replace(made.project, initiatives={"grow": INITIATIVE.model_copy()})
    )
    assert index_of(made) == index_of(other)
    new = INITIATIVE.model_copy(update={"title": words("Grow up")})
    changed = replace(made, project=replace(made.project, initiatives={"grow": new}))
    assert index_of(made) != index_of(changed)
