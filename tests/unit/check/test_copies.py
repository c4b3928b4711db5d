"""Numbers that look as if they were copied."""

import pytest
from unit.check.numbered import row, told

from planpress.check.copies import copied_groups, copied_periods

GROUPS = ("", "female", "male")


def period(when, *values, groups=GROUPS, **more):
    return [
        row(when, value, "200", group, **more) for value, group in zip(values, groups, strict=False)
    ]


THEN = period("2022-23", "50", "52", "48")


def test_a_period_that_repeats_the_one_before():
    (found,) = told(copied_periods, [*THEN, *period("2023-24", "50", "52", "48")])
    assert (found.level, found.rule, found.place.line) == ("warning", "copied-period", 5)
    assert found.message == "all 3 rows of 2023-24 repeat those of 2022-23"
    assert "begin on line 2" in found.hint
    (found,) = told(copied_periods, [*THEN, *period("2023-24", "50", "52", "48", note="So it is")])
    assert found.level == "notice"


@pytest.mark.parametrize(
    "now",
    [
        period("2023-24", "50", "52", "49"),
        period("2023-24", "50", "52"),
        period("2023-24", "50", "52", "48", groups=("", "female", "a")),
        [*period("2023-24", "50", "52"), row("2023-24", "48", "201", "male")],
        [],
    ],
)
def test_a_period_of_its_own(now):
    assert told(copied_periods, [*THEN, *now]) == []


def test_a_level_that_is_held_is_no_copy():
    rows = [*period("2022-23", "100", "100", "100"), *period("2023-24", "100", "100", "100")]
    assert told(copied_periods, rows) == []
    two = [*period("2022-23", "50", "52"), *period("2023-24", "50", "52")]
    assert told(copied_periods, two) == []
    hidden = [row(when, "", "", g) for when in ("2022-23", "2023-24") for g in GROUPS]
    assert told(copied_periods, hidden) == []


def by_group(*values, **facts):
    rows = [row("2023-24", value, "", group) for value, group in zip(values, "abcde", strict=False)]
    return told(copied_groups, [row("2023-24", "61"), *rows], **facts)


def test_groups_that_all_have_the_same_share():
    (found,) = by_group("51.2", "51.2", "51.2", "51.2")
    assert (found.level, found.rule, found.place.line) == ("warning", "copied-groups", 3)
    assert found.message == "all 4 values of 2023-24 by group are 51.2"


@pytest.mark.parametrize(
    "values",
    [
        ("51.2", "51.2", "51.2"),
        ("51.2", "51.2", "51.2", "51.2", "51.3"),
        ("0", "0", "0", "0"),
        ("100", "100", "100", "100"),
        (">=95", ">=95", ">=95", ">=95"),
        ("", "", "", ""),
    ],
)
def test_groups_that_may_be_the_same(values):
    assert by_group(*values) == []


def test_only_shares_are_looked_at():
    assert by_group("51", "51", "51", "51", unit="students") == []
