"""The rules of the house that no tool knows: small modules, honest names, light pages."""

import hashlib
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


@pytest.mark.parametrize(
    ("sheet", "limit"),
    [
        ("embed/embed.css", 2_000),
        ("search/search.css", 2_000),
        ("review/review.css", 500),
        ("rules/rules.css", 500),
    ],
)
def test_a_sheet_of_one_page_is_light_too(sheet, limit):
    assert 0 < (ROOT / "assets" / sheet).stat().st_size < limit


def test_what_is_not_ours_is_what_its_maker_published():
    library = (ROOT / "assets/search/minisearch.js").read_bytes()
    assert b"MiniSearch 7.2.0" in library
    seal = "b26400add43d78027be38ffdf9118bc8de73ed676eda5cffab29ab23176b2321"
    assert hashlib.sha256(library).hexdigest() == seal
    licence = (ROOT / "assets/search/LICENSE-minisearch.txt").read_text("utf-8")
    assert licence.startswith("Copyright 2022 Luca Ongaro")


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_templates_have_nothing_inline(file):
    text = file.read_text("utf-8")
    alone = file.name == "frame.html" and file.parent.name == "print"  # what is printed is one file
    for inline in (" style=", "<style", " onclick=", "| safe"):
        assert inline not in text or (alone and inline == "<style")
    assert "<script" not in text.replace("<script defer src=", "")


def test_nothing_in_the_code_knows_the_first_plan():
    for file in [*MODULES, *TEMPLATES, *(ROOT / "assets").glob("*.css")]:
        assert "jeffco" not in file.read_text("utf-8").lower(), file


def test_the_site_is_in_git_only_with_its_gitignore():
    assert (ROOT / "site/.gitignore").read_text("utf-8") == "*\n!.gitignore\n"
