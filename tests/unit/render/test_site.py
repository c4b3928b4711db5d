import re

import pytest
from lxml.html import document_fromstring
from rendering import render
from unit.render.sample import indicator, plan, priority, site
from unit.render.speaking import TEMPLATES, real

from planpress.model.assessment import Assessment, State
from planpress.model.rating import Rating


@pytest.fixture(scope="module")
def pages():
    documents, problems = render(real())
    assert problems == ()
    return {d.path: d.content.decode() for d in documents if d.path.endswith(".html")}


def test_every_page_is_there_in_every_language(pages):
    english = {path for path in pages if not path.startswith("es/")}
    assert {path.removeprefix("es/") for path in pages if path.startswith("es/")} == english
    assert {
        "index.html",
        "priorities/index.html",
        "priorities/reading/index.html",
        "indicators/index.html",
        "indicators/grade-3/index.html",
        "on-track/index.html",
        "how-we-rate/index.html",
        "completeness/index.html",
        "404.html",
    } <= english


def test_every_page_says_what_it_is(pages):
    for path, text in pages.items():
        tree = document_fromstring(text)
        code = "es" if path.startswith("es/") else "en"
        assert tree.get("lang") == code
        assert tree.get("dir") == "ltr"
        assert len(tree.xpath("//h1")) == len(tree.xpath("//main")) == 1
        skips = [] if "embed/" in path else ["#main"]
        assert tree.xpath("//a[@class='skip']/@href") == skips
        assert not tree.xpath("//@style")
        assert not tree.xpath("//style")
        policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy[0].startswith("default-src 'none'")


def test_pages_name_their_address_and_their_other_languages(pages):
    tree = document_fromstring(pages["es/on-track/index.html"])
    base = "https://alder.example.org/plan"
    assert tree.xpath("//link[@rel='canonical']/@href") == [f"{base}/es/on-track/"]
    others = tree.xpath("//link[@rel='alternate']")
    assert {(o.get("hreflang"), o.get("href")) for o in others} == {
        ("en", f"{base}/on-track/"),
        ("es", f"{base}/es/on-track/"),
        ("x-default", f"{base}/on-track/"),
    }
    switch = tree.xpath("//nav[@class='languages']//a")
    assert [(a.get("lang"), a.get("href")) for a in switch] == [("en", "../../on-track/index.html")]


def test_the_current_place_is_marked(pages):
    tree = document_fromstring(pages["priorities/reading/index.html"])
    marked = tree.xpath("//nav[contains(@class, 'wide')]//a[@aria-current]")
    assert [(a.text, a.get("aria-current")) for a in marked] == [("Priorities", "true")]


def test_no_page_of_one_language_speaks_unmarked_in_another(pages):
    tree = document_fromstring(pages["es/indicators/grade-3/index.html"])
    definition = tree.xpath("//*[text()='Children who read well.']")
    assert definition
    assert all(element.get("lang") == "en" for element in definition)


def test_a_hidden_number_is_said_to_be_hidden(pages):
    text = pages["indicators/grade-3/index.html"]
    assert "Not shown to protect privacy" in text


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_words_on_every_page(state):
    rating = Rating.AG if state in (State.RATED, State.MET, State.NOT_MET) else None
    found = Assessment(indicator="grade-3", state=state, rule=3, rating=rating)
    documents, problems = render(real(assessments={"grade-3": found}))
    assert problems == ()
    page = next(d for d in documents if d.path == "indicators/grade-3/index.html")
    chip = document_fromstring(page.content.decode()).xpath("//p[@class='verdict']/span")[0]
    assert chip.text_content().strip()
    assert bool(chip.get("data-rating")) is (rating is not None)


def test_an_empty_plan_has_pages_too():
    _, problems = render(real(site(priorities={}, indicators={}), assessments={}, series={}))
    assert problems == ()


def test_one_measure_is_spoken_of_as_one():
    documents, _ = render(real(site(indicators={"bare": indicator("bare")})))
    home = next(d for d in documents if d.path == "index.html").content.decode()
    words = re.sub(r"\s+", " ", home)
    assert "<b>We cannot tell yet: our one measure cannot be rated today.</b>" in words
    assert "</b> It has no baseline or no target yet." in words


def test_what_is_complete_is_one_list_after_what_is_missing(pages):
    main = document_fromstring(pages["completeness/index.html"]).xpath("//main")[0]
    *open_parts, complete = main.xpath("section")
    assert open_parts
    assert all(part.xpath(".//ul/li") for part in open_parts)
    assert all(part.xpath("p[@class='tally']") for part in open_parts)
    assert complete.xpath("string(h2)") == "Nothing is missing here."
    assert complete.xpath("ul/li/@id")


def test_a_fault_in_a_template_is_one_problem_and_other_pages_are_rendered(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/priority.html").write_text("{{ nothing }}", "utf-8")
    made = real(
        site(plan=plan(), priorities={name: priority(name) for name in ("reading", "math")}),
        templates=(tmp_path, TEMPLATES),
    )
    documents, problems = render(made)
    assert [str(problem.place) for problem in problems] == ["templates/pages/priority.html:1"]
    paths = {document.path for document in documents}
    assert "indicators/index.html" in paths
    assert "priorities/reading/index.html" not in paths
