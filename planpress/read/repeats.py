"""Faults of cells to problems, so that one slip in a whole column stays readable."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from planpress.model.place import Place
from planpress.model.problem import Problem, error

MANY = 20
"""How many faults of one kind in one column are told one by one."""

_SPANS = 10


class Fault(NamedTuple):
    """What is wrong with a cell: faults of one rule and `kind` in a column are alike."""

    line: int
    column: int
    rule: str
    kind: str
    message: str
    hint: str


def told(path: str, faults: Iterable[Fault]) -> list[Problem]:
    """Return a problem for each fault; of many alike the rest is one, and names their lines."""
    alike: dict[tuple[int, str, str], list[Fault]] = {}
    for fault in faults:
        alike.setdefault((fault.column, fault.rule, fault.kind), []).append(fault)
    problems = []
    for many in alike.values():
        shown, rest = (many[:MANY], many[MANY:]) if len(many) > MANY + 1 else (many, [])
        problems += [error(Place(path, f.line, f.column), f.rule, f.message, f.hint) for f in shown]
        if rest:
            first = rest[0]
            where = spans([fault.line for fault in rest])
            message = f"and {len(rest)} more of this kind, on lines {where}"
            place = Place(path, first.line, first.column)
            problems.append(error(place, first.rule, message, "Mend them in the same way."))
    return problems


def spans(lines: list[int]) -> str:
    """Return rising numbers of lines in short: `22 to 501, 510`; the first ten spans of many."""
    found = []
    for _, run in groupby(enumerate(lines), lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        found.append(f"{numbers[0]} to {numbers[-1]}" if len(numbers) > 1 else str(numbers[0]))
    if len(found) > _SPANS:
        return f"{', '.join(found[:_SPANS])} and others up to {lines[-1]}"
    return ", ".join(found)
