"""Each edit changes what it says, and files are told apart by content and by writing."""

import shutil
import sys
from datetime import date

import pytest

from bench import edit_table, editing
from bench.editing import DATA, EDITS, PAGE, ROOT, SHEET, TEMPLATE, Plan, compared, judged, standing
from bench.imports import heavy, imported
from bench.measure import Failed

FOOTHILLS = ROOT / "examples" / "foothills"


@pytest.fixture
def plan(tmp_path):
    for path, top in ((PAGE, FOOTHILLS), (DATA, FOOTHILLS), (TEMPLATE, ROOT), (SHEET, ROOT)):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(top / path, tmp_path / path)
    return Plan(tmp_path)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("one sentence", PAGE),
        ("one value of a CSV file", DATA),
        ("a template", TEMPLATE),
        ("the style sheet", SHEET),
    ],
)
def test_an_edit_changes_one_file_every_time_and_never_adds_up(plan, name, path):
    seen = {(plan.folder / path).read_text("utf-8")}
    others = {f: f.read_bytes() for f in plan.folder.rglob("*.*") if f != plan.folder / path}
    lengths = set()
    for at in range(1, 4):
        plan.edits = at
        EDITS[name](plan)
        text = (plan.folder / path).read_text("utf-8")
        lengths.add(len(text))
        assert text not in seen
        seen.add(text)
    assert len(lengths) == 1
    assert all(file.read_bytes() == content for file, content in others.items())


def test_the_value_that_changes_is_the_newest_of_all_students(plan):
    before = (plan.folder / DATA).read_text("utf-8").splitlines()
    EDITS["one value of a CSV file"](plan)
    after = (plan.folder / DATA).read_text("utf-8").splitlines()
    (changed,) = [old for old, new in zip(before, after, strict=True) if old != new]
    whole = [row for row in before[1:] if row.endswith(",,") and row.split(",")[1]]
    assert changed == whole[-1]
    (plan.folder / DATA).write_text("period,value\n", "utf-8")
    with pytest.raises(Failed, match="no value with a decimal"):
        EDITS["one value of a CSV file"](plan)


def test_a_day_later_is_said_to_the_build(plan):
    EDITS["as of one day later"](plan)
    assert plan.day == date(2026, 10, 16)
    assert plan.command()[-2:] == ["--as-of", "2026-10-16"]


def test_files_written_are_told_from_files_that_are_other(tmp_path):
    for name in ("same", "again", "other", "gone"):
        (tmp_path / name).write_text(name, "utf-8")
    before = standing(tmp_path)
    (tmp_path / "gone").unlink()
    (tmp_path / "other").write_text("new", "utf-8")
    (tmp_path / "more").write_text("more", "utf-8")
    after = standing(tmp_path)
    after["again"] = (after["again"][0], after["again"][1] + 1)
    assert compared(before, after) == {"written": 3, "changed": 2, "kept": 1, "removed": 1}


def test_a_plan_is_forgotten_when_it_is_built_cold(plan):
    for folder in ("site", ".cache"):
        (plan.folder / folder).mkdir()
    EDITS["nothing changed"](plan)
    assert (plan.folder / "site").exists()
    EDITS["cold"](plan)
    assert not (plan.folder / "site").exists()
    assert not (plan.folder / ".cache").exists()
    assert (plan.folder / PAGE).exists()


def test_every_edit_is_built_so_often_and_once_more_for_what_it_imports(plan, monkeypatch):
    built = []

    def measured(command, folder):
        built.append("cost")
        (folder / "site").mkdir(exist_ok=True)
        return editing.Cost(1.0, 2.0, 3.0)

    def noted(command, folder):
        built.append("imports")
        return {"pandas": 1, "lxml": 2}

    monkeypatch.setattr(editing, "cost", measured)
    monkeypatch.setattr(editing, "imported", noted)
    monkeypatch.setattr(editing, "heavy", lambda modules, names=editing.HEAVY: sorted(modules))
    editing.edited(plan, "one sentence", repeats=2)
    assert built == ["cost", "cost", "imports"]
    assert plan.edits == 3


def test_what_may_not_be_imported_is_held_against_the_targets():
    files = {"written": 0, "changed": 0, "kept": 9, "removed": 0}
    one = {"cpu": 1.2, "wall": 1.0, "peak": 50.0, "files": files, "others": [], "modules": 80}
    found = [{**one, "edit": name, "heavy": []} for name in EDITS]
    by_name = {each["edit"]: each for each in found}
    assert [target["held"] for target in judged(found)] == [True, True, False, True]
    by_name["one value of a CSV file"].update(heavy=["pandas", "altair"], cpu=0.9)
    by_name["nothing changed"].update(heavy=["jinja2"])
    made = judged(found)
    assert [target["held"] for target in made] == [False, True, True, False]
    said = edit_table.lines({"repeats": 1, "edits": found, "targets": made})
    row = "| one value of a CSV file | pandas, altair | 0.90 | 1.00 | 50 | 0 | 0 | 9 | 80 |"
    assert row in said
    assert "| cold | none of note | 1.20 | 1.00 | 50 | 0 | 0 | 9 | 80 |" in said


def test_modules_are_counted_in_every_process_that_is_started(tmp_path):
    script = "import subprocess, sys, json; subprocess.run([sys.executable, '-c', 'import json'])"
    found = imported([sys.executable, "-S", "-c", script], tmp_path)
    assert found["json"] == 2
    assert found["subprocess"] == 1
    assert heavy(found) == []
    assert heavy(found, ("json", "altair")) == ["json"]
