from decimal import Decimal

import pytest

from planpress.model.importing import ImportRecord
from planpress.model.source import Source
from planpress.model.value import Value
from planpress.read.foreign_cells import count_of, rounded, value_of


def how(numbers=None, bounds=None):
    return ImportRecord.model_validate(
        {
            "id": "x",
            "source": Source({}, {}),
            "columns": {"period": "P", "value": "V"},
            "numbers": numbers or {},
            "bounds": bounds or {},
        }
    )


PERCENT = {"percent": "yes"}
WAYS = {"{number} or less": "<=", "<{number}": "<=", "more than {number}": ">="}
GERMAN = {"decimal": "comma", "thousands": "point"}


@pytest.mark.parametrize(
    ("text", "numbers", "bounds", "value"),
    [
        ("84.6", {}, {}, "84.6"),
        ("-5", {}, {}, "-5"),
        ("84.6%", PERCENT, {}, "84.6"),
        ("84.6 %", PERCENT, {}, "84.6"),
        ("84.6", PERCENT, {}, "84.6"),
        ("0.846", {"fractions": "yes"}, {}, "84.6"),
        ("1", {"fractions": "yes"}, {}, "100"),
        ("1,234", {"thousands": "comma"}, {}, "1234"),
        ("1,234,567.5", {"thousands": "comma"}, {}, "1234567.5"),
        ("1.234,5", GERMAN, {}, "1234.5"),
        ("84,6", GERMAN, {}, "84.6"),
        ("1\u202f234", {"thousands": "space"}, {}, "1234"),
        ("1’234", {"thousands": "apostrophe"}, {}, "1234"),
        (">= 95%", PERCENT, {}, ">=95"),
        ("≤5", {}, {}, "<=5"),
        ("15 or less", {}, WAYS, "<=15"),
        ("15 OR LESS", {}, WAYS, "<=15"),
        ("<10%", PERCENT, WAYS, "<=10"),
        ("More than 95%", PERCENT, WAYS, ">=95"),
    ],
)
def test_values_as_others_write_them(text, numbers, bounds, value):
    assert value_of(text, how(numbers, bounds)) == Value.parse(value)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("84.6%", {}),
        ("84.6%", {**PERCENT, "fractions": "yes"}),
        ("1.2", {"fractions": "yes"}),
        ("1,234", {}),
        ("12,34", {"thousands": "comma"}),
        ("1,2345", {"thousands": "comma"}),
        ("84,6", {}),
        ("84.6", {"decimal": "comma"}),
        ("15 or less", {}),
        ("<10", {}),
        ("N/A", {}),
        ("1e5", {}),
        ("(-)", {}),
        ("", {}),
    ],
)
def test_nothing_is_guessed(text, numbers):
    with pytest.raises(ValueError, match="“"):
        value_of(text, how(numbers))


def test_counts_are_whole_and_of_people():
    assert count_of("1,204", how({"thousands": "comma", "fractions": "yes"})) == Value.parse("1204")
    assert str(count_of("217.0", how())) == "217"
    assert count_of("<=15", how()) == Value.parse("<=15")
    for text in ("3.5", "-3", "5%"):
        with pytest.raises(ValueError, match=text):
            count_of(text, how(PERCENT))


def test_halves_are_rounded_up_and_bounds_never():
    assert rounded(Value(Decimal("84.65")), 1) == Value(Decimal("84.7"))
    assert rounded(Value(Decimal("84.6")), None) == Value(Decimal("84.6"))
    same = Value.parse(">=84.65")
    assert rounded(same, 1) is same
