"""How the plan protects people, and by what it is split."""

import pytest
from conftest import PLAN, edited
from unit.check.number_plan import DECLARED, DIMENSIONS, NUMBERS

from planpress.check.rules import check
from planpress.read.project import read


def told(alder, changes):
    return [
        (str(p.level), p.rule, p.place.line, p.message)
        for p in check(read(alder(changes)))
        if p.rule in ("weak-privacy", "privacy-interval", "partition", "partition-circle")
    ]


def privacy(text):
    return {"content/plan.md": edited(PLAN, "contact", f"privacy: {{{text}}}\ncontact")}


@pytest.mark.parametrize("text", ["minimum_n: 5", "minimum_n: 10, minimum_interval: 10"])
def test_protection_that_is_enough(alder, text):
    assert told(alder, privacy(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("minimum_n: 4", [("warning", "weak-privacy")]),
        ("minimum_interval: 0", [("warning", "weak-privacy")]),
        ("minimum_interval: 17", [("error", "privacy-interval")]),
        ("minimum_n: 0", [("warning", "weak-privacy"), ("error", "privacy-interval")]),
    ],
)
def test_protection_that_is_weak(alder, text, expected):
    assert sorted(one[:2] for one in told(alder, privacy(text))) == sorted(expected)


def partition(text):
    new = edited(DECLARED, "{of: all, codes: [female, male]}", text)
    return {**NUMBERS, DIMENSIONS: new}


@pytest.mark.parametrize(
    "text",
    [
        "{of: all, codes: [a, b, c, d]}",
        "{of: high, of_dimension: level, codes: [a]}",
        "{of: female, of_dimension: group, codes: [c, d]}",
    ],
)
def test_partitions_that_can_be(alder, text):
    assert told(alder, partition(text)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{of: al, codes: [female, male]}", "“al” is not a code of “group”"),
        ("{of: all, of_dimension: level, codes: [a, b]}", "“all” is everyone"),
        ("{of: high, of_dimension: levl, codes: [a, b]}", "there is no dimension “levl”"),
        ("{of: hig, of_dimension: level, codes: [a, b]}", "“hig” is not a code of “level”"),
        ("{of: all, codes: [female, mal]}", "“mal” is not a code of “group”"),
        ("{of: all, codes: [female, male, female]}", "“female” stands twice"),
        ("{of: male, codes: [female, male]}", "“male” is a part of itself"),
        ("{of: all, codes: [female]}", "has only one part"),
        ("{of: all, codes: []}", "has no parts"),
    ],
)
def test_partitions_that_cannot(alder, text, said):
    (found,) = told(alder, partition(text))
    assert found[:3] == ("error", "partition", 13)
    assert said in found[3]


def test_the_same_partition_twice(alder):
    twice = "{of: all, codes: [female, male]}\n      - {of: all, codes: [male, female]}"
    ((level, rule, line, message),) = told(alder, partition(twice))
    assert (level, rule, line) == ("error", "partition", 14)
    assert message == "the same partition of “all” stands twice"


def test_circles_of_any_length(alder):
    ring = "{of: a, codes: [c, d]}\n      - {of: c, codes: [female, male]}"
    found = told(alder, partition(ring))
    assert [one[1:3] for one in found] == [("partition-circle", 15)]
