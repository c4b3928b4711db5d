"""What the explorer sends to a reader: little, of our own, and nothing that is run from a text."""

import gzip
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "explore"
SCRIPTS = sorted(FOLDER.glob("*.js"))


def weight(file):
    return len(gzip.compress(file.read_bytes(), mtime=0))


def test_all_scripts_together_are_light():
    assert 0 < sum(map(weight, SCRIPTS)) < 15_000


def test_its_own_style_sheet_is_light():
    assert 0 < (FOLDER / "explore.css").stat().st_size < 5_000


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_nothing_is_run_from_a_text_and_nothing_comes_from_elsewhere(file):
    text = file.read_text("utf-8")
    risky = r"\beval\b|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|import\("
    assert not re.search(risky, text)
    assert set(re.findall(r"https?://[\w./]*", text)) <= {"http://www.w3.org/2000/svg"}
    assert text.startswith("'use strict';")


def test_what_is_saved_has_the_colours_of_the_page():
    colours = re.search(r"const OWN = \[(.*)\]", (FOLDER / "picture.js").read_text("utf-8"))[1]
    sheet = (FOLDER / "explore.css").read_text("utf-8")
    light = re.findall(r"--line-\d:(#\w+)", sheet.split("@media")[0])
    assert re.findall(r"#\w+", colours) == light
    assert len(set(light)) == 6
