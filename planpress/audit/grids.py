"""Claims of the tables on pages: each number by the headers of its row and its column."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planpress.audit.claim import Block, Cell, Claim, Kind
from planpress.audit.names import folded
from planpress.audit.pages import Grid
from planpress.audit.vocabulary import Code, Vocabulary, together
from planpress.model.period import Period
from planpress.model.project import Project

_DIGIT = re.compile(r"\d")
_COMMA = re.compile(r"(?<=\d),(?=\d{1,2}$)")
"""A comma before decimals: no group of thousands has one digit or two."""
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
"""Thousands, or three decimals: which of them depends on the language."""


class _Column(NamedTuple):
    name: str
    periods: list[Period]
    codes: list[Code]
    planned: bool


def claims_of_grid(grid: Grid, words: Vocabulary, project: Project) -> Iterator[Claim | Block]:
    """Yield what a table says about the rows of data that it names.

    A row of which it cannot be told when it was is a run of text, like any other.
    """
    columns = [_column(name, words) for name in grid.header]
    by_period = bool(columns) and columns[0].name in words.period
    caption = folded(grid.caption)
    above = words.periods_in(caption)
    around = [code for _, code in words.codes_in(caption)]
    for cells, linked in grid.rows:
        texts = [folded(cell) for cell in cells]
        line = " | ".join(texts)
        if not _DIGIT.search(line):
            continue
        about = linked or grid.about or words.measures_in(line)
        own = [words.codes[text] for text in texts if text in words.codes]
        codes = own or [code for _, code in words.codes_in(line)]
        periods = [period for text in texts if (period := words.period_of(text))]
        dated = False
        for at, text in enumerate(texts):
            column = columns[at] if at < len(columns) else _Column("", [], [], planned=False)
            if not _DIGIT.search(text) or not _DIGIT.search(words.without_names(text)):
                continue
            whose = together(codes, column.codes, around)
            when = _when(column, periods, above)
            if when is None or len(about) != 1:
                continue
            dated = True
            (indicator,) = about
            if column.name in words.baseline and (begun := project.indicators[indicator].baseline):
                when = begun.period
            if not column.planned:
                cell = Cell(indicator, when, whose)
                shown = column.name in words.values and (by_period or column.periods)
                kind = Kind.SHOWN if shown else Kind.TOLD
                written, name = text.rstrip("%"), f"table, {column.name}"
                yield Claim(cell, kind, written, grid.path, name, _plain(written))
        if not dated:
            yield Block(line, grid.path, "row of a table", about, together(codes, around))


def _plain(text: str) -> str:
    """Return a number as a file would write it; as none where it can be read in two ways."""
    number = text.strip()
    return f"({number})" if _GROUPED.fullmatch(number) else _COMMA.sub(".", number)


def _column(name: str, words: Vocabulary) -> _Column:
    text = folded(name)
    codes = [code for _, code in words.codes_in(text)]
    return _Column(text, words.periods_in(text), codes, text in words.plain)


def _when(column: _Column, periods: list[Period], above: list[Period]) -> Period | None:
    for found in (column.periods, periods, above):
        if found:
            return found[0] if len(set(found)) == 1 or found is not above else None
    return None
