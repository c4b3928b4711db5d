"""Numbers that are far from the ones before them."""

from itertools import product

import pytest
from unit.check.numbered import row, told, years

from planpress.check.jumps import changed_counts, jumps
from planpress.model.words import Words

CALM = ("50.1", "51.0", "50.4", "51.9", "51.2", "52.0")
BREAK = ({"before": "2022-23", "reason": Words({"en": "A new test."})},)


def test_a_jump_is_told_with_what_it_is_compared_with():
    (found,) = told(jumps, years(*CALM, "76.2"))
    assert (found.level, found.rule, str(found.place)) == ("warning", "jump", "data/grade-3.csv:8")
    assert found.message == (
        "76.2 comes after 52.0 in 2021-22; until then it never changed by more than 1.5"
    )
    assert found.hint == (
        "Compare the number with its source. If it is right, say why in the column note of this "
        "row."
    )


def test_a_jump_with_a_note_is_only_worth_knowing():
    noted = row("2022-23", "76.2", note="A new test")
    (found,) = told(jumps, [*years(*CALM), noted])
    assert (found.level, found.rule) == ("notice", "jump")


@pytest.mark.parametrize(
    "rows",
    [
        years(*CALM, "54.9"),  # less than twice the largest change
        years(*CALM[:4], "76.2"),  # three earlier changes only
        years(*CALM, "76.2", "76.0"),  # it is history
        years("50.1", "76.2", "50.4", "51.9", "51.2", "52.0", "76.2"),
        years(*CALM, "", "76.2"),  # across a gap
        years(*CALM[:3], "", *CALM[3:5], "76.2"),  # three earlier changes, apart from a gap
        [*years(*CALM), row("2022-23", ">=76")],
        [*years(*CALM), row("2022-23", "", status="suppressed")],
        [*years(*CALM), row("2022-23", "76.2", status="not_comparable")],
        years("50", "50", "50", "50", "50", "50", "52"),  # rounding may hide all of it
        [],
    ],
)
def test_no_jump(rows):
    assert told(jumps, rows) == []


def test_a_jump_across_a_break_is_none():
    assert told(jumps, years(*CALM, "76.2"), breaks=BREAK) == []
    earlier = ({**BREAK[0], "before": "2017-18"},)
    assert len(told(jumps, years(*CALM, "76.2"), breaks=earlier)) == 1


def test_a_group_must_jump_further():
    up = [*CALM[:-1], "51.3"]
    assert told(jumps, years(*up, "55.0", group="female")) == []
    assert len(told(jumps, years(*up, "55.0"))) == 1
    (found,) = told(jumps, years(*up, "57.0", group="female"))
    assert found.message.startswith("57.0 of female comes after 51.3")


def test_a_jump_that_may_be_chance_is_none():
    small = [*years(*CALM, n="30"), row("2022-23", "66.7", "30")]
    large = [*years(*CALM, n="3000"), row("2022-23", "66.7", "3000")]
    assert told(jumps, small) == []
    assert len(told(jumps, large)) == 1


def test_counts_of_people_go_up_and_down_by_chance():
    few = ("4", "5", "4", "5", "4", "5", "12")
    many = ("4000", "4010", "4000", "4010", "4000", "4010", "4500")
    assert told(jumps, years(*few), unit="students") == []
    assert len(told(jumps, years(*many), unit="students")) == 1
    assert len(told(jumps, years(*few), unit="days")) == 1


def test_results_of_every_second_year_are_compared_as_such():
    rows = years(*(v for value in (*CALM, "76.2") for v in (value, "")))
    assert len(told(jumps, rows)) == 1


def test_many_jumps_end_in_a_count():
    codes = ["".join(pair) for pair in product("abcde", repeat=2)]
    rows = [one for code in codes for one in years(*CALM, "90.0", group=code)]
    found = told(jumps, rows)
    assert len(found) == 21
    assert found[-1].message.startswith("… and 5 more like those before")


def test_a_count_that_loses_a_digit_is_told_once():
    rows = [
        row("2020-21", "50", "410"),
        row("2021-22", "50", "41"),
        row("2022-23", "50", "412"),
        row("2023-24", "50", "410"),
    ]
    (found,) = told(changed_counts, rows)
    assert (found.level, found.rule, found.place.line) == ("warning", "n-changed", 3)
    assert found.message == "n is 41; in 2020-21 it was 410 (line 2)"


@pytest.mark.parametrize(
    "counts", [("410", "42"), ("2", "20"), ("<=50", "600"), ("", "600"), ("0", "300")]
)
def test_counts_that_may_be(counts):
    rows = [row(f"202{at}-2{at + 1}", "50", n) for at, n in enumerate(counts)]
    assert told(changed_counts, rows) == []


def test_a_lasting_change_of_n_is_told_once_and_not_at_a_break():
    rows = [row(f"202{at}-2{at + 1}", "50", n) for at, n in enumerate(("40", "41", "410", "412"))]
    assert [found.place.line for found in told(changed_counts, rows)] == [4]
    assert told(changed_counts, rows, breaks=BREAK) == []
