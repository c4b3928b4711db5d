from unit.render.sample import plan, site, source, words
from unit.render.test_work_pages import initiative
from unit.render.work_sample import tactic

from planpress.model.page import PageRecord
from planpress.render.navigation import entries, page_path


def page(name, section):
    return PageRecord.model_validate(
        {"id": name, "source": source(name), "title": words(name), "section": section}
    )


def test_an_entry_without_a_page_is_left_out():
    assert [entry.path for entry in entries(site())] == ["priorities/", "on-track/", "data/"]


def test_the_work_leads_to_the_tactics_first():
    def way(**project):
        return next(entry.path for entry in entries(site(**project)) if entry.section == "work")

    pages = {"how": page("how", "work")}
    work = {"tutoring": initiative("tutoring")}
    assert way(pages=pages) == "how/"
    assert way(pages=pages, initiatives=work) == "initiatives/"
    assert way(pages=pages, initiatives=work, tactics={"tutoring": tactic()}) == "tactics/"


def test_sections_lead_to_their_best_page():
    pages = {
        "values": page("values", "plan"),
        "vision": page("vision", "plan"),
        "team": page("team", "about"),
        "old": page("old", "archive"),
    }
    made = site(pages=pages)
    assert [entry.path for entry in entries(made)] == [
        "vision/",
        "priorities/",
        "on-track/",
        "data/",
        "team/",
    ]
    assert page_path(made, "old") == "archive/old/"


def test_a_plan_may_call_its_priorities_otherwise():
    made = site(plan=plan(labels={"priorities": words("Big goals", "Grandes objetivos")}))
    entry = next(entry for entry in entries(made) if entry.section == "priorities")
    assert entry.title.said("es").text == "Grandes objetivos"
