"""The mapping of somebody else's file: `content/imports/<name>.yaml`, typed and checked."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from planpress.model.importing import ImportRecord, Origins
from planpress.model.indicator import IndicatorRecord
from planpress.model.nearest import did_you_mean
from planpress.model.period import Period
from planpress.model.place import Place
from planpress.model.problem import Problem, error
from planpress.model.project import Project
from planpress.model.source import Source
from planpress.model.sums import ALL
from planpress.model.words import Words
from planpress.read.series import OWN
from planpress.read.sheet import parse_facts
from planpress.read.table import Table
from planpress.read.text import read_text
from planpress.read.typed import typed

_NOT_TIDY = "If the file is a state’s or a vendor’s, say with --map how it becomes our rows."

_PAIRS = ("keep", "columns", "means", "statuses", "bounds", "n")
_A_PAIR = "Write a line for each below it, indented: a name, a colon and what it is."

SPLIT_BY_NOTHING = ("", ALL)
"""What a code may be besides those that are declared."""


def read_mapping(
    file: Path, path: str, indicator: IndicatorRecord, project: Project
) -> tuple[ImportRecord | None, list[Problem]]:
    """Return how a file becomes rows of an indicator, or None; and everything that is wrong."""
    text, problems = read_text(file, path)
    if text is None:
        return None, problems
    sheet, wrong = parse_facts(path, text)
    source = Source({"": path}, {(): Place(path, 1), **sheet.places})
    record, mistyped = typed(ImportRecord, file.stem, sheet.tree, source, Words())
    problems += [*wrong, *map(_plainer, mistyped)]
    if record is None or wrong:
        return None, problems
    checked = list(_checked(record, indicator, project))
    return (None if checked else record), [*problems, *checked]


def _plainer(problem: Problem) -> Problem:
    """Return a problem with a hint for keys that are the words of somebody else."""
    pairs = any(f"“{name}” should be a group" in problem.message for name in _PAIRS)
    hint = _A_PAIR if pairs else problem.hint.replace("See docs/ ", "See docs/refresh.md ")
    return replace(problem, hint=hint)


def as_it_is(
    table: Table, path: str, indicator: IndicatorRecord
) -> tuple[ImportRecord | None, list[Problem]]:
    """Return the mapping of a file that is tidy already, or why it is not."""
    known = (*OWN, *indicator.dimensions)
    problems = []
    for at, name in enumerate(table.header):
        if name not in known:
            place = Place(path, table.header_line, at + 1)
            message = f"“{name}” is not a column of the measure {indicator.id}"
            hint = f"{did_you_mean(name, known)} {_NOT_TIDY}"
            problems.append(error(place, "unknown-column", message, hint))
    for name in ("period", "value"):
        if name not in table.header:
            place, message = Place(path, table.header_line), f"the column “{name}” is missing"
            problems.append(error(place, "missing-column", message, _NOT_TIDY))
    if problems:
        return None, problems
    plain = {
        name: Origins(column=name, means={} if name in OWN else {"": ALL}) for name in table.header
    }
    source = Source({"": path}, {(): Place(path, table.header_line)})
    return ImportRecord(id="tidy", source=source, columns=plain), []


def _checked(
    record: ImportRecord, indicator: IndicatorRecord, project: Project
) -> Iterator[Problem]:
    known = (*OWN, *indicator.dimensions)
    source, wide = record.source, record.wide
    for name, origins in record.columns.items():
        place = source.at("columns", name)
        if name not in known:
            message = f"“{name}” is not a column of the measure {indicator.id}"
            yield error(place, "unknown-column", message, did_you_mean(name, known))
        if name != "period" and (origins.reads or origins.sheet):
            key = "reads" if origins.reads else "sheet"
            message = f"“{key}” tells a period; “{name}” is none"
            hint = "Use it for the period, and “means” for all else."
            yield error(source.at("columns", name, key), "wrong-value", message, hint)
        if name in indicator.dimensions:
            written: dict[tuple[str, ...], str] = {
                ("means", text): code for text, code in origins.means.items()
            }
            if origins.always is not None:
                written[("always",)] = origins.always
            for way, code in written.items():
                yield from _code(project, name, code, source.at("columns", name, *way))
    named = set(record.columns)
    if wide:
        named |= {wide.dimension, "value"} | ({"n"} if wide.n else set())
        yield from _wide(record, indicator, project)
    for name in ("period", "value"):
        if name not in named:
            hint = "Say under “columns” where it comes from."
            yield error(source.at("columns"), "missing-column", f"“{name}” is missing", hint)


def _wide(record: ImportRecord, indicator: IndicatorRecord, project: Project) -> Iterator[Problem]:
    wide, at = record.wide, record.source.at
    if wide is None:
        return
    if wide.dimension not in ("period", *indicator.dimensions):
        message = f"“{wide.dimension}” is not a dimension of the measure {indicator.id}"
        hint = did_you_mean(wide.dimension, ("period", *indicator.dimensions))
        yield error(at("wide", "dimension"), "unknown-column", message, hint)
    twice = {wide.dimension, "value"} | ({"n"} if wide.n else set())
    for name in sorted(twice & set(record.columns)):
        message = f"“{name}” is told by “wide” already"
        yield error(at("columns", name), "repeated-column", message, "Remove one of the two.")
    for key, named in (("columns", wide.columns), ("n", wide.n)):
        for column, code in named.items():
            place = at("wide", key, column)
            if wide.dimension in indicator.dimensions:
                yield from _code(project, wide.dimension, code, place)
            elif wide.dimension == "period":
                yield from _period(code, place)
            if key == "n" and code not in wide.columns.values():
                message = f"no column has the values of “{code}”"
                hint = did_you_mean(code, wide.columns.values())
                yield error(at("wide", "n", column), "unknown-code", message, hint)


def _period(text: str, place: Place) -> Iterator[Problem]:
    try:
        Period.parse(text)
    except ValueError as wrong:
        hint = "Write the column of the file, a colon and the period: “2023-2024”: 2023-24."
        yield error(place, "wrong-period", str(wrong), hint)


def _code(project: Project, dimension: str, code: str, place: Place) -> Iterator[Problem]:
    declared = project.codes_of(dimension)
    if code not in (*SPLIT_BY_NOTHING, *declared):
        message = f"“{code}” is not a code of “{dimension}” in content/dimensions.md"
        yield error(place, "unknown-code", message, did_you_mean(code, (ALL, *declared)))
