"""Whatever stands in a file, the rules about rows find problems and no bug."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.check.numbered import CODES, GENDER, row, told

from planpress.check import copies, gaps, groups, jumps, numbers, shares, totals

RULES = (
    copies.copied_groups,
    copies.copied_periods,
    gaps.missing_periods,
    groups.group_baselines,
    jumps.changed_counts,
    jumps.jumps,
    numbers.declared_codes,
    numbers.percent_values,
    numbers.period_forms,
    numbers.repeated_rows,
    numbers.valued_statuses,
    shares.fractions,
    shares.impossible_shares,
    totals.groups_and_totals,
)
PERIODS = st.one_of(
    st.sampled_from([f"{year}-{(year + 1) % 100:02d}" for year in range(2015, 2024)]),
    st.sampled_from(["2019", "2020-Q1", "2020-Q3", "2020-10-01", "2021-10-01"]),
)
NUMBERS = st.one_of(
    st.sampled_from(
        ["", "0", "1", "0.5", "100", "140", "-3", "1" + "0" * 40, "0." + "0" * 40 + "1"]
    ),
    st.decimals(0, 100, places=1).map(str),
)
BOUNDS = st.sampled_from(["", "", "", ">=", "<="])
COUNTS = st.sampled_from(["", "0", "3", "10", "17", "400", "410", "4100", "<=50", ">=9", "9" * 40])
STATUSES = st.sampled_from(["", "", "", "suppressed", "not_comparable", "preliminary"])


@st.composite
def rows(draw):
    value = draw(NUMBERS)
    return row(
        draw(PERIODS),
        value and draw(BOUNDS) + value,
        draw(COUNTS),
        draw(st.sampled_from(["", "", *CODES[:4], "Female"])),
        note=draw(st.sampled_from(["", "", "So it is"])),
        status=draw(STATUSES),
    )


@pytest.mark.parametrize("unit", ["percent", "students", "dollars"])
@settings(max_examples=60)
@given(made=st.lists(rows(), max_size=30))
def test_no_file_is_a_bug(unit, made):
    nested = {"of": "female", "codes": ("a", "b")}
    for rule in RULES:
        for problem in told(rule, made, partitions=(GENDER, nested), unit=unit):
            assert problem.message
            assert problem.hint
            assert problem.place.line <= len(made) + 1
