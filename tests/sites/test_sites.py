"""Small plans, built whole and compared whole with what stands in golden/.

After a change that is meant, run the tests once with PLANPRESS_GOLDEN=write and read the diff.
"""

import hashlib
import json
import os
import shutil
from datetime import date
from pathlib import Path

import icalendar
import pytest
from lxml import etree

from planpress.options import Options
from planpress.pipeline import build

HERE = Path(__file__).parent
CASES = sorted(folder.name for folder in HERE.iterdir() if (folder / "content").is_dir())
TODAY = date(2026, 11, 22)


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def built(case: str, tmp_path: Path, **options) -> tuple[dict[str, bytes], tuple]:
    folder = tmp_path / case
    if not folder.exists():
        shutil.copytree(HERE / case, folder, ignore=shutil.ignore_patterns("golden"))
    asked = Options(project=folder, output=tmp_path / "out", today=TODAY, **options)
    outcome = build(asked)
    assert outcome.published, outcome.problems
    return files_of(tmp_path / "out"), outcome.problems


def told(path: str, raw: bytes) -> bytes:
    """Return what is kept of a file: of a picture its digest."""
    return hashlib.sha256(raw).hexdigest().encode() + b"\n" if path.endswith(".png") else raw


@pytest.mark.parametrize("case", CASES)
def test_a_small_plan_is_what_it_was(case, tmp_path):
    site, _ = built(case, tmp_path)
    golden = HERE / case / "golden"
    ours = {
        f"{path}.sha256" if path.endswith(".png") else path: told(path, raw)
        for path, raw in site.items()
        if not path.startswith(("assets/", ".planpress"))
    }
    if os.environ.get("PLANPRESS_GOLDEN") == "write":
        shutil.rmtree(golden, ignore_errors=True)
        for path, raw in ours.items():
            (golden / path).parent.mkdir(parents=True, exist_ok=True)
            (golden / path).write_bytes(raw)
    kept = files_of(golden)
    assert sorted(ours) == sorted(kept)
    changed = [path for path, raw in ours.items() if raw != kept[path]]
    assert changed == []


@pytest.mark.parametrize("case", CASES)
def test_two_builds_give_the_same_bytes(case, tmp_path):
    first, _ = built(case, tmp_path, full=True)
    shutil.rmtree(tmp_path / "out")
    second, _ = built(case, tmp_path)
    third, _ = built(case, tmp_path)
    assert first == second == third


def test_every_state_is_said_by_the_machine_file(tmp_path):
    site, _ = built("states", tmp_path)
    said = {
        entry["id"]: (entry["state"], entry["rating"], entry["met"])
        for entry in json.loads(site["api/plan.json"])["indicators"]
    }
    assert said == {
        "rated-g": ("rated", "G", None),
        "rated-ag": ("rated", "AG", None),
        "rated-ar": ("rated", "AR", None),
        "rated-r": ("rated", "R", None),
        "met": ("met", "G", True),
        "not-met": ("not_met", "AG", False),
        "not-set": ("not_set", None, None),
        "no-baseline": ("not_set", None, None),
        "nothing-published": ("not_set", None, None),
        "hidden": ("hidden", None, None),
        "bound": ("rated", "G", None),
        "not-administered": ("not_comparable", None, None),
        "overdue": ("overdue", None, None),
        "not-due": ("not_due", None, None),
        "compound": ("not_met", "AG", False),
        "incomplete": ("incomplete", None, None),
        "lower": ("rated", "AG", None),
        "hold": ("rated", "AG", None),
        "done": ("done", None, None),
        "due-later": ("due_later", None, None),
        "late": ("late", None, None),
        "points": ("rated", "G", None),
        "points-linear": ("rated", "AG", None),
        "step": ("rated", "AG", None),
        "delayed": ("rated", "G", None),
        "revised": ("rated", "AG", None),
        "groups": ("rated", "G", None),
        "universal": ("rated", "AG", None),
        "broken": ("not_comparable", None, None),
        "ceiling": ("rated", "AG", None),
    }


def test_what_is_hidden_stands_nowhere(tmp_path):
    site, _ = built("two-languages", tmp_path)
    for path, raw in site.items():
        assert b"33.3" not in raw, path
        assert b"33,3" not in raw, path


@pytest.mark.parametrize("folder", ["", "es/"])
def test_the_calendar_has_every_stocktake_and_the_next_result(folder, tmp_path):
    site, _ = built("work", tmp_path)
    events = icalendar.Calendar.from_ical(site[f"{folder}calendar.ics"]).walk("VEVENT")
    assert [(str(e["UID"]), e["DTSTART"].dt, str(e["STATUS"]), e["SEQUENCE"]) for e in events] == [
        ("2026-03-10-coaches@birch.example.org", date(2026, 3, 10), "CONFIRMED", 0),
        ("2026-05-05-coaches@birch.example.org", date(2026, 5, 5), "CANCELLED", 1),
        ("2026-12-01-coaches@birch.example.org", date(2026, 12, 1), "TENTATIVE", 0),
        ("2026-10-06-coaches@birch.example.org", date(2027, 1, 12), "TENTATIVE", 1),
        ("reading-2026-27@birch.example.org", date(2027, 10, 30), "CONFIRMED", 0),
    ]


@pytest.mark.parametrize("folder", ["", "es/"])
def test_the_feed_has_the_update_and_the_move(folder, tmp_path):
    site, _ = built("work", tmp_path)
    atom = "{http://www.w3.org/2005/Atom}"
    feed = etree.fromstring(site[f"{folder}feed.xml"])
    entries = feed.findall(f"{atom}entry")
    assert [entry.findtext(f"{atom}id").partition("/")[2] for entry in entries] == [
        "moves/reading/2026-09-20",
        "updates/2026-09-16-coaches-stay",
    ]
