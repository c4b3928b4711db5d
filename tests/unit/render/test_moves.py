from dataclasses import replace
from datetime import date

import pytest
from lxml.html import fragment_fromstring
from unit.render.news_sample import known, move
from unit.render.sample import ENGLISH, row, site
from unit.render.speaking import real, say

from planpress.model.series import Series, Status
from planpress.render.moves import moved_title, result_words

AG, G = known("AG", "2022-23", "50"), known("G", "2023-24", "52.3")
MET = known("G", "2026-27", "62", "met")
OVERDUE = known(state="overdue")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (AG, G, "Grade 3 reading: from “Amber-Green” to “Green”"),
        (G, MET, "Grade 3 reading: from “Green” to “Target met”"),
        (AG, OVERDUE, "Grade 3 reading: from “Amber-Green” to “Data overdue”"),
        (AG, AG, "Grade 3 reading: still “Amber-Green”"),
        (None, AG, "Grade 3 reading: first recorded as “Amber-Green”"),
        (AG, None, "Grade 3 reading: no longer in the plan"),
    ],
)
def test_a_change_is_named_by_what_it_was_and_is(before, after, expected):
    assert moved_title(site(), move(before, after)).texts["en"] == expected


def test_the_name_is_said_in_every_language():
    found = moved_title(site(), move(AG, G)).texts
    assert found["es"].startswith("Lectura en tercer grado: ")
    assert moved_title(site(), move(AG, None, indicator="gone")).texts["en"].startswith("gone: ")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (AG, G, "The latest result is 52.3% for 2023–24. Before, it was 50% for 2022–23."),
        (None, G, "The latest result is 52.3% for 2023–24."),
        (OVERDUE, G, "The latest result is 52.3% for 2023–24."),
        (G, G, "The latest result is still 52.3% for 2023–24."),
        (
            known("R", "2023-24", "51"),
            G,
            "The result for 2023–24 is now given as 52.3%. Before, it was 51%.",
        ),
        (AG, OVERDUE, ""),
        (AG, None, ""),
    ],
)
def test_the_result_behind_a_change_is_told_beside_the_one_before(before, after, expected):
    assert result_words(site(), move(before, after), ENGLISH) == expected


def test_a_result_that_is_hidden_today_is_told_no_more():
    def hiding(period):
        rows = (row(period, status=Status.SUPPRESSED),)
        return replace(site(), series={"grade-3": Series(indicator="grade-3", observations=rows)})

    told = result_words(hiding("2022-23"), move(AG, G), ENGLISH)
    assert told == "The latest result is 52.3% for 2023–24."
    assert result_words(hiding("2023-24"), move(AG, G), ENGLISH) == ""


def test_lines_show_both_ratings_and_lead_to_the_measure():
    moves = (move(AG, G), move(AG, None, indicator="gone", day=date(2026, 1, 2)))
    line = '{% from "parts/moves.html" import move_lines with context %}{{ move_lines(moves) }}'
    made = fragment_fromstring(say(line, made=replace(real(), moves=moves), moves=moves))
    first, second = (" ".join(item.text_content().split()) for item in made)
    assert first == (
        "Grade 3 reading Before: AG Amber-Green Now: G GreenThe latest result is 52.3% for "
        "2023–24. Before, it was 50% for 2022–23. September 20, 2026"
    )
    assert second == "gone No longer in the plan January 2, 2026"
    assert [a.get("href") for a in made.iter("a")] == ["indicators/grade-3/index.html"]
