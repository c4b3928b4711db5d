"""The guide to new numbers is true: its keys, its mapping, and what it shows."""

import re
from pathlib import Path

import pytest

from planpress.cli import main
from planpress.model.importing import ImportRecord, Numbers, Origins, Wide
from planpress.model.shapes import shapes
from planpress.read.sheet import parse_facts

ROOT = Path(__file__).resolve().parents[3]
FOOTHILLS = ROOT / "examples/foothills"
GUIDE = (ROOT / "docs/refresh.md").read_text("utf-8")
MAPPING = "content/imports/state-graduation.yaml"


def section(heading):
    return GUIDE.split(f"\n{heading}\n", 1)[1].split("\n#", 1)[0]


def first_cells(heading):
    return re.findall(r"(?m)^\| `([a-z_]+)`", section(heading))


@pytest.mark.parametrize(
    ("heading", "model"),
    [("## The mapping", ImportRecord), ("### `columns`", Origins), ("### `numbers`", Numbers)],
)
def test_the_guide_names_every_key(heading, model):
    assert first_cells(heading) == list(shapes(model))


def test_the_guide_shows_every_key_of_wide_tables():
    assert all(f"{key}:" in section("### `wide`") for key in shapes(Wide))


def test_the_guide_shows_the_mapping_of_the_example():
    shown = re.findall(r"(?ms)^```yaml\n(.+?)^```$", section("## The mapping"))[0]
    assert (FOOTHILLS / MAPPING).read_text("utf-8").endswith(f"\n\n{shown}")


@pytest.mark.parametrize("shown", re.findall(r"(?ms)^```yaml\n(\w.+?)^```$", GUIDE))
def test_the_examples_are_yaml(shown):
    assert parse_facts("x.yaml", shown)[1] == []


def test_the_guide_shows_what_the_command_says(capsys):
    command = "refresh imports/state-graduation-2025-26.csv --indicator graduation-rate"
    options = ["--project", str(FOOTHILLS), "--as-of", "2026-12-18", "--map", MAPPING]
    assert main([*command.split(), *options]) == 0
    captured = capsys.readouterr()
    assert f"```\n{captured.out}```" in GUIDE
    assert "not used: “District Name”, “Graduates”" in captured.err
