"""Rows before privacy, by the people they are about and by period."""

from planpress.model.period import Period
from planpress.model.place import Place
from planpress.model.raw import RawObservation, RawSeries
from planpress.model.series import Codes, Status
from planpress.model.value import Value

FEMALE: Codes = (("group", "female"),)


def row(period: str, value: str, line: int, codes: Codes = ()) -> RawObservation:
    return RawObservation(
        period=Period.parse(period),
        value=Value.parse(value),
        n=None,
        status=Status.PLAIN,
        codes=codes,
        note="",
        path="data/reading.csv",
        line=line,
    )


LATER, OTHER, EARLIER, AGAIN = (
    row("2024-25", "60", 2),
    row("2023-24", "48", 3, FEMALE),
    row("2023-24", "55", 4),
    row("2023-24", "56", 5),
)
SERIES = RawSeries(
    indicator="reading",
    dimensions=("group",),
    observations=(LATER, OTHER, EARLIER, AGAIN),
    place=Place("data/reading.csv", 1),
)


def test_a_row_knows_its_place():
    assert str(OTHER.place) == "data/reading.csv:3"


def test_the_rows_of_the_same_people_stand_together_by_period():
    assert SERIES.by_codes == {(): (EARLIER, AGAIN, LATER), FEMALE: (OTHER,)}


def test_of_repeated_rows_a_period_has_the_first():
    assert SERIES.by_period == {
        LATER.period: {(): LATER},
        OTHER.period: {FEMALE: OTHER, (): EARLIER},
    }
