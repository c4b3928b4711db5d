from dataclasses import replace

from lxml.html import document_fromstring
from rendering import render
from unit.render.news_sample import by_id, report
from unit.render.sample import site, words
from unit.render.speaking import real

from planpress.render.reports import reports
from planpress.render.work_pages import work_part


def test_reports_are_listed_from_the_newest_and_none_from_later():
    old, new = report("old", date="2025-01-02"), report("new", date="2026-11-21")
    made = site(reports=by_id(old, new, report("later", date="2026-11-22")))
    top, *pages = reports(made)
    assert [r.id for r in top.context["reports"]] == ["new", "old"]
    assert [page.path for page in pages] == ["reports/new/", "reports/old/"]
    assert "reports/" in [turn.path for turn in work_part(made)]
    assert not list(reports(site(reports=by_id(report("later", date="2026-11-22")))))


def published(made):
    documents, problems = render(real(made))
    assert problems == ()
    return {
        d.path: document_fromstring(d.content.decode())
        for d in documents
        if d.path.endswith(".html")
    }


def test_a_report_says_when_and_on_what_and_leads_to_its_file():
    one = report(file="fall.pdf", body=words("What the **Board** said."))
    made = replace(site(reports=by_id(one)), attached={"reports/fall-2026/fall.pdf": "r/fall.pdf"})
    page = published(made)["es/reports/fall-2026/index.html"]
    text = " ".join(page.text_content().split())
    assert "E1 y E2" in text
    assert "What the Board said." in text
    assert page.xpath("//dd/a/@href") == ["../../../r/fall.pdf"]


def test_a_file_that_is_not_there_is_no_link():
    page = published(site(reports=by_id(report(file="fall.pdf"))))["reports/fall-2026/index.html"]
    assert not page.xpath("//dd/a")
    assert "Not yet published" in page.text_content()
