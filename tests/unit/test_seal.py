import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from planpress.makers import contents_of
from planpress.seal import Seal
from planpress.standing import scanned, standing

ROOT = Path(__file__).resolve().parents[2]
ASKED = {"as_of": "", "base_url": None, "strict": False}


@pytest.fixture
def place(tmp_path):
    for path in ("plan/content/plan.md", "plan/data/a.csv", "root/templates/x.html", "site/a.html"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path, "utf-8")
    return tmp_path


def seal(place, **asked):
    site = str(place / "site")
    return Seal(str(place / "plan"), site, str(place / "root"), {**ASKED, **asked})


def keep(place, today, told, begun=None):
    (begun or seal(place)).keep(today, told, standing(scanned(str(place / "site"))))


def test_where_nothing_has_changed_the_last_build_is_told_again(place):
    assert seal(place).told("2026-11-22") is None
    keep(place, "2026-11-22", {"counts": {"files": 1}})
    assert seal(place).told("2026-11-22") == {"counts": {"files": 1}}


@pytest.mark.parametrize(
    "path",
    ["plan/content/plan.md", "plan/data/a.csv", "plan/data/b.csv", "root/templates/x.html",
     "plan/templates/y.html", "plan/assets/own/z.css", "site/a.html", ".site.new-1234"],
)  # fmt: skip
def test_whatever_is_written_is_noticed(place, path):
    keep(place, "2026-11-22", "told")
    (place / path).parent.mkdir(parents=True, exist_ok=True)
    (place / path).write_text("another", "utf-8")
    assert seal(place).told("2026-11-22") is None


@pytest.mark.parametrize("path", ["plan/content/plan.md", "site/a.html"])
def test_whatever_is_removed_is_noticed(place, path):
    keep(place, "2026-11-22", "told")
    (place / path).unlink()
    assert seal(place).told("2026-11-22") is None


def test_what_others_add_to_the_site_is_left_there_without_a_build(place):
    keep(place, "2026-11-22", "told")
    (place / "site" / "b.html").write_text("another", "utf-8")
    (place / "site" / "theirs").mkdir()
    assert seal(place).told("2026-11-22") == "told"


def test_a_renamed_file_is_noticed(place):
    keep(place, "2026-11-22", "told")
    (place / "plan/data/a.csv").rename(place / "plan/data/b.csv")
    assert seal(place).told("2026-11-22") is None


def test_a_time_alone_is_no_change_of_what_is_read_but_of_what_is_published(place):
    keep(place, "2026-11-22", "told")
    os.utime(place / "plan/content/plan.md", ns=(1, 1))
    assert seal(place).told("2026-11-22") == "told"
    os.utime(place / "site/a.html", ns=(1, 1))
    assert seal(place).told("2026-11-22") is None


def test_another_day_counts_only_where_the_site_was_made_for_the_day(place):
    keep(place, "2026-11-22", "told")
    assert seal(place).told("2026-11-23") is None
    keep(place, "", "told")
    assert seal(place).told("2026-11-23") == "told"


def test_what_was_asked_for_counts(place):
    keep(place, "", "told")
    assert seal(place, strict=True).told("2026-11-22") is None
    assert seal(place, as_of="2026-01-01").told("2026-11-22") is None


def test_what_was_read_before_the_build_is_what_counts(place):
    begun = seal(place)
    (place / "plan/content/plan.md").write_text("changed meanwhile", "utf-8")
    keep(place, "", "told", begun)
    assert seal(place).told("2026-11-22") is None


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"inputs": 1}', b"\xff\xfe"])
def test_damage_only_costs_time(place, damage):
    keep(place, "", "told")
    (kept,) = (place / "plan/.cache/built").iterdir()
    kept.write_bytes(damage)
    assert seal(place).told("2026-11-22") is None
    keep(place, "", "told")
    assert json.loads(kept.read_text("utf-8"))["told"] == "told"


def test_names_and_contents_of_files_cannot_be_taken_for_each_other(tmp_path):
    for name, files in {"a": {"x": "1", "y": "2"}, "b": {"x": "12", "y": ""}}.items():
        for file, text in files.items():
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / file).write_text(text, "utf-8")
    (tmp_path / "c" / "x").mkdir(parents=True)
    found = {contents_of(str(tmp_path / name)) for name in ("a", "b", "c", "missing")}
    assert len(found) == 4


def test_a_build_without_changes_imports_nothing_heavy(tmp_path):
    """It needs neither what makes pages nor what makes charts, and not even what keeps results."""
    project = tmp_path / "plan"
    shutil.copytree(ROOT / "tests/sites/smallest", project)
    command = [str(ROOT / "build.py"), "--project", str(project), "--output", str(tmp_path / "s")]
    environment = {**os.environ, "PLANPRESS_NO_VENV": "1"}

    def run(*options):
        return subprocess.run(
            [sys.executable, *options, *command],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )

    first = run()
    again = run("-X", "importtime")
    imported = {line.rpartition("|")[2].strip() for line in again.stderr.splitlines()}
    assert "planpress.seal" in imported
    heavy = {"pandas", "numpy", "jinja2", "markdown", "altair", "vl_convert", "lxml", "pydantic"}
    heavy |= {"babel", "yaml", "sqlite3", "concurrent.futures", "planpress.pipeline"}
    assert heavy.isdisjoint(imported)
    assert first.stdout.split(" files")[0] == again.stdout.split(" files")[0]
    assert "0 new or changed" in again.stdout


def test_the_end_of_a_long_file_counts(tmp_path):
    for name, end in {"a": "x", "b": "y"}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "long.csv").write_text("0" * 200_000 + end, "utf-8")
    assert contents_of(str(tmp_path / "a")) != contents_of(str(tmp_path / "b"))
