"""Bad input of every kind: a sentence with a place and a mend, and the old site stands."""

import errno
import os
from datetime import date
from pathlib import Path

import pytest
from conftest import INDICATOR, PLAN, SERIES, edited
from unit.check.work_plan import POSTPONED, WORK

from planpress.facts.cells import Cells
from planpress.facts.view import View
from planpress.model.assessment import State
from planpress.model.move import Known
from planpress.model.rating import Rating
from planpress.options import Options
from planpress.pictures import pictures
from planpress.pipeline import assemble, build, examine, record

TODAY = date(2026, 11, 21)


def options(folder, **more):
    return Options(project=folder, output=folder / "site", today=TODAY, **more)


def site_of(folder, **more):
    """Return all that the pages are made from."""
    asked = options(folder, **more)
    found = examine(asked)
    view = View(assemble(asked, found, found.reading.project, found.judged), cells := Cells("test"))
    view.learn(**pictures(view, cells, asked))
    return view.site


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
        ({"content/history/ratings.json": "{"}, "ratings.json", "history"),
        ({"content/history/calendar.json": "[1]"}, "calendar.json", "history"),
        ({"content/priorities/reading/run.exe": "x"}, "reading/run.exe", "attachment-kind"),
    ],
)
def test_bad_input_is_told_and_the_old_site_stands(alder, changes, path, rule):
    folder = alder()
    assert build(options(folder)).published
    before = files_of(folder / "site")
    for gone in (name for name, text in changes.items() if text is None):
        (folder / gone).unlink()
    outcome = build(options(alder(changes)))
    assert outcome.published is None
    found = [p for p in outcome.problems if p.rule == rule]
    assert found, outcome.problems
    assert path in found[0].place.path
    assert found[0].hint
    assert files_of(folder / "site") == before


GROUPS = """---
dimensions:
  - id: group
    label: Group
    codes:
      - id: girls
        label: Girls
      - id: boys
        label: Boys
    partitions:
      - of: all
        codes: [girls, boys]
---
"""

GROUPS_ES = """---
dimensions:
  - id: group
    label: Grupo
    codes:
      - id: girls
        label: Niñas
      - id: boys
        label: Niños
---
"""

SPLIT = {
    "content/dimensions.md": GROUPS,
    "content/dimensions.es.md": GROUPS_ES,
    "content/indicators/grade-3.md": edited(INDICATOR, "unit:", "dimensions: [group]\nunit:"),
    "data/grade-3.csv": "period,value,n,group\n2022-23,50,400,\n2023-24,54,400,\n"
    "2023-24,58.3,12,girls\n2023-24,53.9,388,boys\n",
}


def test_no_file_tells_what_is_hidden(alder):
    folder = alder(SPLIT)
    assert build(options(folder)).published
    told = {path for path, content in files_of(folder / "site").items() if b"58.3" in content}
    assert not told
    assert b"53.9" not in (folder / "site" / "data" / "grade-3.csv").read_bytes()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("content/indicators/grade-3.md", "In 2023-24, 7 of 12 girls (58.3%) read well."),
        ("content/indicators/grade-3.es.md", "En 2023-24, el 58,3 % de las niñas leía bien."),
    ],
)
def test_words_that_tell_what_is_hidden_stop_the_build(alder, path, words):
    folder = alder(SPLIT)
    assert build(options(folder)).published
    before = files_of(folder / "site")
    (folder / path).write_text((folder / path).read_text("utf-8") + words, "utf-8")
    outcome = build(options(folder))
    assert outcome.published is None
    assert {problem.rule for problem in outcome.problems if problem.stops} == {"privacy-leak"}
    assert files_of(folder / "site") == before


def test_a_broken_template_has_its_line(alder):
    text = "one\n\n{{ nothing.here }}\n"
    outcome = build(options(alder({"templates/pages/priority.html": text})))
    (found,) = [p for p in outcome.problems if p.rule == "template"]
    assert (found.place.path, found.place.line) == ("templates/pages/priority.html", 3)


def test_an_empty_folder_is_one_sentence(tmp_path):
    outcome = build(options(tmp_path))
    assert outcome.published is None
    assert [p.place.path for p in outcome.problems] == ["content"]
    assert not (tmp_path / "site").exists()


def test_a_full_disk_is_told_and_the_old_site_stands(alder, monkeypatch):
    folder = alder()
    assert build(options(folder)).published
    before = files_of(folder / "site")

    def full(self, content, *rest):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))

    changed = alder({"content/plan.md": PLAN + "More.\n"})
    monkeypatch.setattr(Path, "write_bytes", full)
    outcome = build(options(changed, full=True))
    monkeypatch.undo()
    assert outcome.published is None
    assert len(outcome.problems) == 1
    assert outcome.problems[0].hint
    assert files_of(folder / "site") == before
    assert [f.name for f in folder.iterdir() if f.name.startswith(".site")] == []


def test_as_of_moves_the_site_in_time_and_the_same_day_gives_the_same_site(alder):
    folder = alder()
    build(options(folder, as_of=date(2024, 9, 1)))
    early = files_of(folder / "site")
    build(options(folder, as_of=date(2026, 11, 21)))
    late = files_of(folder / "site")
    assert early != late
    build(options(folder, as_of=date(2024, 9, 1)))
    assert files_of(folder / "site") == early


def test_own_templates_and_assets_win_file_by_file(alder):
    folder = alder(
        {"templates/pages/404.html": "own {{ plan.title | said }}", "assets/style.css": "/* own */"}
    )
    assert build(options(folder)).published
    assert (folder / "site/404.html").read_text("utf-8") == "own Plan of Alder"
    assert (folder / "site/assets/style.css").read_text("utf-8") == "/* own */"
    assert (folder / "site/assets/charts.css").exists()


WORKING = {**WORK, "content/tactics/tutoring/guide.pdf": b"%PDF-1.7"}
NEWER = {"data/grade-3.csv": SERIES + "2024-25,49,400\n"}
WORSE = {"data/grade-3.csv": SERIES + "2024-25,48,400\n"}
SECRET = {"data/grade-3.csv": SERIES + "2024-25,49,3\n"}


def test_a_record_shows_nothing_until_something_moves(accepted, alder):
    folder = accepted()
    assert site_of(folder).moves == ()
    assert record(options(folder)).problems == ()
    assert site_of(folder).moves == ()
    (move,) = site_of(alder(NEWER)).moves
    assert (move.indicator, move.day) == ("grade-3", TODAY)
    assert (str(move.before.period), str(move.before.value)) == ("2023-24", "54")
    assert (str(move.after.period), str(move.after.value)) == ("2024-25", "49")
    assert move.after.rating is Rating.R


def test_without_a_record_nothing_ever_moves(alder):
    assert site_of(alder(NEWER)).moves == ()


def test_the_site_is_the_same_before_and_after_a_record(alder):
    folder = alder(WORKING)
    record(options(folder, as_of=date(2024, 1, 1)))
    alder({**NEWER, POSTPONED: edited(WORK[POSTPONED], "2024-09-10", "2024-10-10")})
    assert build(options(folder)).published
    before = files_of(folder / "site")
    record(options(folder))
    assert build(options(folder)).published
    assert files_of(folder / "site") == before


def test_a_move_is_told_once_and_stays_when_more_is_recorded(alder):
    folder = alder()
    record(options(folder, as_of=date(2024, 9, 1)))
    record(options(alder(NEWER), as_of=date(2025, 9, 1)))
    record(options(alder(WORSE), as_of=date(2026, 9, 1)))
    days = [move.day for move in site_of(folder, as_of=date(2026, 9, 1)).moves]
    assert days == [date(2026, 9, 1), date(2025, 9, 1)]
    assert [m.day for m in site_of(folder, as_of=date(2025, 9, 2)).moves] == [date(2025, 9, 1)]
    assert site_of(folder, as_of=date(2025, 8, 31)).moves == ()


def test_a_number_hidden_today_is_in_no_move(alder):
    folder = alder()
    record(options(folder, as_of=date(2024, 9, 1)))
    record(options(alder(NEWER), as_of=date(2025, 9, 1)))
    (move,) = site_of(alder(SECRET)).moves
    assert (str(move.before.value), move.after) == ("54", Known(state=State.HIDDEN))


def test_two_records_in_a_row_write_the_same_and_a_build_writes_none(alder):
    folder = alder(WORKING)
    record(options(folder))
    history = folder / "content/history"
    assert sorted(f.name for f in history.iterdir()) == [
        "calendar.json",
        "changed.json",
        "numbers",
        "ratings.json",
    ]
    alder(NEWER)
    record(options(folder))
    kept = files_of(history)
    record(options(folder))
    assert files_of(history) == kept
    alder(WORSE)
    assert build(options(folder)).published
    assert files_of(history) == kept


def test_a_record_for_a_day_before_the_last_is_refused(alder):
    folder = alder()
    record(options(folder))
    kept = files_of(folder / "content/history")
    found = record(options(alder(NEWER), as_of=date(2025, 1, 1))).problems
    (problem,) = [p for p in found if p.stops]
    assert "2026-11-21" in problem.message
    assert files_of(folder / "content/history") == kept


def test_a_stocktake_that_is_moved_again_counts_one_up(alder):
    folder = alder(WORKING)
    assert site_of(folder).revised == {}
    record(options(folder, as_of=date(2024, 1, 1)))
    name = Path(POSTPONED).stem
    assert site_of(folder).revised[name] == (0, date(2024, 1, 1))
    moved = edited(WORK[POSTPONED], "2024-09-10", "2024-10-10")
    alder({POSTPONED: moved})
    assert site_of(folder).revised[name] == (1, TODAY)
    record(options(folder))
    alder({POSTPONED: edited(moved, "tactic:", "title: Autumn\ntactic:")})
    assert site_of(folder).revised[name] == (1, TODAY)


def test_a_file_of_a_record_stands_beside_its_page(alder):
    folder = alder(WORKING)
    assert build(options(folder)).published
    assert (folder / "site/tactics/tutoring/guide.pdf").read_bytes() == b"%PDF-1.7"
    key = "tactics/tutoring/guide.pdf"
    assert site_of(folder).attached == {key: key}


def test_the_diagrams_of_a_tactic_are_drawn_in_every_language(alder):
    drawn = site_of(alder(WORKING)).diagrams
    assert ("tactics/tutoring", "theory", "en") in drawn
    assert ("tactics/tutoring", "theory", "es") in drawn


OLD = "---\ntitle: Old\nsection: archive\narchived_on: 2023-06-30\n---\nOld words.\n"
PART = "---\ntitle: Part\nsection: archive\nplan: old\n---\nWords.\n"


def test_an_archived_plan_keeps_its_pages_and_is_warned_of_when_changed(alder):
    folder = alder({"content/pages/old.md": OLD, "content/pages/part.md": PART})

    def told():
        return [
            p.place.path for p in examine(options(folder)).problems if p.rule == "archived-words"
        ]

    assert told() == []
    assert build(options(folder)).published
    for path in ("archive/old/", "archive/old/part/", "es/archive/old/part/"):
        assert "2023" in (folder / "site" / path / "index.html").read_text("utf-8")
    record(options(folder))
    assert told() == []
    alder({"content/pages/old.md": OLD + "More.\n"})
    assert told() == ["content/pages/old.md"]
    record(options(folder))
    alder({"content/pages/part.md": PART + "More.\n"})
    assert told() == ["content/pages/old.md", "content/pages/part.md"]
