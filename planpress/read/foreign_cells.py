"""Cells as others write them to exact values: signs, percent, fractions, bounds."""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from planpress.model.importing import ImportRecord, Numbers, bound_in
from planpress.model.value import Bound, Value

_DIGITS = 20
_BOUND = re.compile(r"(>=|<=|≥|≤)\s*(.+)")


def value_of(text: str, how: ImportRecord) -> Value:
    """Return the value or bound of a cell; raise ValueError with what is not declared about it."""
    bound, number = _bounded(text, how)
    return Value(_number(number, text, how.numbers), bound)


def count_of(text: str, how: ImportRecord) -> Value:
    """Return a number of people, or a bound on one; raise ValueError for anything else."""
    bound, number = _bounded(text, how)
    signs = how.numbers.model_copy(update={"percent": False, "fractions": False})
    found = _number(number, text, signs)
    if found < 0 or found != found.to_integral_value():
        raise ValueError(f"“{text}” is not a number of people")
    return Value(found.to_integral_value(), bound)


def rounded(value: Value, places: int | None) -> Value:
    """Return a value with so many decimals at most, halves up; a bound stays as it is."""
    if places is None or not value.exact:
        return value
    step = Decimal(1).scaleb(-places)
    shorter = value.number.quantize(step, ROUND_HALF_UP)
    return value if shorter == value.number else Value(shorter)


def _bounded(text: str, how: ImportRecord) -> tuple[Bound, str]:
    for way, bound in how.bounds.items():
        number = bound_in(way, text)
        if number is not None:
            return bound, number
    found = _BOUND.fullmatch(text)
    if found is None:
        return Bound.EXACT, text
    return Value.parse(f"{found[1]}0").bound, found[2]


def _number(number: str, text: str, signs: Numbers) -> Decimal:
    if number.endswith("%"):
        if not signs.percent:
            raise ValueError(
                f"“{text}” has a percent sign, and “numbers” says nothing of “percent”"
            )
        if signs.fractions:
            raise ValueError(f"“{text}” has a percent sign, so that it is no fraction")
        number = number[:-1].rstrip()
    plain = _shape(signs).fullmatch(number)
    if plain is None:
        raise ValueError(f"“{text}” is not a number as “numbers” describes it")
    whole = re.sub(r"[^\d+-]", "", plain["whole"])
    if len(whole) + len(plain["rest"] or "") > _DIGITS:
        raise ValueError(f"“{text[:_DIGITS]}…” has more digits than a result can have")
    exact = Decimal(f"{whole}.{plain['rest']}" if plain["rest"] else whole)
    if not signs.fractions:
        return exact
    if abs(exact) > 1:
        raise ValueError(f"“{text}” is more than 1, so that it is no fraction")
    return exact.scaleb(2)


@lru_cache
def _shape(signs: Numbers) -> re.Pattern[str]:
    decimal = re.escape(signs.decimal.sign)
    grouped = (
        rf"|\d{{1,3}}(?:[{re.escape(signs.thousands.signs)}]\d{{3}})+" if signs.thousands else ""
    )
    return re.compile(rf"(?P<whole>[+-]?(?:\d+{grouped}))(?:{decimal}(?P<rest>\d+))?")
