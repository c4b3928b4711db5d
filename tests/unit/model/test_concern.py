import pytest

from planpress.model.assessment import Assessment, State
from planpress.model.concern import Concern, concern
from planpress.model.rating import Rating


@pytest.mark.parametrize(
    ("state", "rating", "expected"),
    [
        (State.RATED, Rating.R, Concern.OFF_TRACK),
        (State.RATED, Rating.AR, Concern.OFF_TRACK),
        (State.RATED, Rating.AG, Concern.ON_TRACK),
        (State.RATED, Rating.G, Concern.ON_TRACK),
        (State.MET, Rating.G, Concern.ON_TRACK),
        (State.NOT_MET, Rating.AG, Concern.OFF_TRACK),
        (State.NOT_MET, Rating.R, Concern.OFF_TRACK),
        (State.NOT_MET, None, Concern.OFF_TRACK),
        (State.LATE, None, Concern.OFF_TRACK),
        (State.DONE, None, Concern.ON_TRACK),
        (State.DUE_LATER, None, Concern.WAITING),
        (State.OVERDUE, None, Concern.OVERDUE),
        (State.NOT_SET, None, Concern.NOT_SET),
        (State.HIDDEN, None, Concern.WAITING),
        (State.NOT_COMPARABLE, None, Concern.WAITING),
        (State.NOT_DUE, None, Concern.WAITING),
        (State.INCOMPLETE, None, Concern.WAITING),
    ],
)
def test_under_which_heading_a_measure_is_shown(
    state: State, rating: Rating | None, expected: Concern
) -> None:
    assert concern(Assessment(indicator="reading", state=state, rule=8, rating=rating)) is expected


@pytest.mark.parametrize("state", State)
def test_every_state_has_a_heading(state: State) -> None:
    for rating in (None, *Rating):
        assert concern(Assessment(indicator="x", state=state, rule=8, rating=rating)) in Concern


def test_what_is_overdue_is_never_on_track() -> None:
    for rating in (None, *Rating):
        found = concern(Assessment(indicator="x", state=State.OVERDUE, rule=5, rating=rating))
        assert found is Concern.OVERDUE
