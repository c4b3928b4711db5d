import pytest
from unit.check.told import measure, problems, told


def points(*written: str) -> tuple[str, ...]:
    """Return a trajectory from `2024-25 55`; its first point stands on line 12."""
    found = (line.split() for line in written)
    return (
        "trajectory:",
        *(f"  - {{period: {period}, value: {value}}}" for period, value in found),
    )


@pytest.mark.parametrize(
    "keys",
    [
        points("2023-24 53", "2025-26 60"),
        points("2022-23 50.0", "2024-25 53", "2026-27 62"),
        (*points("2024-25 53"), "shape: linear"),
        (*points("2024-25 53"), "shape: step"),
        ("shape: step",),
        ("shape: linear", "starts: 2024-25"),
        ("starts: 2022-23",),
        ("starts: 2025-26",),
        (*points("2022-23 50", "2025-26 58"), "shape: linear", "starts: 2024-25"),
        (*points("2024-25 50", "2025-26 58"), "shape: linear", "starts: 2024-25"),
    ],
)
def test_ways_that_can_be_gone(alder, keys):
    assert told(alder, measure(*keys)) == []


def test_a_universal_target_is_met_at_100_percent(alder):
    target = "{type: universal, period: 2026-27}"
    assert told(alder, measure(*points("2026-27 100"), target=target)) == []
    found = told(alder, measure(*points("2026-27 99"), target=target))
    assert found == [("error", "trajectory-end", 12)]


@pytest.mark.parametrize(
    ("keys", "rule", "line", "said"),
    [
        (points("2024 55"), "period-form", 12, "2024 is a year, 2022-23 is a school year"),
        (points("2024-25 55", "2024-25 55"), "period-order", 13, "does not come after 2024-25"),
        (points("2025-26 55", "2023-24 52"), "period-order", 13, "does not come after 2025-26"),
        (points("2021-22 49"), "period-order", 12, "before the baseline’s period, 2022-23"),
        (points("2027-28 65"), "period-order", 12, "after the target’s period, 2026-27"),
        (
            points("2022-23 51"),
            "trajectory-end",
            12,
            "the baseline’s own period: 51 here, 50 there",
        ),
        (points("2026-27 61"), "trajectory-end", 12, "the target’s own period: 61 here, 62 there"),
        (("starts: 2021-22",), "delayed-start", 11, "before the baseline"),
        (("starts: 2026-27",), "delayed-start", 11, "not before the target"),
        (("starts: 2027-28",), "delayed-start", 11, "not before the target"),
        (("starts: 2024",), "period-form", 11, "2024 is a year"),
        (
            (*points("2024-25 55"), "shape: linear", "starts: 2024-25"),
            "delayed-start",
            12,
            "2024-25 is not after the start",
        ),
        (
            (*points("2023-24 50"), "shape: linear", "starts: 2024-25"),
            "delayed-start",
            12,
            "2023-24 is not after the start",
        ),
    ],
)
def test_ways_that_contradict_themselves(alder, keys, rule, line, said):
    (found,) = problems(alder, measure(*keys))
    assert (found.level, found.rule, found.place.line) == ("error", rule, line)
    assert said in found.message
    assert found.hint


@pytest.mark.parametrize(
    "target", ["{type: none}", "{type: compound, all_of: [grade-4]}", "{type: process}"]
)
@pytest.mark.parametrize(
    "keys", [("shape: linear",), ("shape: step",), ("starts: 2024-25",), points("2024-25 55")]
)
def test_only_a_number_has_a_way(alder, keys, target):
    found = told(alder, measure(*keys, target=target))
    assert [one for one in found if one[0] == "warning"] == [("warning", "trajectory-unused", 11)]


def test_a_target_for_everyone_that_is_no_share_needs_a_number_to_have_a_way(alder):
    target = "{type: universal, period: 2026-27}"
    found = told(alder, measure("shape: linear", target=target, unit="students"))
    assert found == [("warning", "trajectory-unused", 11)]


@pytest.mark.parametrize(
    "keys",
    [
        ("starts: 2024-25", "shape: step"),
        ("starts: 2024-25", *points("2025-26 58")),
        ("starts: 2024-25", "shape: step", *points("2025-26 58")),
    ],
)
def test_a_start_that_nothing_uses(alder, keys):
    assert told(alder, measure(*keys)) == [("warning", "starts-unused", 11)]


def test_points_without_a_baseline_are_still_ordered(alder):
    found = told(alder, measure(*points("2025-26 55", "2023-24 53"), start=""))
    assert found == [("error", "period-order", 12)]
