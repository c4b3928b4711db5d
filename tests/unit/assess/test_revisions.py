"""What was in force on a day."""

from datetime import date
from typing import Any

import pytest
from unit.assess.measures import assess_one, measure, path

from planpress.assess.revisions import in_force
from planpress.model.period import Period
from planpress.model.rating import Rating

BECAUSE = measure().title
DAY = date(2023, 9, 1)
BEFORE, AFTER = date(2023, 8, 31), DAY


def revision(field: str, before: str | None, to: str | None, **more: str) -> dict[str, Any]:
    made = {"date": DAY.isoformat(), "field": field, "from": before, "to": to, "reason": BECAUSE}
    return {**made, **more}


def numbers(day: date, **facts: Any) -> str:
    """Return `50 in 2020-21 to 62 in 2024-25`, as in force on a day."""
    found = in_force(measure(**facts), day)
    start, target = found.baseline, found.target
    first = f"{start.value} in {start.period}" if start else "nothing"
    return f"{first} to {target.value} in {target.period}"


@pytest.mark.parametrize(
    ("one", "before"),
    [
        (revision("target", "70", "62"), "50 in 2020-21 to 70 in 2024-25"),
        (revision("target.value", "70", "62"), "50 in 2020-21 to 70 in 2024-25"),
        (revision("target.period", "2023-24", "2024-25"), "50 in 2020-21 to 62 in 2023-24"),
        (revision("baseline", "48.5", "50"), "48.5 in 2020-21 to 62 in 2024-25"),
        (revision("baseline.period", "2019-20", "2020-21"), "50 in 2019-20 to 62 in 2024-25"),
        (revision("baseline", None, "50"), "nothing to 62 in 2024-25"),
        (revision("target", None, "62"), "50 in 2020-21 to None in 2024-25"),
    ],
)
def test_a_revision_counts_from_its_day(one: dict[str, Any], before: str) -> None:
    assert numbers(BEFORE, revisions=(one,)) == before
    assert numbers(AFTER, revisions=(one,)) == "50 in 2020-21 to 62 in 2024-25"


def test_several_revisions_are_taken_back_newest_first() -> None:
    first = revision("target", "70", "66")
    second = {**revision("target", "66", "62"), "date": "2024-05-01"}
    for written in ((first, second), (second, first)):
        for day, value in (("2023-08-31", 70), ("2023-09-01", 66), ("2024-05-01", 62)):
            found = in_force(measure(revisions=written), date.fromisoformat(day))
            assert found.target.value == value


def test_a_target_that_was_given_up_was_in_force_before() -> None:
    facts = {
        "target": {"type": "none", "period": "2024-25"},
        "revisions": (revision("target", "62", None),),
    }
    assert assess_one(measure(**facts), "2021-22 53", as_of="2023-08-31").rating is Rating.G
    assert assess_one(measure(**facts), "2021-22 53", as_of="2023-09-01").state.value == "not_set"


def test_a_point_of_the_trajectory_is_taken_back_alone() -> None:
    one = revision("trajectory", "53", "52", period="2021-22")
    new = {**one, "from": None, "to": "58", "period": "2023-24"}
    facts = measure(trajectory=path(y2021="52", y2023="58"), revisions=(one, new))
    assert [(str(p.period), str(p.value)) for p in in_force(facts, BEFORE).trajectory] == [
        ("2021-22", "53")
    ]
    assert in_force(facts, AFTER) is facts


def test_today_counts_what_is_in_force_today_and_history_what_was_then() -> None:
    facts = measure(revisions=(revision("target", "90", "62"),))
    results = ("2021-22 53", "2022-23 56", "2023-24 59")
    found = assess_one(facts, *results, as_of="2024-06-30")
    assert (found.rating, found.expected) == (Rating.G, 59)
    past = {str(one.period): (one.rating, one.expected) for one in found.history}
    assert past == {
        "2021-22": (Rating.AR, 60),
        "2022-23": (Rating.AR, 70),
        "2023-24": (Rating.G, 59),
    }
    then = assess_one(facts, *results, as_of="2023-08-31")
    assert (then.latest and then.latest.period) == Period.parse("2022-23")
    assert (then.rating, then.expected) == (Rating.AR, 70)
    after = assess_one(facts, *results[:2], as_of="2023-09-01")
    assert (after.rating, after.expected) == (Rating.G, 56)


def test_a_revised_baseline_moves_the_whole_way() -> None:
    facts = measure(revisions=(revision("baseline", "46", "50"),))
    assert assess_one(facts, "2021-22 52", as_of="2023-08-31").expected == 50
    assert assess_one(facts, "2021-22 52", as_of="2023-09-01").expected == 53
