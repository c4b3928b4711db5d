"""Names are found in a text exactly where one pattern of all of them finds them."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planpress.audit import names as names_of
from planpress.audit.names import Names

SIGNS = st.text("ab1 -%(é·_", max_size=6)
OTHERS = [f"z{at}" for at in range(20)]
"""Names that are in no text: of many, other ways lead to those that are."""
LISTED = st.lists(SIGNS.map(str.strip), max_size=24)


@given(LISTED, SIGNS, st.lists(SIGNS, max_size=40))
@example(["a", "a b"], "-", ["a b"])
@example(["a-b", "b"], " ", ["a-ba", "b"])
@example(["(a", "a"], "", ["((a"])
def test_they_are_found_as_one_pattern_finds_them(listed, between, parts):
    text = between.join([*parts, *listed[:2]])
    longest = sorted(filter(None, listed), key=len, reverse=True)
    either = "|".join(map(re.escape, longest)) or r"(?!)"
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)")
    for names in (Names(listed), Names([*listed, *OTHERS])):
        for written in (text, f"{text} {'.' * 80}"):  # short texts are remembered
            found = tuple((match.start(), match[0]) for match in pattern.finditer(written))
            assert names.found(written) == found
            assert names.without(written) == pattern.sub(" · ", written)
            assert names.within(written) == bool(found)


@pytest.mark.parametrize("number", [40, 4000])
def test_many_names_are_looked_for_no_more_often_than_a_few(number, monkeypatch):
    names = Names(f"share of students of school {at}" for at in range(number))
    looked_for = []
    monkeypatch.setattr(names_of, "_holds", lambda _, name: looked_for.append(name))
    names.within(
        "students of each school: the share of them is 7 percent of all that there are. " * 9
    )
    assert looked_for == ["share of students of school 7"]
    assert max(map(len, names._having.values())) == 1
