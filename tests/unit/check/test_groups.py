import pytest
from unit.check.told import DATA, measure, problems, told

DIMENSIONS = """---
dimensions:
  - id: group
    label: Group
    codes:
      - {id: female, label: Girls}
      - {id: male, label: Boys}
  - id: level
    label: Level
    codes: [{id: high, label: High}]
---
"""
BY_GROUP = "dimensions: [group, level]"
FOR_GROUPS = "{type: numeric, period: 2026-27, value: 62, groups: yes}"
ROWS = {
    "content/dimensions.md": DIMENSIONS,
    DATA: """period,value,n,group,level
2022-23,50,400,,
2022-23,52,200,female,
2023-24,54,410,,
2023-24,55,200,female,
""",
}


@pytest.mark.parametrize(
    "target", [FOR_GROUPS, "{type: universal, period: 2026-27}", "{type: none}"]
)
def test_groups_that_can_be_rated(alder, target):
    assert told(alder, measure(BY_GROUP, target=target), **ROWS) == []


def test_a_target_for_groups_needs_groups(alder):
    (found,) = problems(alder, measure(target=FOR_GROUPS))
    assert (found.level, found.rule) == ("error", "target-groups")
    assert (found.place.line, found.place.column) == (10, 53)
    universal = "{type: universal, period: 2026-27}"
    assert told(alder, measure(target=universal)) == []


@pytest.mark.parametrize("kind", ["none", "compound, all_of: [other]"])
def test_groups_of_a_target_that_is_no_number(alder, kind):
    found = told(alder, measure(BY_GROUP, target=f"{{type: {kind}, groups: yes}}"), **ROWS)
    assert ("warning", "target-groups", 10) in found


@pytest.mark.parametrize("target", [FOR_GROUPS, "{type: universal, period: 2026-27}"])
@pytest.mark.parametrize(
    "row",
    [
        "2023-24,53,210,male,\n",
        "2023-24,53,210,male,\n2022-23,51,100,male,high\n2022-23,51,100,,high\n",
    ],
)
def test_a_group_without_a_result_to_start_from(alder, target, row):
    files = {**ROWS, DATA: ROWS[DATA] + row}
    (found,) = problems(alder, measure(BY_GROUP, target=target), **files)
    assert (found.level, found.rule, found.place.path) == (
        "notice",
        "group-without-baseline",
        DATA,
    )
    assert found.message == "no row for 2022-23, the baseline’s period: male cannot be rated"


def test_a_hidden_result_to_start_from_is_no_fault(alder):
    data = """period,value,n,group,status
2022-23,50,400,,
2022-23,,,male,suppressed
2023-24,53,210,male,
"""
    files = {**ROWS, DATA: data}
    assert told(alder, measure("dimensions: [group]", target=FOR_GROUPS), **files) == []


@pytest.mark.parametrize(
    ("target", "start"),
    [
        ("{type: numeric, period: 2026-27, value: 62}", "baseline: {period: 2021-22, value: 50}\n"),
        (FOR_GROUPS, ""),
    ],
)
def test_where_no_group_is_to_be_rated_nothing_is_missed(alder, target, start):
    assert told(alder, measure(BY_GROUP, target=target, start=start), **ROWS) == []
