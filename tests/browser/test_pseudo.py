"""In a language that is accented throughout, nothing is plain, and nothing overflows."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from browser.demand import do_without
from browser.launching import SMALL_PHONE, launched, settle
from browser.layout import cut
from browser.pseudo import CODE, bracketed, copy_plan, facts, pseudo
from browser.published import HOST, Published, serving
from browser.unaccented import Known, in_calendar, in_feed, in_json, on_page

from planpress.model.kinds import SINGLES
from planpress.options import ROOT
from planpress.read.project import read

PLAN = ROOT / "examples" / "foothills"


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """The example's plan, spoken in the pseudo language too."""
    folder = tmp_path_factory.mktemp("pseudo") / "project"
    copy_plan(PLAN, folder)
    return folder


@pytest.fixture(scope="module")
def pseudo_site(project) -> Published:
    """Its site."""
    published = Published(project.parent / "site", f"http://{HOST}/pseudo/")
    command = [sys.executable, str(ROOT / "build.py"), "--project", str(project)]
    command += ["--output", str(published.folder), "--base-url", published.url, "--full"]
    environment = {**os.environ, "PLANPRESS_NO_VENV": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return published


@pytest.fixture(scope="module")
def known(project) -> Known:
    """What may stay plain: facts of the plan, and what CLDR writes."""
    reading = read(project)
    assert reading.project
    rows = (row for series in reading.series.values() for row in series.observations)
    free = facts(reading.project.records.values()) | {row.note for row in rows if row.note}
    return Known(CODE, free | SINGLES.keys())


def test_no_page_has_plain_words(pseudo_site, known):
    pages = [pseudo_site.folder / page for page in pseudo_site.pages_in(CODE)]
    found = [f"{file}: {fault}" for file in pages for fault in on_page(file, known)]
    assert len(pages) > 100
    assert all("⟦" in file.read_text("utf-8") for file in pages)
    assert not found, "\n".join(found)


def test_no_feed_calendar_or_answer_has_plain_words(pseudo_site, known):
    own = pseudo_site.folder / CODE
    found = [*in_feed(own / "feed.xml", known), *in_calendar(own / "calendar.ics", known)]
    answers = sorted(pseudo_site.folder.rglob("*.json"))
    found += [f"{file}: {fault}" for file in answers for fault in in_json(file, CODE, known)]
    assert "⟦" in (own / "feed.xml").read_text("utf-8")
    assert "⟦" in (own / "calendar.ics").read_text("utf-8")
    assert sum("⟦" in file.read_text("utf-8") for file in answers) > 20
    assert not found, "\n".join(found)


def longest(site: Published) -> list[str]:
    """Return the longest page of every kind."""
    chosen = {}
    for page in sorted(site.kinds(CODE), key=lambda one: (site.folder / one).stat().st_size):
        chosen[page.split("/")[1], page.count("/")] = page
    return sorted(chosen.values())


@pytest.mark.browser
def test_every_kind_of_page_fits_a_small_phone(pseudo_site):
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        do_without("Chromium")
    found = []
    with (
        serving({"pseudo": pseudo_site.folder}) as port,
        launched(path, port) as chromium,
        chromium.page(SMALL_PHONE) as page,
    ):
        for one in longest(pseudo_site):
            page.goto(pseudo_site.address(one))
            page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)")
            settle(page)
            found += cut(page, one)
    assert not found, "\n".join(found)


PLAIN = [
    ("<p>Left over</p>", "Left over"),
    ('<p aria-label="Left over">…</p>', "Left over"),
    ('<img alt="Left over">', "Left over"),
    ("<svg><desc>Ňóť left over</desc></svg>", "left over"),
    ('<script type="application/ld+json">{"name": "Left over"}</script>', "Left over"),
]


@pytest.mark.parametrize(("markup", "left"), PLAIN)
def test_plain_words_are_found(tmp_path, markup, left):
    file = tmp_path / "index.html"
    file.write_text(f"<html><meta charset=utf-8><body>{markup}</body></html>", "utf-8")
    (found,) = on_page(file, Known(CODE, set()))
    assert f": {left} (" in found


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Ťřááñšłááťééď angla, 31-a de Aŭgusto 2027 kaj 3 kB</p>",
        "<p>Alder University: info@alder.example.org</p>",
        "<script>var text = 'left over'</script><code>period</code>",
    ],
)
def test_facts_and_what_cldr_writes_are_not(tmp_path, markup):
    file = tmp_path / "index.html"
    file.write_text(f"<html><meta charset=utf-8><body>{markup}</body></html>", "utf-8")
    assert list(on_page(file, Known(CODE, {"Alder University"}))) == []


def test_values_tags_and_markdown_stay_as_they_are():
    message = '<a href="%(address)s">The %(name)s</a> is 50%% of it'
    assert bracketed(message).startswith('⟦<a href="%(address)s">Ťħéé %(name)s</a> ')
    assert "50%%" in bracketed(message)
    text = "See [our data](/data/) {: .lead }\n\n{{ chart reading }}\n\n*[IEP]: a plan\n"
    kept = ("](/data/)", "{: .lead }", "{{ chart reading }}", "*[IEP]:")
    assert all(part in pseudo(text) for part in kept)
    assert len(pseudo("accountability")) >= 1.4 * len("accountability")
