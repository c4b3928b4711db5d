import re

from unit.render.review_sample import advice, framework, review
from unit.render.sample import plan, site, source, words
from unit.render.speaking import real
from unit.render.work_sample import stocktake, working
from unit.render.written import written

from planpress.model.initiative import InitiativeRecord, Progress
from planpress.render.work_pages import initiatives, progress, work_part


def initiative(name: str, *states: str) -> InitiativeRecord:
    items = tuple(
        {"id": f"item-{n}", "title": words("Item")} | ({"status": state} if state else {})
        for n, state in enumerate(states)
    )
    return InitiativeRecord.model_validate(
        {
            "id": name,
            "source": source(f"initiatives/{name}"),
            "title": words(name),
            "period": "2023-24",
            "priorities": ("reading",),
            "workstreams": ({"id": "one", "title": words("One"), "items": items},),
        }
    )


def test_progress_counts_the_states_of_all_pieces():
    (stream,) = initiative("x", "", "done", "").workstreams
    assert progress(stream.items) == {
        Progress.NOT_PUBLISHED: 2,
        Progress.DONE: 1,
    }


def test_initiatives_have_a_list_and_pages_that_turn():
    found = {"x": initiative("x", ""), "y": initiative("y", "")}
    top, first, last = initiatives(site(initiatives=found))
    assert top.path == "initiatives/"
    assert (first.path, first.previous, first.next.path) == (
        "initiatives/x/",
        None,
        "initiatives/y/",
    )
    assert (last.previous.path, last.next) == ("initiatives/x/", None)
    assert not list(initiatives(site()))


def test_the_pages_of_the_work_lead_to_each_other():
    everything = working(
        stocktake(),
        initiatives={"x": initiative("x", "")},
        frameworks={"delivery": framework()},
        reviews={"first": review(recommendations=(advice("x", "near"),))},
        plan=plan(roles=({"id": "teacher", "title": words("A teacher")},)),
    )
    paths = [turn.path for turn in work_part(everything)]
    assert paths == [
        "tactics/",
        "stocktakes/",
        "initiatives/",
        "reviews/",
        "recommendations/",
        "roles/",
    ]
    top, _ = initiatives(everything)
    assert [turn.path for turn in top.context["part"]] == [p for p in paths if p != top.path]
    assert work_part(site()) == ()


def test_only_the_states_that_occur_have_a_column():
    found = {"x": initiative("x", "done", ""), "y": initiative("y", "planned", "done")}
    top, *_ = initiatives(site(initiatives=found))
    assert top.context["states"] == (Progress.NOT_PUBLISHED, Progress.PLANNED, Progress.DONE)


def test_the_matrix_says_each_priority_and_each_count_in_words():
    found = {"x": initiative("x", "done", "done", "stopped"), "y": initiative("y")}
    pages = written(real(site(initiatives=found)), initiatives)
    page = pages["initiatives/"]
    table = page[page.index("<table") : page.index("</table>")]
    assert re.findall(r'scope="(\w+)"', table) == [
        "col",
        "colgroup",
        "colgroup",
        *["col"] * 3,
        *["row"] * 2,
    ]
    rows = [re.sub(r"<[^>]+>", " ", row).split() for row in table.split("<tr>")[3:]]
    assert rows == [
        ["x", "Yes", "2", "1"],
        ["y", "Yes", "No", "piece", "of", "work", "is", "published", "yet."],
    ]
    assert 'aria-label="Initiatives, the priorities' in page
