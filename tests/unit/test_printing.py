"""PDF files in a build: there by default, printed once, read by the audit, and never in the way."""

from pathlib import Path

import pytest
from conftest import SERIES
from unit.test_pipeline import SPLIT, files_of, options

from planpress.model.problem import Level
from planpress.pipeline import build


@pytest.fixture
def press(monkeypatch):
    """Prints at once: what is printed holds the HTML; returns the list of what was printed."""
    done = []

    def printed(paper, html):
        done.append(html)
        return b"%PDF-1.7 " + b" ".join(sorted(map(str.encode, paper.files))) + html

    monkeypatch.setattr("planpress.paper.press.printed", printed)
    monkeypatch.setattr("planpress.paper.system.printing_with", lambda: "test")
    return done


def built(folder, **more):
    outcome = build(options(folder, paper=True, **more))
    assert outcome.published, outcome.problems
    return files_of(folder / "site")


BOOKLETS = {Path("plan.pdf"), Path("es/plan.pdf")}


def test_they_are_made_where_they_are_asked_for(alder, press):
    assert built(alder()).keys() >= BOOKLETS
    assert build(options(alder())).published
    assert not files_of(alder() / "site").keys() & BOOKLETS


def test_pages_name_language_kind_and_size_of_what_there_is(alder, press):
    files = built(alder())
    for page, words in {
        "index.html": "English, PDF, ",
        "data/index.html": "English, PDF, ",
        "priorities/index.html": "English, PDF, ",
        "es/index.html": "Español, PDF, ",
    }.items():
        text = files[Path(page)].decode()
        assert words in text, page
        assert 'href="plan.pdf"' in text or 'href="../plan.pdf"' in text
    assert build(options(alder())).published
    assert b"plan.pdf" not in files_of(alder() / "site")[Path("index.html")]


def test_what_has_not_changed_is_not_printed_again(alder, press):
    folder = alder()
    built(folder)
    assert len(press) == 2
    (folder / "content" / "plan.md").write_text(
        (folder / "content" / "plan.md").read_text("utf-8") + "\nMore words.\n", "utf-8"
    )
    before = files_of(folder / "site")
    after = built(folder)
    assert len(press) == 2
    assert before[Path("index.html")] != after[Path("index.html")]
    assert all(before[path] == after[path] for path in BOOKLETS)


def test_a_new_number_is_printed_in_every_language(alder, press):
    built(alder())
    files = built(alder({"data/grade-3.csv": SERIES + "2024-25,58,410\n"}))
    assert len(press) == 4
    assert all(b"58%" in files[path] for path in BOOKLETS)


def test_what_was_printed_once_is_remembered(alder, press):
    built(alder())
    built(alder({"data/grade-3.csv": SERIES + "2024-25,58,410\n"}))
    built(alder({"data/grade-3.csv": SERIES}))
    assert len(press) == 4


def test_another_version_of_what_the_system_has_prints_again(alder, press, monkeypatch):
    built(alder())
    monkeypatch.setattr("planpress.paper.system.printing_with", lambda: "another")
    built(alder())
    assert len(press) == 4


def test_a_file_that_somebody_has_touched_is_put_right(alder, press):
    folder = alder()
    before = built(folder)
    (folder / "site" / "plan.pdf").write_bytes(b"%PDF-1.7 mine")
    assert built(folder) == before


def test_where_nothing_can_be_printed_the_site_is_made_without(alder, monkeypatch):
    monkeypatch.setattr("planpress.paper.system.printing_with", lambda: None)
    outcome = build(options(alder(), paper=True))
    assert outcome.published
    told = [one for one in outcome.problems if one.rule == "no-printing"]
    assert [one.level for one in told] == [Level.WARNING]
    assert "libpango" in told[0].hint
    assert "--no-pdf" in told[0].hint
    assert b"plan.pdf" not in files_of(alder() / "site")[Path("index.html")]


LEAK = "<p>Grade 3 reading: Girls had 58.3% in 2023–24.</p>"
LABEL = '<span class="chart narrow" role="img" aria-label="Girls had 58.3% in 2023–24."></span>'
PICTURE = '<svg viewBox="0 0 9 9"><text x="1" y="1">Girls 58.3% in 2023–24</text></svg>'


@pytest.mark.parametrize("leak", [LEAK, LABEL, PICTURE])
def test_the_audit_finds_what_only_a_booklet_tells(alder, press, leak):
    found = """{% extends "print/frame.html" %}{% block title %}x{% endblock %}
{% block description %}x{% endblock %}
{% block content %}<h1>Plan</h1><h2><a href="{{ link("indicators/grade-3/") }}">
{{ project.indicators["grade-3"].title | said }}</a></h2>LEAK{% endblock %}"""
    folder = alder({**SPLIT, "templates/print/booklet.html": found.replace("LEAK", "")})
    assert built(folder)
    folder = alder({"templates/print/booklet.html": found.replace("LEAK", leak), **SPLIT})
    outcome = build(options(folder, paper=True))
    assert outcome.published is None
    assert "plan.pdf" in " ".join(f"{one.place.path} {one.message}" for one in outcome.problems)
