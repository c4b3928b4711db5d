from dataclasses import replace
from datetime import date
from gettext import NullTranslations
from pathlib import Path

import feedparser
import pytest
from lxml import etree
from lxml.html import fragments_fromstring
from rendering import leaves, machine_files
from unit.render.news_sample import by_id, known, move, update, voice
from unit.render.sample import ENGLISH, SPANISH, site, words

from planpress.model.language import Language
from planpress.render.feeds import NEWEST, feed_file

ATOM = {"a": "http://www.w3.org/2005/Atom"}
BASE = "https://alder.example.org/plan"
COACHES = update(summary=words("Six <new> coaches."), body=words("They *begin*.", "Empiezan."))
BETTER = move(known("AG", "2022-23", "50"), known("G", "2023-24", "52"))


@pytest.fixture(scope="module")
def schema():
    return etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))


def read(made, language=ENGLISH):
    found = feedparser.parse(feed_file(made, language))
    assert not found.bozo
    return found


def content(body, **project):
    """Return the parts of what an update with this body becomes in the feed."""
    made = site(updates=by_id(update(body=words(body))), **project)
    return read(made).entries[0].content[0].value


def test_a_feed_keeps_to_the_schema_of_rfc_4287(schema):
    made = replace(site(updates=by_id(COACHES)), moves=(BETTER,))
    for language in (ENGLISH, SPANISH):
        document = etree.fromstring(feed_file(made, language))
        assert schema.validate(document), schema.error_log
        ids = document.xpath("//a:id/text()", namespaces=ATOM)
        assert len(set(ids)) == 3
    document.find("a:title", ATOM).tag = "{http://www.w3.org/2005/Atom}name"
    assert not schema.validate(document)


def test_a_feed_says_whose_it_is_and_when_it_last_changed():
    feed = read(replace(site(updates=by_id(COACHES)), moves=(BETTER,)), SPANISH).feed
    assert feed.id == "tag:alder.example.org,2023-07-01:es/feed"
    assert (feed.title, feed.author, feed.language) == ("Plan de Alder", "Alder Schools", "es")
    assert feed.updated == "2026-09-20T12:00:00+00:00"
    assert [(link.rel, link.href) for link in feed.links] == [
        ("self", f"{BASE}/es/feed.xml"),
        ("alternate", f"{BASE}/es/updates/"),
        ("alternate", f"{BASE}/feed.xml"),
    ]
    assert [link.get("hreflang") for link in feed.links] == [None, "es", "en"]


def test_entries_are_updates_and_changes_the_newest_first():
    change, news = read(replace(site(updates=by_id(COACHES)), moves=(BETTER,))).entries
    assert change.id == "tag:alder.example.org,2023-07-01:en/moves/grade-3/2026-09-20"
    assert change.title == "Grade 3 reading: from “Amber-Green” to “Green”"
    assert change.content[0].value == (
        "<p>Grade 3 reading: from “Amber-Green” to “Green”. "
        "The latest result is 52% for 2023–24. Before, it was 50% for 2022–23.</p>"
    )
    assert change.link == f"{BASE}/indicators/grade-3/"
    assert news.id == "tag:alder.example.org,2023-07-01:en/updates/2026-09-01-coaches"
    assert news.title == "Coaches & tutors"
    assert news.summary == "Six <new> coaches."
    assert news.updated == news.published == "2026-09-01T12:00:00+00:00"
    assert news.content[0].value == "<p>They <em>begin</em>.</p>"
    assert news.link == f"{BASE}/updates/2026-09-01-coaches/"


def test_what_is_gone_leads_to_the_updates():
    made = replace(site(), moves=(move(known("G"), None, indicator="gone"),))
    (entry,) = read(made).entries
    assert (entry.title, entry.link) == ("gone: no longer in the plan", f"{BASE}/updates/")


def test_links_are_whole_addresses():
    made = content(
        "[a](/indicators/grade-3/#working) [b](/data/x.csv) [c](#note) [d](../2026-01-01-old/)"
        " [e](https://example.org/?a=1&b=2) [f](/on-track) ![p](/assets/p.png)\n\n## Note"
    )
    (first, *_) = fragments_fromstring(made)
    page = f"{BASE}/updates/2026-09-01-coaches/"
    assert first.xpath(".//a/@href") == [
        f"{BASE}/indicators/grade-3/#working",
        f"{BASE}/data/x.csv",
        f"{page}#note",
        f"{BASE}/updates/2026-01-01-old/",
        "https://example.org/?a=1&b=2",
        f"{BASE}/on-track/",
    ]
    assert first.xpath(".//img/@src") == [f"{BASE}/assets/p.png"]


def test_nothing_in_a_feed_runs():
    made = content('<script>alert(1)</script><p onclick="x()">a</p> [b](javascript:alert(1))')
    for bad in ("script", "onclick", "javascript"):
        assert bad not in made


def test_shortcodes_become_a_link_or_a_quote():
    made = content(
        "{{ chart grade-3 }}\n\n{{ quote mother }}\n\n{{ quote later }}\n\n{{ chart nothing }}",
        voices=by_id(voice(), voice("later", date="2026-11-22", quote=words("SECRET"))),
    )
    assert "".join(made.split("\n")) == (
        f'<p><a href="{BASE}/indicators/grade-3/">Grade 3 reading</a>: '
        "<b>Amber-Red</b>. It is so.</p>"
        '<blockquote lang="en"><p>Now I walk in and ask.</p></blockquote>'
        "<p>A mother, May 4, 2026. Translated from Spanish.</p>"
    )
    assert "SECRET" not in made


def test_a_text_in_another_language_is_marked():
    made = site(updates=by_id(update(body=words("Only English."))))
    value = read(made, SPANISH).entries[0].content[0].value
    assert value == '<div lang="en"><p>Only English.</p></div>'


def test_a_feed_that_runs_from_right_to_left_says_so_in_every_entry():
    arabic = Language.of("ar", "US", NullTranslations())
    only = update(body=words("Only English."))
    both = {"en": ENGLISH, "ar": arabic}
    made = replace(site(updates=by_id(only)), moves=(BETTER,), languages=both)
    found = [entry.content[0].value for entry in read(made, arabic).entries]
    assert sorted(text[: text.index(">")] for text in found) == [
        '<div dir="ltr" lang="en"',
        '<div dir="rtl" lang="ar"',
    ]


def test_the_same_site_has_the_same_feed_and_ids_do_not_move_with_it():
    made = replace(site(updates=by_id(COACHES)), moves=(BETTER,))
    assert feed_file(made, ENGLISH) == feed_file(replace(made), ENGLISH)
    later = replace(made, as_of=date(2027, 1, 1))
    assert feed_file(later, ENGLISH) == feed_file(made, ENGLISH)
    moved = replace(made, base_url="http://127.0.0.1:8000")
    assert [e.id for e in read(moved).entries] == [e.id for e in read(made).entries]


def test_a_feed_has_an_end():
    days = [f"2025-{month:02}-{day:02}-x" for month in range(1, 4) for day in range(1, 29)]
    found = read(site(updates=by_id(*map(update, days)))).entries
    assert len(found) == NEWEST < len(days)
    assert found[0].id.endswith("2025-03-28-x")


@pytest.mark.parametrize(
    ("day", "shown"), [("2026-11-20", True), ("2026-11-21", True), ("2026-11-22", False)]
)
def test_news_are_in_the_feed_from_their_day_on(day, shown):
    made = site(updates=by_id(update(f"{day}-x")))
    paths = [f.path for f in machine_files(made, leaves(made)) if "feed" in f.path]
    assert paths == (["es/feed.xml", "feed.xml"] if shown else [])
