import re

from rendering import render
from unit.render.sample import priority, site, words
from unit.render.speaking import real

from planpress.model.priority import PriorityRecord
from planpress.render.priorities import priorities


def test_priorities_have_a_list_and_pages_that_turn_to_each_other():
    made = site(priorities={name: priority(name) for name in ("reading", "math", "people")})
    found = {leaf.path: leaf for leaf in priorities(made)}
    assert list(found) == [
        "priorities/",
        "priorities/reading/",
        "priorities/math/",
        "priorities/people/",
    ]
    middle = found["priorities/math/"]
    assert middle.previous.path == "priorities/reading/"
    assert middle.next.path == "priorities/people/"
    assert found["priorities/reading/"].previous is None
    assert found["priorities/people/"].next is None
    assert [turn.path for turn in middle.crumbs] == ["priorities/"]


def test_a_page_changes_with_its_measures():
    page = next(leaf for leaf in priorities(site()) if leaf.path == "priorities/reading/")
    assert page.records == ("priorities/reading", "indicators/grade-3")
    assert page.made_from == "content/priorities/reading.md"


def test_a_page_says_of_which_kind_it_is_only_where_the_plan_does():
    facts = {"id": "reading", "source": priority().source, "title": words("Reading"), "order": "1"}
    audiences = {"staff": words("Ask your principal.")}
    for strand, said in (
        ({}, None),
        ({"strand": "core"}, "Core:"),
        ({"strand": "operational"}, "Op"),
    ):
        one = PriorityRecord.model_validate({**facts, **strand, "audiences": audiences})
        documents, problems = render(real(site(priorities={"reading": one})))
        assert problems == ()
        found = {
            d.path: re.sub(r"\s+", " ", d.content.decode())
            for d in documents
            if d.path.endswith(".html")
        }
        for path in ("priorities/index.html", "priorities/reading/index.html"):
            assert ((said or "Core:") in found[path]) is (said is not None), (strand, path)
        assert "Ask your principal." in found["priorities/reading/index.html"]
