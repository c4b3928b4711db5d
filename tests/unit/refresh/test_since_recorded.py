"""`build.py refresh --report`, and what `record` keeps for it."""

import json

import pytest
from unit.refresh.test_bring_in import DATA, PLAN, digests

from planpress.cli import main

NUMBERS = "content/history/numbers"


def run(plan, *arguments, as_of="2026-01-05"):
    return main([*arguments, "--project", str(plan), "--as-of", as_of])


@pytest.fixture
def recorded(alder):
    plan = alder(PLAN | {"data/grade-3.csv": DATA + "2022-23,40,12,female,\n"})
    assert run(plan, "record") == 0
    return plan


def test_only_published_numbers_are_recorded(recorded):
    assert (recorded / NUMBERS / "grade-3.csv").read_text("utf-8") == (
        "period,value,n,status,group,note\n2022-23,50,400,,,first\n2023-24,54,410,,,\n"
        "2022-23,,,suppressed,female,\n2023-24,56,200,,female,\n2023-24,52.1,210,,male,\n"
    )


def test_nothing_is_written_again_and_what_is_gone_is_removed(recorded):
    (recorded / NUMBERS / "gone.csv").write_text("period,value,n,status,note\n", "utf-8")
    file = recorded / NUMBERS / "grade-3.csv"
    before = file.stat().st_mtime_ns, file.stat().st_ino
    assert run(recorded, "record") == 0
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before
    assert [f.name for f in (recorded / NUMBERS).iterdir()] == ["grade-3.csv"]


def test_nothing_recorded_is_said_with_what_to_do(alder, capsys):
    plan = alder(PLAN)
    for form in ("text", "markdown"):
        assert run(plan, "refresh", "--report", "--format", form) == 0
        assert "python3 build.py record" in capsys.readouterr().out
    assert run(plan, "refresh", "--report", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["since"] is None


def test_nothing_has_changed(recorded, capsys):
    before = digests(recorded)
    assert run(recorded, "refresh", "--report") == 0
    out = capsys.readouterr().out
    assert out.startswith("Since the record of 2026-01-05: no published number has changed")
    assert "Effect on ratings: none" in out
    assert digests(recorded) == before


def changed(plan):
    text = DATA.replace("2023-24,54,410", "2023-24,51,410").replace("56,200", "56,12")
    text = text.replace("2023-24,52.1,210,male,\n", "")
    (plan / "data/grade-3.csv").write_text(text + "2022-23,40,120,female,\n", "utf-8")
    return plan


def test_the_report_for_people(recorded, capsys):
    assert run(changed(recorded), "refresh", "--report") == 0
    out = capsys.readouterr().out
    assert "1 changed, 1 removed, 1 hidden, 1 shown; 1 measure with another rating or result" in out
    assert "changed  2023-24    all                              54 (n 410) -> 51 (n 410)" in out
    assert "shown    2022-23    female                           (hidden) -> 40 (n 120)" in out
    assert "  grade-3: G -> AR (54 -> 51 for 2023-24)" in out
    assert "56" not in out
    assert "52.1" not in out


def test_the_report_for_a_pull_request(recorded, capsys):
    assert run(changed(recorded), "refresh", "--report", "--format", "markdown") == 0
    out = capsys.readouterr().out
    assert "| 2023-24 | female | hidden |  | (hidden) |" in out
    assert "| 2023-24 | male | removed |  |  |" in out
    assert "54 -&gt; 51 for 2023-24" in out
    assert "56" not in out


def test_the_report_for_programs(recorded, capsys):
    assert run(changed(recorded), "refresh", "--report", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert {
        (row["period"], row["kind"]): (row["before"], row["after"]) for row in told["rows"]
    } == {
        ("2023-24", "changed"): ({"value": "54", "n": "410"}, {"value": "51", "n": "410"}),
        ("2023-24", "hidden"): (None, {"status": "suppressed"}),
        ("2022-23", "shown"): ({"status": "suppressed"}, {"value": "40", "n": "120"}),
        ("2023-24", "removed"): (None, None),
    }
    assert [move["indicator"] for move in told["ratings"]] == ["grade-3"]


def test_a_broken_record_is_a_problem(recorded, capsys):
    (recorded / NUMBERS / "grade-3.csv").write_text("period\n", "utf-8")
    assert run(recorded, "refresh", "--report") == 1
    assert f"{NUMBERS}/grade-3.csv:1: error" in capsys.readouterr().err


def test_a_plan_with_errors_cannot_be_compared(recorded, capsys):
    (recorded / "data/grade-3.csv").write_text("period,value\n2024,x\n", "utf-8")
    assert run(recorded, "refresh", "--report") == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "data/grade-3.csv:2" in captured.err
