"""`translate status` and `translate accept`, as staff give them."""

import json

import pytest
from conftest import INDICATOR, PRIORITY, edited

from planpress.cli import main

ENGLISH = "content/indicators/grade-3.md"
STALE = {
    ENGLISH: edited(INDICATOR, "Children", "All children"),
    "content/priorities/reading.md": edited(PRIORITY, "All read", "All read well"),
}


def run(*arguments):
    return main([str(argument) for argument in arguments])


def percent(folder, capsys):
    capsys.readouterr()
    assert run("translate", "status", "--format", "json", "--project", folder) == 0
    return json.loads(capsys.readouterr().out)["languages"]["es"]["percent"]


def test_accept_makes_a_new_plan_complete(alder, capsys):
    folder = alder()
    assert percent(folder, capsys) == 0
    assert run("translate", "accept", "--project", folder) == 0
    assert capsys.readouterr().out.startswith("11 fields and sections")
    assert percent(folder, capsys) == 100


@pytest.mark.parametrize("name", ["grade-3", "indicators/grade-3", ENGLISH])
def test_accept_of_one_record_leaves_the_others_as_they_are(accepted, capsys, name):
    folder = accepted(STALE)
    assert percent(folder, capsys) == 81
    assert run("translate", "accept", name, "--project", folder) == 0
    assert capsys.readouterr().out.startswith("1 fields and sections")
    assert percent(folder, capsys) == 90


def test_accept_of_something_unknown_writes_nothing(accepted, capsys):
    folder = accepted(STALE)
    before = (folder / "content/translations.lock").read_bytes()
    assert run("translate", "accept", "grade-4", "--project", folder) == 1
    assert "Did you mean “grade-3”" in capsys.readouterr().err
    assert (folder / "content/translations.lock").read_bytes() == before


def test_nothing_is_accepted_where_files_have_errors(accepted, capsys):
    folder = accepted({ENGLISH: edited(INDICATOR, "unit:", "unti:")})
    before = (folder / "content/translations.lock").read_bytes()
    assert run("translate", "accept", "--project", folder) == 1
    assert run("translate", "status", "--project", folder) == 1
    assert "unknown-key" in capsys.readouterr().err
    assert (folder / "content/translations.lock").read_bytes() == before


def test_strict_refuses_stale_translations(accepted, capsys):
    folder = accepted(STALE)
    assert run("check", "--project", folder) == 0
    assert run("check", "--strict", "--project", folder) == 1
    assert run("translate", "status", "--strict", "--project", folder) == 1


def test_accepting_twice_changes_nothing(accepted):
    folder = accepted()
    before = (folder / "content/translations.lock").read_bytes()
    assert run("translate", "accept", "--project", folder) == 0
    assert (folder / "content/translations.lock").read_bytes() == before


def test_a_plan_of_one_language_gets_no_lock(alder):
    folder = alder()
    plan = (folder / "content/plan.md").read_text("utf-8").replace("[en, es]", "[en]")
    (folder / "content/plan.md").write_text(plan, "utf-8")
    for file in folder.rglob("*.es.md"):
        file.unlink()
    assert run("translate", "accept", "--project", folder) == 0
    assert not (folder / "content/translations.lock").exists()
