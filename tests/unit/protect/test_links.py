"""What is proved at once: totals of two small schools, and only if they can change places."""

import pytest

from planpress.protect.ledger import HIDDEN, SHOWN, Ledger, frame
from planpress.protect.links import unproved

A, B, EVERYONE = 0, 1, 2
SEXES, INCOMES = (3, 4, 5, 6), (9, 10, 11, 12)
SUMS = (
    (EVERYONE, (A, B), True),
    *((A, (3, 4), True), (B, (5, 6), True), (7, (3, 5), True), (8, (4, 6), True)),
    (EVERYONE, (7, 8), True),
    *((A, (9, 10), True), (B, (11, 12), True), (13, (9, 11), True), (14, (10, 12), True)),
    (EVERYONE, (13, 14), True),
)
"""Two schools and everyone, by sex and by income: (total, parts, whole)."""


def ledger(*hidden: int, few: tuple[int, ...] = ()) -> Ledger:
    kind = [HIDDEN if cell in hidden else SHOWN for cell in range(15)]
    counts = [1 if cell in few else 10 for cell in range(15)]
    return Ledger(frame(15, SUMS), kind, counts, list(counts), [20] * 15, [1] * 15)


def test_two_schools_of_which_all_is_hidden_can_change_places():
    assert unproved(ledger(A, B, *SEXES, *INCOMES), 3) == []


@pytest.mark.parametrize("shown", [SEXES, INCOMES])
def test_what_is_shown_by_another_split_gives_both_away(shown):
    hidden = {A, B, *SEXES, *INCOMES} - set(shown)
    assert set(unproved(ledger(*hidden), 3)) >= {A, B}


def test_one_of_them_must_be_able_to_give_up_enough_people():
    assert unproved(ledger(A, B, *SEXES, *INCOMES, few=(A,)), 3) == []
    assert set(unproved(ledger(A, B, *SEXES, *INCOMES, few=(A, B)), 3)) >= {A, B}
