"""The rules of the house that no tool knows: small modules, honest names, light pages."""

import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "planpress").rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def lines(file):
    return len(file.read_text("utf-8").splitlines())


def test_modules_are_small():
    lengths = {file.name: lines(file) for file in MODULES if file.name != "__init__.py"}
    assert {name: length for name, length in lengths.items() if length > 250} == {}
    assert statistics.median(lengths.values()) <= 100


def test_no_module_is_a_dumping_ground():
    names = {file.stem for file in MODULES}
    assert names.isdisjoint({"utils", "util", "helpers", "helper", "manager", "base", "common"})


def test_every_module_and_package_says_what_it_is():
    silent = [file for file in MODULES if not file.read_text("utf-8").startswith('"""')]
    assert silent == []


def test_the_style_sheets_are_light():
    sheets = [file.stat().st_size for file in (ROOT / "assets").glob("*.css")]
    assert 0 < sum(sheets) < 12_000


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_templates_have_nothing_inline(file):
    text = file.read_text("utf-8")
    for inline in (" style=", "<style", "<script", " onclick=", "| safe"):
        assert inline not in text


def test_nothing_in_the_code_knows_the_first_plan():
    for file in [*MODULES, *TEMPLATES, *(ROOT / "assets").glob("*.css")]:
        assert "jeffco" not in file.read_text("utf-8").lower(), file


def test_the_site_is_in_git_only_with_its_gitignore():
    assert (ROOT / "site/.gitignore").read_text("utf-8") == "*\n!.gitignore\n"
