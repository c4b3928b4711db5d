"""Parts run alone or all together; results are kept with the day and the machine."""

import json

import pytest

from bench import __main__ as command
from bench.measure import Failed
from bench.saving import about, heading, save
from bench.target import Target, figure


def test_parts_are_asked_for_by_name():
    asked = command.parser().parse_args(["peers", "--pages", "7", "--only", "hugo", "--save"])
    assert (asked.bench, asked.pages, asked.only, asked.save) == ("peers", 7, ["hugo"], True)
    assert command.parser().parse_args(["scale", "--words"]).words == []
    with pytest.raises(SystemExit):
        command.parser().parse_args(["peers", "--only", "jekyll"])


def test_without_a_name_all_parts_run_and_a_failure_is_told(monkeypatch, capsys):
    ran = []

    def fails(asked):
        raise Failed("no network")

    def works(asked):
        ran.append(asked.repeats)
        return {"found": 1}

    parts = {
        "broken": command.Bench("fails", fails, list),
        "whole": command.Bench("works", works, lambda found: [f"found {found['found']}"]),
    }
    monkeypatch.setattr(command, "BENCHES", parts)
    monkeypatch.setattr("sys.argv", ["bench", "--repeats", "2"])
    assert command.main() == 1
    told = capsys.readouterr()
    assert "bench: broken: no network" in told.err
    assert "# Benchmark: whole" in told.out
    assert "found 1" in told.out
    assert ran == [2]
    monkeypatch.setattr("sys.argv", ["bench", "whole"])
    assert command.main() == 0
    ours = command.Bench("lacks us", lambda _asked: {"failed": {"planpress": "why"}}, list)
    monkeypatch.setitem(parts, "whole", ours)
    assert command.main() == 1


def test_a_result_is_kept_as_a_table_and_as_json(tmp_path):
    where = {**about(3), "date": "2026-01-02", "machine": "Linux x86_64, 2 cores"}
    file = save("peers", {"about": where, "n": 1}, heading("peers", where) + "x\n", tmp_path / "r")
    assert file.name == "2026-01-02-linux-x86-64-2-cores-peers.md"
    assert file.read_text("utf-8").startswith("# Benchmark: peers\n\nplanpress ")
    assert json.loads(file.with_suffix(".json").read_text("utf-8"))["n"] == 1


def test_figures_have_three_digits_that_count():
    found = [figure(number) for number in (1234.5, 56.78, 1.2345, 0.04567, 0, -73.12)]
    assert found == ["1,234", "56.8", "1.23", "0.0457", "0", "-73.1"]
    assert Target("some", 2.0, 1.0, least=True).held
    assert not Target("some", 2.0, 1.0).held
