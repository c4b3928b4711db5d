"""What the pages say of downloads, of what is not shown, and of what comes next."""

import re
from dataclasses import replace
from datetime import date

from rendering import render
from unit.render.sample import ASSESSMENT, indicator, plan, site, words
from unit.render.speaking import real, say

from planpress.model.figure import Figure, Table
from planpress.model.period import Period

CONCEALS = "{{ figure | conceals }}"
TERMS = {"license": {"name": "CC BY 4.0", "url": "https://example.org/by"}}


def pages(made=None):
    documents, problems = render(real(made))
    assert problems == ()
    return {
        d.path: re.sub(r"\s+", " ", d.content.decode())
        for d in documents
        if d.path.endswith(".html")
    }


def late(**facts):
    """Return the small site with a result for 2023-24 that was due by September 30, 2024."""
    awaiting = replace(ASSESSMENT, awaited=Period.parse("2023-24"), due=date(2024, 9, 30))
    measure = indicator(release={"month_day": "08-31", "grace_days": "30"}, **facts)
    made = site(indicators={"grade-3": measure}, plan=plan(**TERMS))
    return replace(made, assessments={"grade-3": awaiting})


def test_only_what_is_recorded_of_the_quality_is_on_the_page():
    page = pages(late(verification=words("We count twice.")))["indicators/grade-3/index.html"]
    assert "We count twice." in page
    assert "Verification: who checks the numbers" in page
    assert "Accuracy: how exact the numbers are" not in page
    assert "Compensation" not in page


def test_a_late_result_is_called_late_with_its_day():
    found = pages(late())
    measure, listed = found["indicators/grade-3/index.html"], found["data/releases/index.html"]
    assert "<b>Late.</b> The result for 2023–24 was due by" in measure
    assert '<p class="finding">1 result is late.</p>' in listed
    assert "Nothing is late today." not in listed


def test_the_license_stands_wherever_there_are_downloads():
    for path in ("data/index.html", "indicators/grade-3/index.html"):
        assert '<a href="https://example.org/by">CC BY 4.0</a>' in pages(late())[path]
    assert "Not yet published" in pages()["data/index.html"]


def test_where_a_result_is_not_shown_the_reason_is_one_step_away():
    page = pages()["indicators/grade-3/index.html"]
    assert "Not shown to protect privacy" in page
    assert '<a href="../../data/privacy/index.html">Why some results are not shown</a>' in page


def test_a_chart_leads_to_the_reason_only_if_something_is_not_shown():
    table = Table(caption="T", header=("a",), numeric=(False,), rows=(("Open",),))
    figure = Figure(
        indicator="x",
        kind="trend",
        language="en",
        title="",
        subtitle="",
        description="",
        source="",
        pictures={},
        table=table,
    )
    assert say(CONCEALS, figure=figure) == "False"
    hidden = replace(table, rows=(("Open",), ("Not shown to protect privacy",)))
    assert say(CONCEALS, figure=replace(figure, table=hidden)) == "True"


def test_the_privacy_page_says_the_rule_with_the_numbers_of_the_plan():
    made = site(plan=plan(privacy={"minimum_n": "20", "minimum_interval": "5"}))
    page = pages(made)["data/privacy/index.html"]
    assert "fewer than 20 people is not shown" in page
    assert "at least 5 people wide" in page
    assert "Of 3 results, 1 is not shown to protect privacy." in page


def test_everything_is_one_download_with_its_size():
    page = pages()["data/index.html"]
    assert re.search(r'href="all.zip">[^<]+</a> <span class="aside">ZIP, \d+ kB</span>', page)
