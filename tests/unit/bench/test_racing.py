"""Generators run in turn; one that fails is named and the others go on."""

import sys
from pathlib import Path

import pytest

from bench import race_table, tools
from bench.measure import Failed
from bench.peers.peer import Peer, put
from bench.prose import Corpus
from bench.racing import race

COPY = """
import pathlib
for file in pathlib.Path('in').glob('*.md'):
    made = pathlib.Path('out') / file.stem
    made.mkdir(parents=True, exist_ok=True)
    (made / 'index.html').write_text(file.read_text())
"""
STALE = COPY.replace("made.mkdir", "if made.exists(): continue\n    made.mkdir")
FEW = COPY.replace("'*.md'", "'page-0*.md'")
BROKEN = "raise SystemExit('no template')"


def peer(name, script=COPY, packages=()):
    def write(corpus, folder):
        put(folder, {source(page): page.body(str) for page in corpus.each()})

    def source(page):
        return f"in/page-{page.at}{'' if page.language == 'en' else '-es'}.md"

    return Peer(
        name=name,
        packages=packages,
        write=write,
        command=lambda _tools, _project: [sys.executable, "-c", script],
        source=source,
        site="out",
    )


def test_all_runs_of_all_generators_are_measured(tmp_path, capsys):
    found = race([peer("One"), peer("Two")], Corpus(3), tmp_path, repeats=2)
    assert found["failed"] == {}
    assert [tool["name"] for tool in found["tools"]] == ["One", "Two"]
    for tool in found["tools"]:
        assert tool["html"] == 6
        assert set(tool["runs"]) == {"cold", "unchanged", "edited"}
        assert all(run["cpu"] > 0 and run["peak"] > 0 for run in tool["runs"].values())
    said = [line.split(": ", 2)[2] for line in capsys.readouterr().err.splitlines()]
    once = [f"{run}: {name}" for run in ("cold", "unchanged", "edited") for name in ("One", "Two")]
    assert said == once * 2


@pytest.mark.parametrize(
    ("script", "why"),
    [(STALE, "edited sentence is not in its site"), (FEW, "wrote only 2 pages"), (BROKEN, "no t")],
)
def test_a_generator_that_does_not_make_the_site_is_named(tmp_path, script, why):
    found = race([peer("Good"), peer("Bad", script)], Corpus(3), tmp_path, repeats=1)
    assert [tool["name"] for tool in found["tools"]] == ["Good"]
    assert why in found["failed"]["Bad"]
    said = "\n".join(race_table.lines({**found, "targets": []}))
    assert "Bad did not take part: " in said
    assert "there are no ratios" in said


def test_a_generator_that_cannot_be_installed_is_left_out(tmp_path, monkeypatch, capsys):
    def refuse(_command):
        raise Failed("could not be installed: no such version")

    monkeypatch.setattr(tools, "_run", refuse)
    absent = peer("Absent", packages=("absent==1.0",))
    found = race([absent, peer("Here")], Corpus(2), tmp_path, repeats=1)
    assert found["failed"] == {"Absent": "could not be installed: no such version"}
    assert [tool["name"] for tool in found["tools"]] == ["Here"]
    assert "bench: Absent is left out: could not be installed" in capsys.readouterr().err


def test_a_tool_is_installed_once_and_again_after_a_failure(tmp_path, monkeypatch):
    ran = []
    monkeypatch.setattr(tools, "_run", ran.append)
    one = peer("One", packages=("one==1.0", "two==2.0"))
    folder = tools.installed(one, tmp_path)
    assert tools.installed(one, tmp_path) == folder
    assert [command[1:3] for command in ran] == [["-m", "venv"], ["-m", "pip"]]
    assert ran[1][-2:] == ["one==1.0", "two==2.0"]
    (folder / "installed.txt").unlink()
    assert tools.installed(one, tmp_path) == folder
    assert len(ran) == 4
    assert tools.installed(peer("One", packages=("one==1.1",)), tmp_path) != folder
    assert tools.installed(peer("Ours"), tmp_path) == tmp_path


def test_packages_of_npm_are_pinned_as_npm_wants_it(tmp_path, monkeypatch):
    ran = []
    monkeypatch.setattr(tools, "_run", ran.append)
    node = Peer("N", ("@a/b==1.0", "c==2.0"), put, list, str, "out", node=True)
    folder = tools.installed(node, tmp_path)
    assert ran == [
        ["npm", "install", "--prefix", str(folder), "--no-fund", "--no-audit", "@a/b@1.0", "c@2.0"]
    ]


def test_an_installer_that_is_not_there_is_a_reason():
    with pytest.raises(Failed, match="could not be installed"):
        tools._run([str(Path("no-such-installer"))])
    with pytest.raises(Failed, match="could not be installed: it says nothing"):
        tools._run([sys.executable, "-c", "raise SystemExit(3)"])


def tool(name, cold, unchanged, edited, *, python=True):
    costs = {"cold": cold, "unchanged": unchanged, "edited": edited}
    runs = {run: {"cpu": cpu, "wall": cpu, "peak": 100.0} for run, cpu in costs.items()}
    version = "" if name == "planpress" else f"{name.lower()} 1"
    return {
        "name": name,
        "version": version,
        "python": python,
        "runs": runs,
        "lacks": "",
        "html": 9,
    }


def test_ratios_are_to_hugo_and_the_targets_say_whether_they_hold():
    tools_ = [
        tool("planpress", 7.0, 0.1, 0.6),
        tool("Hugo", 2.0, 2.0, 2.0, python=False),
        tool("Slow", 6.0, 6.0, 6.0),
    ]
    found = {"pages": 4, "languages": 2, "repeats": 3, "failed": {}, "tools": tools_, "heavy": []}
    made = race_table.judged(found)
    assert [(one["found"], one["held"]) for one in made] == [
        (0.05, True),
        (0.3, False),
        (3.5, True),
        (7 / 6, False),
        (0, True),
    ]
    said = race_table.lines({**found, "targets": made})
    assert "| planpress | 0.05 | 0.3 | 3.5 |" in said
    assert "| slow 1 | 6.00 | 6.00 | 6.00 | 100 | 6.00 | 9 |" in said
    assert "- holds: nothing changed, times Hugo's CPU: 0.05, at most 0.0667" in said
    assert "- **does not hold**: one sentence edited, times Hugo's CPU: 0.3, at most 0.25" in said
    assert race_table.judged({**found, "tools": tools_[1:]}) == []
