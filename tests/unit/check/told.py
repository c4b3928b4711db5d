"""What the rules say of the tiny plan's measure, with keys of its own from line 11 on."""

from dataclasses import replace
from datetime import date

from conftest import INDICATOR, edited

from planpress.check.rules import check
from planpress.model.problem import Level, Problem
from planpress.read.project import read

AS_OF = date(2024, 6, 30)
GRADE_3 = "content/indicators/grade-3.md"
DATA = "data/grade-3.csv"
START = "baseline: {period: 2022-23, value: 50}\n"
TARGET = "{type: numeric, period: 2026-27, value: 62}"


def measure(*keys: str, target: str = TARGET, start: str = START, unit: str = "percent") -> str:
    """Return the file of a measure from 50 in 2022-23 to 62 in 2026-27."""
    text = edited(edited(INDICATOR, START, start), TARGET, target)
    text = edited(text, "unit: percent", f"unit: {unit}")
    return edited(text, "sources:", "".join(f"{key}\n" for key in keys) + "sources:")


def problems(alder, text: str, **files: str | None) -> tuple[Problem, ...]:
    """Return what the rules say; reading itself must find no error."""
    reading = read(alder({GRADE_3: text, **files}))
    assert [p for p in reading.problems if p.level is Level.ERROR] == []
    return check(replace(reading, as_of=AS_OF))


def told(alder, text: str, **files: str | None) -> list[tuple[str, str, int]]:
    """Return level, rule and line of every problem."""
    return [(str(p.level), p.rule, p.place.line) for p in problems(alder, text, **files)]
