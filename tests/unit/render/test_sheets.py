"""What is printed is made from the same facts as the pages, and only when one of them changes."""

import re
import shutil
from pathlib import Path

import pytest
from conftest import FILES, PLAN, PRIORITY, SERIES, edited
from lxml import html as parsed
from unit.test_pipeline import site_of

from planpress.facts.cells import Cells
from planpress.facts.view import View
from planpress.model.problem import Problem
from planpress.render.sheets import sheets

SITES = Path(__file__).parents[2] / "sites"


def made(folder, before=None, **more):
    """Return what is printed by its path, and what this build has made."""
    cells = Cells("test", before)
    view = View(site_of(folder, **more), cells)
    found, wrong = sheets(view.noted, cells)
    assert wrong == ()
    return {one.path: one for one in found}, cells.made(view.records)


def text_of(document):
    root = parsed.fromstring(document.content)
    for style in root.iter("style"):
        style.text = ""
    return re.sub(r"\s+", " ", root.text_content())


def test_there_is_a_booklet_and_a_sheet_for_each_tactic_in_every_language(tmp_path):
    shutil.copytree(SITES / "work", tmp_path / "work")
    found, _ = made(tmp_path / "work")
    tactics = [file.stem for file in (SITES / "work/content/tactics").glob("*.md")]
    paths = ["plan.pdf", *(f"tactics/{name}/tactic.pdf" for name in tactics if "." not in name)]
    assert len(paths) > 1
    both = [f"{start}{path}/index.html" for path in paths for start in ("", "es/")]
    assert sorted(found) == sorted(both)
    assert all(document.made_from.startswith("content/") for document in found.values())


def test_a_plan_of_words_alone_has_none(alder):
    gone = dict.fromkeys(name for name in FILES if not name.startswith("content/plan."))
    assert made(alder(gone))[0] == {}


def test_the_booklet_says_where_every_measure_stands(alder):
    said = text_of(made(alder())[0]["plan.pdf/index.html"])
    for words in ("Plan of Alder", "Reading", "Grade 3 reading", "Contents", "What comes next"):
        assert words in said
    assert "54%" in said
    assert "How we rate" in said


def test_every_chart_has_its_words_and_every_table_its_scopes(alder):
    root = parsed.fromstring(made(alder())[0]["es/plan.pdf/index.html"].content)
    charts = root.xpath('//span[contains(@class, "chart")]')
    assert charts
    for chart in charts:
        assert chart.get("role") == "img"
        assert "54" in chart.get("aria-label")
    headers = root.xpath("//th")
    assert headers
    assert all(header.get("scope") in ("row", "col") for header in headers)


def test_links_lead_to_the_site_from_anywhere(alder):
    root = parsed.fromstring(made(alder())[0]["es/plan.pdf/index.html"].content)
    ids = {f"#{one}" for one in root.xpath("//@id")}
    for target in root.xpath("//a/@href"):
        known = target in ids or target.startswith(("https://alder.example.org/", "mailto:"))
        assert known, target


def test_what_has_not_changed_is_not_made_again(alder):
    folder = alder()
    first, before = made(folder)
    again, _ = made(folder, before)
    assert first == again
    assert all(one.is_kept for one in again.values())
    assert all(one.content == first[path].content for path, one in again.items())


@pytest.mark.parametrize(
    ("changes", "path", "other"),
    [
        ({"data/grade-3.csv": SERIES + "2024-25,58,410\n"}, "plan.pdf", None),
        ({"content/priorities/reading.md": edited(PRIORITY, "All read", "All")}, "plan.pdf", None),
        ({"content/plan.md": edited(PLAN, "Welcome.", "Hello.")}, None, "plan.pdf"),
    ],
)
def test_what_it_shows_has_changed(alder, changes, path, other):
    _, before = made(alder())
    found, _ = made(alder(changes), before)
    if path:
        assert not found[f"{path}/index.html"].is_kept
    if other:
        assert found[f"{other}/index.html"].is_kept


def test_a_fault_in_its_template_is_a_problem_with_a_place(alder):
    folder = alder({"templates/print/booklet.html": "{{ nothing.here }}"})
    view = View(site_of(folder), cells := Cells("test"))
    found, wrong = sheets(view.noted, cells)
    assert [type(one) for one in wrong] == [Problem, Problem]
    assert wrong[0].place.path == "templates/print/booklet.html"
    assert not any(one.path.endswith("plan.pdf/index.html") for one in found)
