"""The tiny plan with numbers of seven years by group: good as they stand, and spoilt by rule."""

from conftest import INDICATOR, INDICATOR_ES, PLAN, edited

GRADE_3 = "content/indicators/grade-3.md"
DATA = "data/grade-3.csv"
DIMENSIONS = "content/dimensions.md"

DECLARED = """---
dimensions:
  - id: group
    label: Group
    codes:
      - {id: female, label: Girls}
      - {id: male, label: Boys}
      - {id: a, label: A}
      - {id: b, label: B}
      - {id: c, label: C}
      - {id: d, label: D}
    partitions:
      - {of: all, codes: [female, male]}
      - {of: female, codes: [a, b]}
  - id: level
    label: Level
    codes: [{id: high, label: High}]
    partitions:
      - {of: male, of_dimension: group, codes: [high]}
---
"""
COUNTED = edited(INDICATOR, "unit: percent", "unit: students")
BY_GROUP = edited(INDICATOR, "sources:", "dimensions: [group]\nsources:")
ROWS = """period,value,n,group,note
2017-18,49.0,400,,
2018-19,49.5,400,,
2019-20,49.0,402,,
2020-21,49.8,402,,
2021-22,49.5,400,,
2022-23,50,400,,
2023-24,54.1,410,,
2023-24,55.0,200,female,
2023-24,53.3,210,male,
"""
NUMBERS = {DIMENSIONS: DECLARED, GRADE_3: BY_GROUP, DATA: ROWS}
"""A plan whose numbers nobody doubts."""

READERS = edited(
    edited(COUNTED, "{period: 2022-23, value: 50}", "{period: 2022-23, value: 200}"),
    "sources:",
    "related:\n  - {indicator: grade-3, as_its: numerator}\nsources:",
)
RELATED = {
    **NUMBERS,
    "content/indicators/readers.md": READERS,
    "content/indicators/readers.es.md": INDICATOR_ES,
    "data/readers.csv": "period,value\n2022-23,200\n2023-24,222\n",
    "content/plan.md": edited(
        PLAN, "contact", "privacy: {minimum_n: 10, minimum_interval: 3}\ncontact"
    ),
}


def rows(old: str, new: str) -> dict[str, str]:
    """Return the plan with one row of its numbers changed."""
    return {**NUMBERS, DATA: edited(ROWS, old, new)}


def declared(old: str, new: str) -> dict[str, str]:
    """Return the plan with another declaration of its groups."""
    return {**NUMBERS, DIMENSIONS: edited(DECLARED, old, new)}


def related(text: str) -> dict[str, str]:
    """Return the plan with a measure that is related in another way."""
    return {**RELATED, "content/indicators/readers.md": edited(READERS, "grade-3", text)}


BAD = {
    "jumps": (rows("54.1", "84.1"), "jump", 8, "84.1 comes after 50 in 2022-23"),
    "changed_counts": (
        rows("2022-23,50,400", "2022-23,50,40"),
        "n-changed",
        7,
        "n is 40; in 2021-22 it was 400 (line 6)",
    ),
    "missing_periods": (
        rows("2020-21,49.8,402,,\n", ""),
        "missing-period",
        5,
        "no row of 2020-21 for everyone",
    ),
    "groups_and_totals": (
        rows("53.3", "51.4"),
        "groups-total",
        8,
        "female (line 9) and male (line 10) have 53.16 together (weighted by n), but everyone 54.1",
    ),
    "impossible_shares": (
        rows("55.0,200", "55.2,200"),
        "share-of-n",
        9,
        "55.2 of female is not a share of 200 people: 110 of them are 55.00, 111 of them are 55.50",
    ),
    "fractions": (
        {**NUMBERS, DATA: "period,value\n2022-23,0.5\n2023-24,0.541\n"},
        "fraction",
        2,
        "all values of the file",
    ),
    "copied_periods": (
        {
            **NUMBERS,
            DATA: "period,value,group\n2022-23,50,\n2022-23,52,female\n2022-23,48,male\n"
            "2023-24,48,male\n2023-24,50,\n2023-24,52,female\n",
        },
        "copied-period",
        5,
        "all 3 rows of 2023-24 repeat those of 2022-23",
    ),
    "copied_groups": (
        {
            **NUMBERS,
            DATA: "period,value,group\n" + "".join(f"2023-24,51.2,{code}\n" for code in "abcd"),
        },
        "copied-groups",
        2,
        "all 4 values of 2023-24 by group are 51.2",
    ),
    "related_measures": (related("grade-4"), "dangling-reference", 12, "grade-4"),
    "related_circles": (
        {
            **RELATED,
            GRADE_3: edited(
                BY_GROUP,
                "sources:",
                "related:\n  - {indicator: readers, as_its: denominator}\nsources:",
            ),
        },
        "related-circle",
        12,
        "“grade-3” → “readers” → “grade-3”",
    ),
    "weak_privacy": (
        {"content/plan.md": edited(PLAN, "contact", "privacy: {minimum_n: 4}\ncontact")},
        "weak-privacy",
        17,
        "4 people",
    ),
    "partitions": (declared("[female, male]", "[female, mal]"), "partition", 13, "mal"),
    "partition_circles": (
        declared("[a, b]}", "[a, b]}\n      - {of: a, codes: [female, c]}"),
        "partition-circle",
        15,
        "“a” is divided into parts",
    ),
}
"""What breaks each rule: the files, the problem's name, its line, and words of its message."""
