from unit.render.sample import priority, site

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
