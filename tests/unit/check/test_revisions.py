import pytest
from unit.check.told import measure, problems, told

EARLY = "{date: 2023-09-01, field: target, from: 58, to: 60, reason: Small}"
LATE = "{date: 2024-02-01, field: target, from: 60, to: 62, reason: More}"
POINT = "{date: 2024-02-01, field: trajectory, period: 2024-25, from: 55, to: 56, reason: So}"


def revisions(*written: str) -> tuple[str, ...]:
    """Return revisions; the first stands on line 12."""
    return ("revisions:", *(f"  - {one}" for one in written))


WAY = "trajectory: [{period: 2024-25, value: 56}]"


@pytest.mark.parametrize(
    "keys",
    [
        revisions(EARLY, LATE),
        revisions(LATE.replace("target", "target.value")),
        revisions(LATE.replace("60", "60.0").replace("62", "62.00")),
        revisions("{date: 2030-01-01, field: target, from: 60, to: 62, reason: Announced}"),
        revisions("{date: 2024-01-01, field: baseline, to: 50, reason: Now known}"),
        revisions(
            "{date: 2024-01-01, field: target.period, from: 2025-26, to: 2026-27, reason: Later}"
        ),
        revisions(
            "{date: 2024-01-01, field: baseline.period, from: 2021-22, to: 2022-23, reason: New}",
            "{id: b, date: 2024-01-01, field: baseline, from: 48, to: 50, reason: New}",
        ),
        (*revisions(POINT), WAY),
        revisions(POINT.replace(", to: 56", "")),
        revisions(
            POINT.replace("56", "57"),
            POINT.replace("02-01", "03-01").replace("from: 55, to: 56", "from: 57"),
        ),
        revisions(
            "{date: 2024-01-01, field: target.period, from: 2028-29, to: 2026-27, reason: Sooner}",
            POINT.replace("2024-25", "2027-28").replace(", to: 56", ""),
        ),
    ],
)
def test_revisions_that_fit(alder, keys):
    assert told(alder, measure(*keys)) == []


@pytest.mark.parametrize(
    ("keys", "rule", "line", "said"),
    [
        (
            revisions(LATE, EARLY),
            "revision-order",
            13,
            "2023-09-01 stands after that of 2024-02-01",
        ),
        (
            revisions(EARLY.replace("60", "59"), LATE),
            "revision-chain",
            13,
            "“target” was 60 here, but 59 since the revision on line 12",
        ),
        (
            revisions(EARLY),
            "revision-chain",
            12,
            "“target” is 60 since 2023-09-01, but 62 in the measure’s own keys",
        ),
        (
            revisions("{date: 2024-01-01, field: baseline, from: 50, reason: Withdrawn}"),
            "revision-chain",
            12,
            "“baseline” is not set since 2024-01-01, but 50",
        ),
        (
            revisions(
                "{date: 2024-01-01, field: target.period, from: 2026-27, to: 2027-28, reason: So}"
            ),
            "revision-chain",
            12,
            "“target.period” is 2027-28 since 2024-01-01, but 2026-27",
        ),
        (
            revisions(POINT),
            "revision-chain",
            12,
            "“trajectory” of 2024-25 is 56 since 2024-02-01, but not set",
        ),
        (
            revisions(POINT.replace("2024-25", "2027-28").replace(", to: 56", "")),
            "revision-period",
            12,
            "2027-28 was never on the way",
        ),
        (
            revisions(POINT.replace("2024-25", "2021-22").replace(", to: 56", "")),
            "revision-period",
            12,
            "2021-22 was never on the way",
        ),
        (
            revisions(POINT.replace("2024-25", "2024").replace(", to: 56", "")),
            "period-form",
            12,
            "2024 is a year, 2022-23 is a school year",
        ),
        (
            revisions(
                "{date: 2024-01-01, field: target.period, from: 2025, to: 2026-27, reason: So}"
            ),
            "period-form",
            12,
            "2025 is a year",
        ),
    ],
)
def test_revisions_that_do_not(alder, keys, rule, line, said):
    (found,) = problems(alder, measure(*keys))
    assert (found.level, found.rule, found.place.line) == ("error", rule, line)
    assert said in found.message
    assert found.hint


def test_a_revision_of_a_baseline_that_is_not_there(alder):
    keys = revisions("{date: 2024-01-01, field: baseline, from: 48, to: 50, reason: Mended}")
    (found,) = problems(alder, measure(*keys, start=""))
    assert (found.rule, found.place.line) == ("revision-chain", 11)
    assert "“baseline” is 50 since 2024-01-01, but not set" in found.message


def test_two_revisions_of_one_number_on_one_day(alder):
    same = LATE.replace("{", "{id: b, ").replace("date: 2024-02-01", "date: 2023-09-01")
    (found,) = problems(alder, measure(*revisions(EARLY, same)))
    assert (found.rule, found.place.line) == ("repeated-revision", 13)
    assert found.message == "“target” is revised on 2023-09-01 on line 12 too"


def test_one_day_may_revise_two_points(alder):
    way = "trajectory: [{period: 2024-25, value: 56}, {period: 2025-26, value: 56}]"
    other = POINT.replace("2024-25", "2025-26").replace("{", "{id: b, ")
    assert told(alder, measure(*revisions(POINT, other), way)) == []
