from datetime import date

import pytest
from unit.render.sample import row

from planpress.model.assessment import State
from planpress.model.change import Change, Entry, RowKey
from planpress.model.move import Known, Move
from planpress.model.period import Period
from planpress.model.rating import Rating
from planpress.model.series import Status
from planpress.model.value import Value
from planpress.refresh.words import people, published, said, tally

KEY = RowKey((("group", "female"), ("level", "high")), Period.parse("2024-25"))
SHOWN, OTHER = Entry(Value.parse("50"), Value.parse("20")), Entry(Value.parse("60"))
HIDDEN = Entry(status=Status.SUPPRESSED)


def known(rating, period="2024-25", value="84.6", state=State.RATED):
    told = row(period, value)
    return Known(state=state, rating=rating, period=told.period, value=told.value)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (known(Rating.AG), known(Rating.G, value="86.0"), "AG -> G (84.6 -> 86.0 for 2024-25)"),
        (
            known(Rating.G, "2023-24"),
            known(Rating.G),
            "G as before (84.6 for 2023-24 -> 84.6 for 2024-25)",
        ),
        (known(Rating.AG), known(Rating.G), "AG -> G (84.6 for 2024-25)"),
        (known(Rating.AG), Known(state=State.HIDDEN), "AG -> hidden"),
        (Known(state=State.NOT_SET), Known(state=State.NOT_DUE), "not set -> not due"),
        (None, Known(state=State.NOT_SET), "nothing -> not set"),
    ],
)  # fmt: skip
def test_a_move_in_one_line(before, after, words):
    move = Move(indicator="rate", day=date(2026, 1, 5), before=before, after=after)
    assert said(move) == f"rate: {words}"


@pytest.mark.parametrize(
    ("before", "after", "sides"),
    [
        (SHOWN, OTHER, ("50 (n 20)", "60")),
        (None, HIDDEN, ("", "(hidden)")),
        (SHOWN, HIDDEN, ("", "(hidden)")),
        (HIDDEN, SHOWN, ("(hidden)", "50 (n 20)")),
        (SHOWN, None, ("", "")),
        (OTHER._replace(note="a"), OTHER._replace(note="b"), ("60 “a”", "60 “b”")),
        (Entry(status=Status.NOT_ADMINISTERED), OTHER, ("not administered", "60")),
    ],
)
def test_what_readers_are_told_of_a_row(before, after, sides):
    assert published(Change(KEY, before, after)) == sides


def test_people_and_counts():
    assert people(KEY) == "female, high"
    assert people(RowKey((), KEY.period)) == "all"
    rows = [Change(KEY, SHOWN, HIDDEN), Change(KEY, None, SHOWN), Change(KEY, SHOWN, None)]
    assert tally(rows, 5) == {"added": 1, "changed": 1, "removed": 1, "as_before": 5}
