from datetime import date
from pathlib import Path

import pytest

from planpress.facts.cells import Cells
from planpress.facts.view import View
from planpress.options import Options
from planpress.pictures import pictures
from planpress.pipeline import assemble, examine

WORK = Path(__file__).resolve().parents[1] / "sites" / "work"


@pytest.fixture
def options(tmp_path):
    return Options(project=WORK, output=tmp_path / "site", today=date(2026, 11, 22), full=True)


def drawn(options, before=None):
    found = examine(options)
    cells = Cells("world", before)
    view = View(assemble(options, found, found.reading.project, found.judged), cells)
    view.learn(**pictures(view, cells, options))
    return view, cells


def test_pictures_of_before_are_found_again_and_loaded_when_wanted(options, monkeypatch):
    first, cells = drawn(options)
    made = cells.made(first.records)
    monkeypatch.setattr("planpress.chart.draw.drafted", None)
    monkeypatch.setattr("planpress.chart.diagrams.draw_diagrams", None)
    again, _ = drawn(options, made)
    assert dict(again.site.figures) == dict(first.site.figures) != {}
    assert dict(again.site.diagrams) == dict(first.site.diagrams) != {}


def test_pictures_that_are_kept_no_longer_are_drawn_again(options):
    first, cells = drawn(options)
    made = cells.made(first.records)
    options.store.run.clear()
    options.store.live.clear()
    again, _ = drawn(options, made)
    assert dict(again.site.figures) == dict(first.site.figures)


def test_the_marks_of_pictures_are_known_without_loading_them(options, monkeypatch):
    first, cells = drawn(options)
    key = next(iter(first.site.figures))
    again, _ = drawn(options, cells.made(first.records))
    monkeypatch.setattr(options.store, "recalled", None)
    assert again.site.figures.mark_of(key) == first.site.figures.mark_of(key)


def test_what_a_chart_shows_is_a_fact_of_it(options):
    view, cells = drawn(options)
    made = cells.made(view.records)
    facts = {made.facts[at][0] for at in made.cells["charts/reading"].facts}
    assert {("series", "reading"), ("assessments", "reading")} <= facts
    assert ("indicators/reading", "body") not in facts
