"""What readers are told of translations: stale, missing, unread; and the page for staff."""

import re
from datetime import date

import pytest
from conftest import INDICATOR, INDICATOR_ES, edited
from lxml import html

from planpress.cli import main
from planpress.options import Options
from planpress.pipeline import build

ENGLISH, SPANISH = "content/pages/hopes.md", "content/pages/hopes.es.md"
PAGE = (
    "---\ntitle: Our hopes\n---\nAbove.\n\n## Why\n\nIt matters.\n\n## How\n\nWe [teach](/data/).\n"
)
PAGINA = (
    "---\ntitle: Lo que esperamos\n---\nArriba.\n\n## Por qué\n\nImporta.\n\n"
    "## Cómo\n\n[Enseñamos](/data/).\n"
)
BOTH = {ENGLISH: PAGE, SPANISH: PAGINA}
STALE = "el original cambió después"
MISSING = "aún no están traducidas"
UNREAD = "nadie las ha revisado"


@pytest.fixture
def published(alder):
    """Builds the plan after its translations were accepted and then changed; returns a reader."""

    def build_it(changes):
        folder = alder(BOTH)
        assert main(["translate", "accept", "--project", str(folder)]) == 0
        alder(BOTH | changes)
        asked = Options(project=folder, output=folder / "site", today=date(2026, 11, 21))
        outcome = build(asked)
        assert outcome.published, outcome.problems
        return lambda path: html.parse(str(folder / "site" / path / "index.html")).getroot()

    return build_it


def notes(page):
    return [" ".join(note.text_content().split()) for note in page.find_class("note")]


def test_what_is_fresh_says_nothing(published):
    page = published({})
    assert notes(page("es/hopes")) == notes(page("hopes")) == []


def test_a_stale_section_says_so_below_its_heading_and_leads_to_the_original(published):
    page = published({ENGLISH: edited(PAGE, "We [teach]", "We all [teach]")})
    above, below = page("es/hopes").find_class("note")
    assert STALE in above.text_content()
    heading = below.getprevious()
    assert (heading.tag, heading.text_content()) == ("h2", "Cómo")
    assert STALE in below.text_content()
    (link,) = below.iter("a")
    assert link.get("href") == "../../hopes/index.html#how"
    assert (link.get("hreflang"), link.get("lang"), link.text_content()) == ("en", "en", "English")
    assert notes(page("hopes")) == []


def test_a_page_that_shows_only_the_title_of_a_stale_record_says_so_at_its_head(published):
    page = published({ENGLISH: edited(PAGE, "Our hopes", "All our hopes")})
    assert [STALE in note for note in notes(page("es/hopes"))] == [True]
    assert notes(page("es/priorities")) == []


def test_a_missing_section_stands_in_its_place_in_the_first_language(published):
    new = edited(PAGE, "## How", "## Where\n\nIn [every](/data/) school.\n\n## How")
    page = published({ENGLISH: new})("es/hopes")
    heads = [
        (h.text_content(), h.xpath("string(ancestor::*[@lang][1]/@lang)")) for h in page.iter("h2")
    ]
    at = [text for text, _ in heads].index("Where")
    assert [text for text, _ in heads][at - 1 : at + 2] == ["Por qué", "Where", "Cómo"]
    assert heads[at][1] == "en"
    assert heads[at + 1][1] == "es"
    (link,) = page.xpath("//div[@lang='en']//a")
    assert link.get("href") == "../data/index.html"
    assert any(MISSING in note for note in notes(page))


def test_a_missing_field_falls_back_marked_and_noted(published):
    page = published(
        {
            "content/indicators/grade-3.es.md": edited(
                INDICATOR_ES, "title: Lectura en tercer grado\n", ""
            )
        }
    )
    found = page("es/indicators/grade-3")
    (title,) = found.xpath("//h1/span[@lang='en']")
    assert title.text_content() == "Grade 3 reading"
    assert any(MISSING in note for note in notes(found))
    assert not any(MISSING in note for note in notes(page("indicators/grade-3")))


@pytest.mark.parametrize(
    ("review", "told"),
    [("", True), ("reviewed_by: Rosa\nreviewed_on: 2026-11-01\n", False)],
)
def test_words_of_a_machine_are_marked_until_somebody_has_read_them(published, review, told):
    text = edited(PAGINA, "---\n", f"---\ntranslated_by: machine\n{review}")
    page = published({SPANISH: text})
    assert [UNREAD in note for note in notes(page("es/hopes"))] == [True] * told
    assert not any(UNREAD in note for note in notes(page("es/indicators")))


def test_the_page_for_staff_shows_what_was_changed_and_nobody_leads_to_it(published, alder):
    page = published({ENGLISH: edited(PAGE, "It matters", "It still matters")})
    staff = page("translations")
    assert [e.text_content() for e in staff.iter("ins")] == [" still"]
    assert not list(staff.iter("del"))
    row = [" ".join(cell.text_content().split()) for cell in staff.xpath("//tbody/tr/*")]
    assert row == ["Español", "0", "1", "0", "0", "14", "93%"]
    assert staff.xpath("//meta[@name='robots']/@content") == ["noindex"]
    folder = alder(BOTH) / "site"
    for file in folder.rglob("*"):
        if file.suffix in (".html", ".xml") and file.parent.name != "translations":
            assert "translations/" not in file.read_text("utf-8"), file


def test_a_plan_of_one_language_has_no_such_page(alder):
    folder = alder()
    plan = (folder / "content/plan.md").read_text("utf-8").replace("[en, es]", "[en]")
    (folder / "content/plan.md").write_text(plan, "utf-8")
    for file in folder.rglob("*.es.md"):
        file.unlink()
    asked = Options(project=folder, output=folder / "site", today=date(2026, 11, 21))
    assert build(asked).published
    assert not (folder / "site/translations").exists()


def test_shortcodes_of_our_own_stand_in_no_file(alder, capsys):
    for name in ("stale", "absent"):
        folder = alder({ENGLISH: PAGE + f"\n{{{{ {name} 0 }}}}\n"})
        assert main(["check", "--project", str(folder)]) == 1
        assert re.search(f"“{name}” is not a shortcode", capsys.readouterr().out)


def test_a_measure_with_stale_words_is_told_wherever_they_stand(published):
    changed = edited(INDICATOR, "title: Grade 3 reading", "title: Reading in grade 3")
    page = published({"content/indicators/grade-3.md": changed})
    for path in ("es/indicators/grade-3", "es/indicators", "es"):
        assert any(STALE in note for note in notes(page(path))), path
    assert notes(page("es/hopes")) == []
