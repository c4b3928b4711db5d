"""Every worded field is found once, with a way that is the same in every language."""

from pathlib import Path

import pytest

from planpress.model.record import Part
from planpress.model.worded import BODY, worded_fields
from planpress.model.words import Words
from planpress.read.project import read

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def project():
    return read(ROOT / "examples" / "foothills").project


def all_words(value):
    if isinstance(value, Words):
        return [value] if value else []
    if isinstance(value, Part):
        return [w for name in type(value).model_fields for w in all_words(getattr(value, name))]
    return [w for one in value for w in all_words(one)] if isinstance(value, tuple) else []


def test_all_words_of_all_records_are_found_each_by_its_own_way(project):
    for key, record in project.worded.items():
        fields = list(worded_fields(record))
        assert len({way for way, _ in fields}) == len(fields), key
        assert {id(words) for _, words in fields} == {id(w) for w in all_words(record)}, key


def test_entries_are_named_by_their_id_and_plain_words_by_their_position(project):
    ways = {way for way, _ in worded_fields(project.tactics["early-reading"])}
    assert ("theory_of_action", "if", "1") in ways
    assert ("milestones", "choose", "title") in ways
    assert BODY in ways


def test_the_dimensions_have_words_too(project):
    assert ("dimensions", "group", "label") in {w for w, _ in worded_fields(project.dimensions)}
    assert "dimensions" in project.worded
