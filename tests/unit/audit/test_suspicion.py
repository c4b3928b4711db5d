"""A page is suspicious wherever in it a measure and people are named."""

from html import unescape
from random import Random

import pytest

from planpress.audit import suspicion
from planpress.audit.names import Names, folded
from planpress.audit.suspicion import suspicious
from planpress.audit.vocabulary import Telling

TELLING = Telling(
    frozenset({"maths"}), Names(["female", "low income"]), Names(["maths in grade 3"])
)
PARTS = ("Maths in ", "grade 3", "grade", " Low", "&nbsp;income", " income", "<b>", "</b>", "\n")


@pytest.mark.parametrize("stretch", [1, 3, 7, 20, 8000])
def test_no_name_is_lost_between_two_stretches(
    stretch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suspicion, "_STRETCH", stretch)
    for gap in range(30):
        between = "a " * gap
        assert suspicious(f"{between}Maths in\n  grade 3 {between}Low&nbsp;income", TELLING)
        assert suspicious(f"<p>female</p>{between}<p>Maths in grade&#32;3", TELLING)
        assert not suspicious(f"{between}Maths in grade 30 {between}female", TELLING)
        assert not suspicious(f"{between}Maths in grade 3 {between}females", TELLING)


@pytest.mark.parametrize("stretch", [1, 5, 12])
def test_in_stretches_the_same_is_found_as_in_a_whole_page(
    stretch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suspicion, "_STRETCH", stretch)
    random, found = Random(stretch), 0
    for _ in range(600):
        page = "".join(random.choices(PARTS, k=random.randint(3, 30))) + random.choice(
            ("", "female")
        )
        whole = folded(unescape(page))
        bare = folded(suspicion._TAG.sub(" ", unescape(page)))
        people = TELLING.people.within(whole) or TELLING.people.within(bare)
        assert suspicious(page, TELLING) == (TELLING.measures.within(whole) and people)
        found += suspicious(page, TELLING)
    assert 0 < found < 600


def test_people_whose_name_holds_markup_are_named() -> None:
    assert suspicious("Maths in grade 3: low <b>income</b>", TELLING)
