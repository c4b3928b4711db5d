import re
from dataclasses import replace

from rendering import desk, render
from unit.render.sample import indicator, site, words
from unit.render.speaking import real

from planpress.facts.cells import Cells
from planpress.render.cards import NAME, social_pictures
from planpress.render.page import Press

IMAGE = re.compile(r'<meta property="og:image" content="https://alder.example.org/plan/([^"]*)">')
ALT = re.compile(r'<meta property="og:image:alt" content="([^"]*)">')


def pages_of(documents):
    return {d.path: d.content.decode() for d in documents if d.path.endswith(".html")}


def painted(made, cells=None):
    """Return the cards that are asked for, by the paths of their pictures."""
    asked = []
    view, place = desk(made, cells)
    press = Press(view.noted)

    def paint(found):
        asked.extend(found)
        return [repr(card).encode() for card in found]

    found, problems = social_pictures(press, place, paint)
    assert problems == []
    return dict(zip([document.path for document in found], asked, strict=True))


def test_measures_and_priorities_have_pictures_of_their_own_in_each_language():
    found = painted(real())
    assert f"indicators/grade-3/{NAME}" in found
    assert f"es/indicators/grade-3/{NAME}" in found
    assert f"priorities/reading/{NAME}" in found
    assert {NAME, f"es/{NAME}"} <= found.keys()


def test_a_picture_says_what_the_page_says():
    card = painted(real())[f"indicators/grade-3/{NAME}"]
    assert card.title == "Grade 3 reading"
    assert card.word
    assert card.line


def test_the_common_picture_has_no_number():
    card = painted(real())[NAME]
    assert not re.search(r"\d", card.line)
    assert (card.marks, card.word, card.spark) == ((), "", "")


def test_every_page_names_a_picture_that_there_is_and_says_what_is_on_it():
    documents, _ = render(real())
    paths = {document.path for document in documents}
    pages = [d.content.decode() for d in documents if b"og:url" in d.content]
    assert pages
    for text in pages:
        (path,) = IMAGE.findall(text)
        assert path in paths
        (words_of_it,) = ALT.findall(text)
        assert "Alder Schools" in words_of_it


def noticed():
    """Return a site whose every page begins with a notice."""
    made = real()
    notice = words("Invented numbers.", "Cifras inventadas.")
    plan = made.project.plan.model_copy(update={"notice": notice})
    return replace(made, project=replace(made.project, plan=plan))


def test_a_notice_goes_with_the_picture():
    found = painted(noticed())
    assert found[f"indicators/grade-3/{NAME}"].notice == "Invented numbers."
    assert found[f"es/{NAME}"].notice == "Cifras inventadas."


def test_all_words_of_a_picture_stand_in_its_text():
    made = noticed()
    documents, _ = render(made)
    pages = pages_of(documents)
    for path, card in painted(made).items():
        (alt,) = ALT.findall(pages[path.replace(NAME, "index.html")])
        for said in (card.organisation, card.title, card.word, card.line.rstrip("."), card.notice):
            assert said in alt


def test_a_page_without_a_picture_of_its_own_has_the_common_one():
    documents, _ = render(real())
    pages = pages_of(documents)
    assert IMAGE.findall(pages["es/data/index.html"]) == [f"es/{NAME}"]
    assert IMAGE.findall(pages["indicators/index.html"]) == [NAME]


def test_a_broken_template_of_the_words_is_a_problem_and_no_crash(tmp_path):
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/card.html").write_text("{{ nobody }}", "utf-8")
    made = real()
    made = replace(made, templates=(tmp_path, *made.templates))
    view, place = desk(made, Cells("test"))
    found, problems = social_pictures(Press(view.noted), place, lambda cards: [b""] * len(cards))
    assert [document.path for document in found] == [NAME, f"es/{NAME}"]
    assert problems


def test_a_title_is_said_in_the_language_of_the_page():
    one = indicator("grade-3", title=words("Reading", "Lectura"))
    found = painted(real(site(indicators={"grade-3": one})))
    assert found[f"es/indicators/grade-3/{NAME}"].title == "Lectura"
