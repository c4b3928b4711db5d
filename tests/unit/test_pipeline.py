"""Bad input of every kind: a sentence with a place and a mend, and the old site stands."""

import errno
import os
from datetime import date
from pathlib import Path

import pytest
from conftest import PLAN

from planpress.pipeline import Options, build

TODAY = date(2026, 11, 21)


def options(folder, **more):
    return Options(project=folder, output=folder / "site", today=TODAY, **more)


def silent(line):
    pass


def files_of(folder):
    return {f.relative_to(folder): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


@pytest.mark.parametrize(
    ("changes", "path", "rule"),
    [
        ({"content/priorities/reading.md": "---\ntitle: [\n---\n"}, "priorities", "yaml"),
        ({"data/grade-3.csv": None}, "indicators/grade-3.md", "missing-data"),
        ({"data/grade-3.csv": "período,value\n".encode("cp1252")}, "data/grade-3", "unreadable"),
        ({"templates/pages/priority.html": "{% if %}"}, "priority.html", "template"),
        ({"templates/pages/priority.html": "{{ nothing.here }}"}, "priority.html", "template"),
        ({"templates/layout.html": "{% extends 'gone.html' %}"}, "layout.html", "template"),
        ({"templates/locale/es/planpress.po": "nonsense\n"}, "planpress.po", "catalogue"),
        ({"content/plan.md": PLAN + "[gone](/gone/)\n"}, "content/plan.md", "broken-link"),
        ({"content/plan.md": PLAN + "[gone](/on-track/#x)\n"}, "content/plan.md", "broken-anchor"),
        ({"content/history/changed.json": "{"}, "changed.json", "history"),
    ],
)
def test_bad_input_is_told_and_the_old_site_stands(alder, changes, path, rule):
    folder = alder()
    assert build(options(folder), silent).published
    before = files_of(folder / "site")
    for gone in (name for name, text in changes.items() if text is None):
        (folder / gone).unlink()
    outcome = build(options(alder(changes)), silent)
    assert outcome.published is None
    found = [p for p in outcome.problems if p.rule == rule]
    assert found, outcome.problems
    assert path in found[0].place.path
    assert found[0].hint
    assert files_of(folder / "site") == before


def test_a_broken_template_has_its_line(alder):
    text = "one\n\n{{ nothing.here }}\n"
    outcome = build(options(alder({"templates/pages/priority.html": text})), silent)
    (found,) = [p for p in outcome.problems if p.rule == "template"]
    assert (found.place.path, found.place.line) == ("templates/pages/priority.html", 3)


def test_an_empty_folder_is_one_sentence(tmp_path):
    outcome = build(options(tmp_path), silent)
    assert outcome.published is None
    assert [p.place.path for p in outcome.problems] == ["content"]
    assert not (tmp_path / "site").exists()


def test_a_full_disk_is_told_and_the_old_site_stands(alder, monkeypatch):
    folder = alder()
    assert build(options(folder), silent).published
    before = files_of(folder / "site")

    def full(self, content, *rest):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))

    changed = alder({"content/plan.md": PLAN + "More.\n"})
    monkeypatch.setattr(Path, "write_bytes", full)
    outcome = build(options(changed, full=True), silent)
    monkeypatch.undo()
    assert outcome.published is None
    assert len(outcome.problems) == 1
    assert outcome.problems[0].hint
    assert files_of(folder / "site") == before
    assert [f.name for f in folder.iterdir() if f.name.startswith(".site")] == []


def test_as_of_moves_the_site_in_time_and_the_same_day_gives_the_same_site(alder):
    folder = alder()
    build(options(folder, as_of=date(2024, 9, 1)), silent)
    early = files_of(folder / "site")
    build(options(folder, as_of=date(2026, 11, 21)), silent)
    late = files_of(folder / "site")
    assert early != late
    build(options(folder, as_of=date(2024, 9, 1)), silent)
    assert files_of(folder / "site") == early


def test_own_templates_and_assets_win_file_by_file(alder):
    folder = alder(
        {"templates/pages/404.html": "own {{ plan.title | said }}", "assets/style.css": "/* own */"}
    )
    assert build(options(folder), silent).published
    assert (folder / "site/404.html").read_text("utf-8") == "own Plan of Alder"
    assert (folder / "site/assets/style.css").read_text("utf-8") == "/* own */"
    assert (folder / "site/assets/charts.css").exists()
