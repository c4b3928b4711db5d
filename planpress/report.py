"""Problems and results in words for people and for machines."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from planpress.model.problem import Level, Problem

_COLOURS = {Level.ERROR: "31;1", Level.WARNING: "33;1", Level.NOTICE: "36"}


def as_text(problems: Sequence[Problem], *, colour: bool = False) -> str:
    """Return two lines a problem: place and what is wrong; how to mend it and the rule."""
    lines = []
    for problem in problems:
        level = problem.level.value
        if colour:
            level = f"\033[{_COLOURS[problem.level]}m{level}\033[0m"
        lines.append(f"{problem.place}: {level}: {problem.message}")
        lines.append(f"    {problem.hint} [{problem.rule}]")
    return "\n".join((*lines, count(problems)))


def count(problems: Sequence[Problem]) -> str:
    """Return how many problems of each level there are, in words."""
    found = Counter(problem.level for problem in problems)
    said = [
        f"{found[level]} {level}{'s' if found[level] > 1 else ''}"
        for level in Level
        if found[level]
    ]
    return ", ".join(said) or "no problems"


def as_json(problems: Sequence[Problem]) -> str:
    """Return a JSON list with path, line, column, rule, level, message and hint of each."""
    return json.dumps(
        [
            {
                "path": problem.place.path,
                "line": problem.place.line,
                "column": problem.place.column,
                "rule": problem.rule,
                "level": problem.level.value,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in problems
        ],
        ensure_ascii=False,
        indent=2,
    )


def as_github(problems: Sequence[Problem]) -> str:
    """Return workflow commands that annotate the lines of a pull request."""
    return "\n".join(
        f"::{problem.level.value} file={_property(problem.place.path)},"
        f"line={max(problem.place.line, 1)},col={max(problem.place.column, 1)},"
        f"title={_property(problem.rule)}::{_data(f'{problem.message}. {problem.hint}')}"
        for problem in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
