from dataclasses import replace
from datetime import date

from lxml.html import document_fromstring
from rendering import render
from unit.render.news_sample import by_id, known, move, update
from unit.render.sample import site, words
from unit.render.speaking import real

from planpress.render.updates import updates
from planpress.render.work_pages import work_part

JUNE, JULY = update("2026-06-30-june"), update("2026-07-01-july")
TODAY, TOMORROW = update("2026-11-21-today"), update("2026-11-22-tomorrow")


def test_updates_stand_by_school_year_and_the_newest_comes_first():
    top, *pages = updates(site(updates=by_id(JUNE, JULY, TODAY)))
    assert [(str(year), [u.id for u in some]) for year, some in top.context["years"]] == [
        ("2026-27", ["2026-11-21-today", "2026-07-01-july"]),
        ("2025-26", ["2026-06-30-june"]),
    ]
    assert [page.path for page in pages] == [
        "updates/2026-11-21-today/",
        "updates/2026-07-01-july/",
        "updates/2026-06-30-june/",
    ]
    assert (pages[1].previous.path, pages[1].next.path) == (pages[2].path, pages[0].path)
    assert (pages[2].previous, pages[0].next) == (None, None)


def test_what_is_dated_later_than_the_day_of_the_site_is_not_there_yet():
    made = site(updates=by_id(TODAY, TOMORROW))
    assert [leaf.path for leaf in updates(made)] == ["updates/", "updates/2026-11-21-today/"]
    assert not list(updates(site(updates=by_id(TOMORROW))))
    later = move(known("G"), known("R"), day=date(2026, 11, 22))
    assert not list(updates(replace(site(), moves=(later,))))


def test_changes_alone_are_worth_the_page():
    made = replace(site(), moves=(move(known("G"), known("R")),))
    assert [leaf.path for leaf in updates(made)] == ["updates/"]
    assert "updates/" in [turn.path for turn in work_part(made)]
    assert not list(updates(site()))
    assert "updates/" not in [turn.path for turn in work_part(site())]


def test_the_pages_say_it_in_both_languages_and_name_feed_and_language():
    told = update(body=words("More [coaches](/indicators/grade-3/).", "Más tutores."))
    documents, problems = render(real(site(updates=by_id(told))))
    assert problems == ()
    pages = {d.path: d.content.decode() for d in documents if d.path.endswith(".html")}
    english = document_fromstring(pages["updates/2026-09-01-coaches/index.html"])
    assert english.xpath("//a[text()='coaches']/@href") == ["../../indicators/grade-3/index.html"]
    assert english.xpath("//link[@type='application/atom+xml']/@href") == ["../../feed.xml"]
    spanish = document_fromstring(pages["es/updates/2026-09-01-coaches/index.html"])
    assert spanish.xpath("//link[@type='application/atom+xml']/@href") == ["../../feed.xml"]
    assert "Más tutores." in spanish.text_content()
    assert not english.xpath("//link[@type='text/calendar']")
