from planpress.model.assessment import Assessment, State
from planpress.model.rating import Rating
from planpress.model.tally import Tally


def rated(rating: Rating | None) -> Assessment:
    state = State.RATED if rating else State.OVERDUE
    return Assessment(indicator="reading", state=state, rule=8, rating=rating)


def test_counts_from_green_to_red_and_unrated_apart() -> None:
    found = Tally.of(
        rated(one) for one in (Rating.R, None, Rating.G, Rating.R, None, None, Rating.AG)
    )
    assert found.by_rating == ((Rating.G, 1), (Rating.AG, 1), (Rating.AR, 0), (Rating.R, 2))
    assert (found.unrated, found.total) == (3, 7)


def test_of_nothing() -> None:
    assert (Tally.of([]).total, Tally.of([]).unrated) == (0, 0)
