"""The rows of a data file: codes, repetitions, and lists that end."""

import pytest
from conftest import INDICATOR, SERIES, edited
from unit.check.number_plan import BY_GROUP, DATA, DECLARED, DIMENSIONS, NUMBERS
from unit.check.numbered import row, told

from planpress.check.numbers import (
    declared_codes,
    percent_values,
    period_forms,
    repeated_rows,
    valued_statuses,
)
from planpress.check.rules import check
from planpress.read.project import read

YEAR = "2023-24"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Female", "Did you mean “female”? Codes are told apart by every letter"),
        ("femal", "Did you mean “female”?"),
        ("Femal", "Did you mean “female”?"),
        ("FEMALE", "Did you mean “female”?"),
        ("zzz", "Known here: a, b, c"),
    ],
)
def test_a_wrong_code_is_told_once_with_the_right_one(written, hint):
    rows = [row(f"{1500 + at}", "50", "", written) for at in range(500)]
    (found,) = told(declared_codes, [row("1490", "50"), *rows, row("1490", "50", "", "a")])
    assert (found.level, found.rule, found.place.line) == ("error", "undeclared-code", 3)
    assert (
        found.message == f"“{written}” is not a code of “group”; it stands in 500 rows, here first"
    )
    assert found.hint.startswith(hint)


def test_a_label_leads_to_its_code(alder):
    labelled = edited(DECLARED, "{id: c, label: C}", "{id: c, label: Lives in the city}")
    rows = f"period,value,group\n{YEAR},50,lives in the City\n{YEAR},51,B\n"
    files = {**NUMBERS, DIMENSIONS: labelled, DATA: rows, "content/indicators/grade-3.md": BY_GROUP}
    label, spelling = [p for p in check(read(alder(files))) if p.rule == "undeclared-code"]
    assert label.hint.startswith("Did you mean “c”? “lives in the City” is what readers see")
    assert spelling.hint.startswith("Did you mean “b”?")


def test_repeated_rows_say_what_is_different():
    first = row(YEAR, "54", "410")
    cases = {
        row(YEAR, "54", "410"): " and says the same",
        row(YEAR, "54.0", "410"): " and says the same",
        row(YEAR, "55", "410"): ": 54 there, 55 here",
        row(YEAR, "54", "400"): ": the same value, but n is 410 there, n is 400 here",
        row(YEAR, "54"): ": the same value, but n is 410 there, no n here",
        row(
            YEAR, "54", "410", status="preliminary"
        ): ": the same value, but another status or note",
        row(YEAR, "", "", status="suppressed"): ": 54 there, no value (suppressed) here",
    }
    for again, said in cases.items():
        (found,) = told(repeated_rows, [first, row("2022-23", "50"), again])
        assert (found.level, found.rule, found.place.line) == ("error", "repeated-row", 4)
        assert found.message == f"line 2 is about the same period and people{said}"
    assert told(repeated_rows, [first, row("2022-23", "54", "410"), row(YEAR, "54", "", "a")]) == []


def test_contradictions_are_told_before_what_only_stands_twice():
    rows = [row(YEAR, "54")] * 30 + [row(YEAR, "55")]
    found = told(repeated_rows, rows)
    assert len(found) == 21
    assert found[0].place.line == 32
    assert found[0].message.endswith("54 there, 55 here")
    assert found[-1].message.startswith(
        "… and 10 more like those before, the next one here: line 2"
    )
    assert found[-1].level == "error"


@pytest.mark.parametrize(
    ("rule", "rows"),
    [
        (percent_values, [row(str(1800 + at), "140") for at in range(500)]),
        (valued_statuses, [row(str(1800 + at), "1", status="suppressed") for at in range(500)]),
        (
            period_forms,
            [row(f"2{at:03}-Q1", "1") for at in range(500)]
            + [row(f"2{at:03}", "1") for at in range(501)],
        ),
    ],
)
def test_long_lists_end_in_a_count(rule, rows):
    found = told(rule, rows)
    assert [p.place.line for p in found] == list(range(2, 23))
    assert "and 480 more" in found[-1].message


def test_the_form_that_most_rows_have_is_the_measures():
    rows = [row("2023-24", "1", "", code) for code in "abc"] + [row("2020", "1"), row("2021", "1")]
    assert [p.message for p in told(period_forms, rows)] == [
        f"{year} is a year; this measure counts by school year" for year in (2020, 2021)
    ]


def test_no_measure_takes_the_name_of_a_file_that_the_site_makes_itself(alder):
    folder = alder({"content/indicators/datapackage.md": INDICATOR, "data/datapackage.csv": SERIES})
    problems = check(read(folder))
    assert [(p.rule, p.place.path) for p in problems if "/data/" in p.message] == [
        ("reserved-address", "content/indicators/datapackage.md")
    ]
