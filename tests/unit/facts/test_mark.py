from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

import pytest

from planpress.facts.mark import mark
from planpress.model.period import Form, MonthDay
from planpress.model.place import Place
from planpress.model.source import Source
from planpress.model.words import Words


@dataclass(frozen=True)
class Number:
    value: Decimal

    @cached_property
    def double(self):
        return 2 * self.value


def test_equal_values_have_the_same_mark_whatever_objects_they_are():
    text = "a" * 10
    assert mark((text, text)) == mark(("a" * 10, "".join(["a"] * 10)))
    assert mark({"a": [Decimal("1.0"), date(2026, 1, 2)]}) == mark(
        {"a": [Decimal("1.0"), date(2026, 1, 2)]}
    )


def test_it_does_not_count_how_a_mapping_keeps_its_entries():
    assert mark({"a": Decimal(1)}) == mark(MappingProxyType({"a": Decimal(1)}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 2),
        ("a", b"a"),
        ((1, 2), [1, 2]),
        ((("a",), "b"), ("a", ("b",))),
        (Form.YEAR, Form.DAY),
        (Form.YEAR, "year"),
        (MonthDay(7, 1), (7, 1)),
        (date(2026, 1, 2), datetime(2026, 1, 2, tzinfo=UTC)),
        (Path("a"), Path("b")),
        (Decimal("1.0"), Decimal("1.00")),
        (Words({"en": "a"}), Words({"en": "b"})),
        (Words({"en": "a"}), Words({"es": "a"})),
        (Number(Decimal(1)), Number(Decimal(2))),
        (Source({"en": "a.md"}, {}), Source({"en": "b.md"}, {})),
    ],
)
def test_other_values_have_another_mark(one, other):
    assert mark(one) != mark(other)


def test_where_words_stand_does_not_count():
    here, there = ({"en": Place("a.md", line)} for line in (1, 2))
    assert mark(Words({"en": "a"}, here)) == mark(Words({"en": "a"}, there))


def test_what_was_worked_out_of_a_value_does_not_count():
    number = Number(Decimal(2))
    before = mark(number)
    assert number.double == 4
    assert mark(number) == before


def test_a_function_has_no_mark():
    with pytest.raises(TypeError, match="has no mark"):
        mark(lambda: None)
