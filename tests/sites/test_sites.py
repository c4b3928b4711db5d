"""Small plans, built whole and compared whole with what stands in golden/.

After a change that is meant, run the tests once with PLANPRESS_GOLDEN=write and read the diff.
"""

import json
import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from planpress.pipeline import Options, build

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
    outcome = build(asked, lambda line: None)
    assert outcome.published, outcome.problems
    return files_of(tmp_path / "out"), outcome.problems


@pytest.mark.parametrize("case", CASES)
def test_a_small_plan_is_what_it_was(case, tmp_path):
    site, _ = built(case, tmp_path)
    golden = HERE / case / "golden"
    ours = {
        path: raw for path, raw in site.items() if not path.startswith(("assets/", ".planpress"))
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
