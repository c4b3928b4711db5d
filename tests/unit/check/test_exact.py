"""Numbers as ranges of whole numbers."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from unit.check.numbered import row, series

from planpress.check.exact import ENDLESS, counts_of, scale_of, whole
from planpress.model.decimals import places
from planpress.model.value import Value


def ranges(*values, **more):
    rows = series(row("2020", value) for value in values)
    scale = scale_of(rows, **more)
    return scale.one, [tuple(scale.ranges[id(one.value)]) for one in rows.observations if one.value]


def test_a_value_stands_for_what_is_rounded_to_it():
    assert ranges("5", "5.1", "-0.25", "") == (200, [(900, 1100), (1010, 1030), (-51, -49)])
    assert ranges("5") == (2, [(9, 11)])
    assert ranges("5", "5.5", counted=True) == (20, [(100, 100), (109, 111)])


def test_a_bound_is_open_to_one_side():
    one, (least, most) = ranges(">=98", "<=10")
    assert least == (195, ENDLESS * one)
    assert most == (-ENDLESS * one, 21)


def test_how_many_people_it_can_be():
    rows = series(row("2020", "5", n) for n in ("12", "<=50", ">=9", ""))
    found = [tuple(counts_of(rows)[id(one.n)]) for one in rows.observations]
    assert found == [(12, 12), (0, 50), (9, ENDLESS), (0, ENDLESS)]


@given(st.decimals(-(10**9), 10**9, places=3), st.integers(3, 9))
def test_whole_numbers_are_exact(number, decimals):
    value = Value(number)
    assert places(value.number) == 3
    assert Decimal(whole(value, decimals)).scaleb(-decimals) == number
