from datetime import date

import pytest
from pydantic import ValidationError
from unit.model.written import stocktake

from planpress.model.rating import Rating
from planpress.model.stocktake import Held
from planpress.model.words import Words

WORDS = Words({"en": "So."})


def test_the_least_that_a_stocktake_says() -> None:
    found = stocktake()
    assert (found.date, found.status, found.judged) == (date(2024, 5, 1), Held.HELD, None)
    assert not found.title
    assert found.actions == ()


@pytest.mark.parametrize("rating", Rating)
def test_a_judged_rating_needs_its_reasons(rating: Rating) -> None:
    assert stocktake(judged=rating.value, rationale=WORDS).judged is rating
    with pytest.raises(ValidationError, match="add “rationale”"):
        stocktake(judged=rating.value)


def test_reasons_need_no_rating() -> None:
    assert stocktake(rationale=WORDS).judged is None


def test_an_action_says_what_is_done_by_whom_and_when() -> None:
    action = {"id": "hire", "title": WORDS, "owner": WORDS, "due": "2024-09-01"}
    (found,) = stocktake(actions=(action,)).actions
    assert (found.owner, found.due, found.done) == (WORDS, date(2024, 9, 1), None)


@pytest.mark.parametrize(
    "facts",
    [{"status": "done"}, {"judged": "A", "rationale": WORDS}, {"presentation": {"file": "x.pdf"}}],
)
def test_what_cannot_be(facts: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        stocktake(**facts)


@pytest.mark.parametrize(
    ("as_of", "late"),
    [("2026-09-30", 0), ("2026-10-01", 0), ("2026-10-02", 2), ("2026-10-03", 1)],
)
def test_an_action_is_late_the_day_after_until_it_is_done(as_of: str, late: int) -> None:
    actions = (
        {"id": "a", "title": WORDS, "due": "2026-10-01"},
        {"id": "b", "title": WORDS, "due": "2026-10-01", "done": "2026-10-03"},
        {"id": "c", "title": WORDS},
    )
    assert stocktake(actions=actions).late(date.fromisoformat(as_of)) == late
