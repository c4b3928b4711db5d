"""Which rows hang together."""

from unit.audit.planted import plan, reading

from planpress.audit.claim import Cell, Row
from planpress.audit.ties import Tie, ties
from planpress.model.indicator import Kinship
from planpress.model.period import Period
from planpress.model.value import Value

FEMALE, MALE = (("group", "female"),), (("group", "male"),)
SHOWN, HIDDEN, EMPTY = Row(Value.parse("50"), Value.parse("40")), Row(hidden=True), Row()


def cell(codes=(), name="reading", period="2023-24"):
    return Cell(name, Period.parse(period), codes)


def test_parts_of_a_total():
    rows = {cell(): SHOWN, cell(FEMALE): SHOWN, cell(MALE): HIDDEN}
    assert list(ties(plan(), rows)) == [Tie(cell(), (cell(FEMALE), cell(MALE)))]


def test_a_part_that_was_not_measured_leaves_the_sum_open():
    rows = {cell(): SHOWN, cell(FEMALE): SHOWN, cell(MALE): EMPTY}
    assert list(ties(plan(), rows)) == [Tie(cell(), (cell(FEMALE),), whole=False)]


def test_a_total_that_was_not_measured_ties_nothing():
    assert list(ties(plan(), {cell(): EMPTY, cell(FEMALE): SHOWN, cell(MALE): HIDDEN})) == []


def related(as_its):
    facts = {"related": [{"indicator": "reading", "as_its": as_its}]}
    return plan(reading(), reading("other", **facts))


def test_a_measure_that_counts_the_people_of_another():
    rows = {cell(): SHOWN, cell(name="other"): HIDDEN, cell(name="other", period="2022-23"): SHOWN}
    found = list(ties(related("denominator"), rows))
    assert found == [Tie(cell(), (cell(name="other"),), Kinship.DENOMINATOR)]


def test_periods_of_a_year():
    quarters = [f"2024-Q{n}" for n in (1, 2, 3, 4)]
    rows = {cell(period="2024"): SHOWN}
    rows |= {cell(name="other", period=quarter): HIDDEN for quarter in quarters}
    cells = tuple(cell(name="other", period=quarter) for quarter in quarters)
    assert list(ties(related("part"), rows)) == [Tie(cell(period="2024"), cells)]
    del rows[cells[0]]
    assert list(ties(related("part"), rows)) == [Tie(cell(period="2024"), cells[1:], whole=False)]
