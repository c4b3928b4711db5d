import re

import pytest
from rendering import leaves, render
from unit.render.sample import site, source, words
from unit.render.speaking import real
from unit.render.test_search_index import whole

from planpress.model.page import PageRecord
from planpress.render.search import lists, search


def turns_of(made):
    return [turn.path for _, turns in lists(made) for turn in turns]


def test_the_lists_lead_to_pages_that_there_are():
    made = whole()
    paths = {leaf.path for leaf in leaves(made)}
    assert set(turns_of(made)) <= paths
    assert set(turns_of(site(glossary=None))) <= {leaf.path for leaf in leaves(site(glossary=None))}


def test_the_lists_name_no_page_twice():
    found = turns_of(whole())
    assert len(found) == len(set(found))
    assert {"", "indicators/", "tactics/", "milestones/", "vision/", "glossary/"} <= set(found)


def test_the_archive_is_named_where_there_is_one():
    old = PageRecord.model_validate(
        {
            "id": "old",
            "source": source("pages/old"),
            "title": words("Old plan"),
            "section": "archive",
            "archived_on": "2020-01-01",
        }
    )
    assert "archive/" in turns_of(site(pages={"old": old}))
    assert "archive/" not in turns_of(whole())


@pytest.fixture(scope="module")
def pages():
    documents, problems = render(real(whole()))
    assert problems == ()
    return {d.path: d.content.decode() for d in documents if d.path.endswith(".html")}


def test_every_page_leads_to_the_search(pages):
    own = {path: text for path, text in pages.items() if "embed/" not in path}
    for path, text in own.items():
        assert re.search(
            r'<a class="find" href="(?:[./a-z]*index.html|https:[^"]*/search/)"', text
        ), path


def test_only_the_search_page_loads_what_searches(pages):
    for path, text in pages.items():
        assert ("assets/search/" in text) == path.endswith("search/index.html"), path
    scripts = re.findall(r'<script defer src="([^"]+)"></script>', pages["es/search/index.html"])
    assert scripts == [
        "../../assets/search/minisearch.js",
        "index.js",
        "../../assets/search/search.js",
    ]


def test_the_field_has_a_label_and_the_form_is_for_searching(pages):
    text = pages["search/index.html"]
    assert '<label for="words">' in text
    assert '<input type="search" id="words" name="q"' in text
    assert '<form id="search" role="search" hidden' in text
    assert 'id="said" role="status"' in text
    assert "<noscript>" in text


def test_there_is_one_page_in_all_languages():
    (leaf,) = search(site())
    assert (leaf.path, leaf.listed, leaf.for_staff) == ("search/", True, False)
