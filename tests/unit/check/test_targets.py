import pytest
from unit.check.told import measure, problems, told


@pytest.mark.parametrize(
    "target",
    [
        "{type: numeric, period: 2026-27, value: 0}",
        "{type: universal, period: 2026-27}",
        "{type: none}",
    ],
)
def test_targets_that_are_whole(alder, target):
    assert told(alder, measure(target=target)) == []


@pytest.mark.parametrize(
    ("target", "missing"),
    [
        ("{type: numeric, value: 62}", ["period"]),
        ("{type: numeric}", ["period", "value"]),
        ("{type: universal, value: 100}", ["period"]),
        ("{type: compound}", ["all_of"]),
        ("{type: process}", ["milestones"]),
    ],
)
def test_what_each_type_needs(alder, target, missing):
    found = problems(alder, measure(target=target))
    assert [(p.level, p.rule, p.place.line) for p in found] == [
        ("error", "target-parts", 10)
    ] * len(missing)
    for name, problem in zip(missing, found, strict=True):
        assert name in problem.message


@pytest.mark.parametrize("end", ["2022-23", "2021-22"])
def test_a_target_comes_after_its_baseline(alder, end):
    target = f"{{type: numeric, period: {end}, value: 62}}"
    assert told(alder, measure(target=target)) == [("error", "period-order", 10)]


def test_target_and_breaks_are_in_the_form_of_the_baseline(alder):
    (found,) = problems(alder, measure(target="{type: numeric, period: 2026, value: 62}"))
    assert (found.rule, found.place.line, found.place.column) == ("period-form", 10, 25)
    assert found.message == "2026 is a year, 2022-23 is a school year"
    cut = "breaks: [{before: 2025, reason: A new test.}]"
    assert told(alder, measure(cut)) == [("error", "period-form", 11)]
    assert told(alder, measure(cut.replace("2025", "2025-26"))) == []


def test_without_a_baseline_the_target_gives_the_form(alder):
    found = told(alder, measure(start="", target="{type: numeric, period: 2026, value: 62}"))
    assert found == [("error", "period-form", 2), ("error", "period-form", 3)]


@pytest.mark.parametrize(
    "keys",
    [
        "benchmarks: [{name: Oak, period: 2023-24, value: 101, source: Oak}]",
        "revisions: [{date: 2024-02-01, field: target, from: 162, to: 62, reason: Mended}]",
        "trajectory: [{period: 2024-25, value: -1}]",
    ],
)
def test_every_share_of_the_plan_is_looked_at(alder, keys):
    assert told(alder, measure(keys)) == [("error", "percent-range", 11)]
    assert told(alder, measure(keys, unit="dollars")) == []
