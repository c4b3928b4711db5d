import json
import re

import pytest
from conftest import INDICATOR, PLAN_ES, PRIORITY, edited

from planpress import pipeline
from planpress.cli import main
from planpress.spent import SPENT

BROKEN = {
    "content/indicators/grade-3.md": edited(INDICATOR, "priority:", "priorty:"),
    "content/priorities/reading.md": edited(PRIORITY, "order: 1", "order: one"),
}


def run(*arguments):
    return main([str(argument) for argument in arguments])


def test_check_of_a_whole_plan_is_done(accepted, capsys):
    assert run("check", "--project", accepted()) == 0
    assert capsys.readouterr().out == "no problems\n"


def test_check_tells_all_problems_in_order(accepted, capsys):
    assert run("check", "--project", accepted(BROKEN)) == 1
    out = capsys.readouterr().out
    first = out.index("content/indicators/grade-3.md:5:1: error: “priorty”")
    second = out.index("content/priorities/reading.md:3:1: error: “one”")
    assert first < second
    assert "Did you mean “priority”? [unknown-key]" in out
    assert out.rstrip().endswith("2 errors")


def test_check_as_json_has_the_promised_keys(accepted, capsys):
    assert run("check", "--format", "json", "--project", accepted(BROKEN)) == 1
    problems = json.loads(capsys.readouterr().out)
    assert [tuple(problem) for problem in problems] == [
        ("path", "line", "column", "rule", "level", "message", "hint")
    ] * 2
    assert (problems[0]["path"], problems[0]["line"], problems[0]["level"]) == (
        "content/indicators/grade-3.md",
        5,
        "error",
    )


def test_check_as_json_of_a_whole_plan_is_an_empty_list(accepted, capsys):
    assert run("check", "--format", "json", "--project", accepted()) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_check_for_github_annotates_lines(accepted, capsys):
    assert run("check", "--format", "github", "--project", accepted(BROKEN)) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(
        "::error file=content/indicators/grade-3.md,line=5,col=1,title=unknown-key::“priorty”"
    )
    assert second.startswith("::error file=content/priorities/reading.md,line=3")


def test_strict_makes_warnings_stop(alder):
    folder = alder({"content/plan.es.md": PLAN_ES.replace("Bienvenidos.\n", "")})
    assert run("check", "--project", folder) == 0
    assert run("check", "--project", folder, "--strict") == 1


@pytest.mark.parametrize(
    "arguments",
    [["frob"], ["--as-of", "soon"], ["--project", "/nowhere/at/all"], ["--base-url", "x"]],
)
def test_wrong_usage_is_2(arguments):
    assert run(*arguments) == 2


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["--version"]])
def test_help_is_done(arguments, capsys):
    assert run(*arguments) == 0
    assert capsys.readouterr().out


def test_a_bug_is_3_and_leaves_a_log(alder, capsys, monkeypatch):
    def fall(options):
        raise RuntimeError("a slip of ours")

    monkeypatch.setattr(pipeline, "examine", fall)
    folder = alder()
    assert run("check", "--project", folder) == 3
    assert "a slip of ours" in (folder / ".cache/crash.log").read_text("utf-8")
    assert "bug in planpress" in capsys.readouterr().err


def test_an_interrupt_is_130(alder, monkeypatch):
    def interrupt(options):
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "examine", interrupt)
    assert run("check", "--project", alder()) == 130


def test_build_says_what_it_did_and_problems_leave_the_old_site(alder, capsys):
    folder = alder()
    assert run("--project", folder, "--as-of", "2026-11-21") == 0
    said = capsys.readouterr().out
    files = [file for file in (folder / "site").rglob("*") if file.is_file()]
    pages = sum(file.suffix == ".html" for file in files)
    assert re.fullmatch(
        rf"Built {len(files) - 1} files, {pages} of them pages, in \d+\.\d s: "
        rf"{len(files) - 1} new or changed, 0 as before, 0 removed\.\n",
        said,
    )
    before = {f: f.read_bytes() for f in (folder / "site").rglob("*") if f.is_file()}
    assert folder / "site/es/indicators/grade-3/index.html" in before
    assert run("--project", alder(BROKEN), "--as-of", "2026-11-21") == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Nothing was published" in captured.err
    assert before == {f: f.read_bytes() for f in (folder / "site").rglob("*") if f.is_file()}


def test_quiet_says_nothing_but_problems(alder, capsys):
    assert run("--project", alder(), "--quiet", "--as-of", "2026-11-21") == 0
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_a_profile_shows_the_time_by_stage(alder, capsys):
    assert run("--project", alder(), "--profile", "--quiet", "--as-of", "2026-11-21") == 0
    captured = capsys.readouterr()
    first, *stages = captured.err.splitlines()
    assert first.split() == ["CPU", "seconds", "here", "0", "workers"]
    assert [line.split("  ")[0] for line in stages[:3]] == [
        "starting",
        "reading and assessing content and data",
        "drawing charts",
    ]
    SPENT.on = False


def test_as_many_processes_as_processors_unless_it_is_said(alder, monkeypatch):
    seen = []
    monkeypatch.setattr(
        pipeline, "build", lambda options, _: seen.append(options) or pipeline.Outcome(problems=())
    )
    monkeypatch.setattr("planpress.asked.processors", lambda: 7)
    for more in ([], ["--jobs", "3"], ["--executor", "dask://host:1"]):
        run("--project", alder(), *more)
    assert [(o.jobs, o.executor) for o in seen] == [(7, ""), (3, ""), (7, "dask://host:1")]
    assert [o.workers.jobs for o in seen] == [7, 3, 7]


def test_record_keeps_the_day(alder, capsys):
    folder = alder()
    assert run("record", "--project", folder, "--as-of", "2026-01-05") == 0
    kept = json.loads((folder / "content/history/changed.json").read_text("utf-8"))
    assert kept["indicators/grade-3"]["es"]["since"] == "2026-01-05"
    assert run("record", "--project", folder, "--as-of", "2026-02-06") == 0
    assert json.loads((folder / "content/history/changed.json").read_text("utf-8")) == kept
    assert run("record", "--project", alder(BROKEN)) == 1


def test_options_may_stand_before_or_after_the_command(alder, capsys):
    folder = alder()
    assert run("--project", folder, "check") == 0
    assert run("check", "--project", folder) == 0
