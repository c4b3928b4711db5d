"""Charts, with the words and the numbers that say the same."""

from collections.abc import Mapping

from planpress.model.dataclass import dataclass
from planpress.model.words import Said

Cell = str | tuple[Said, ...]
"""A text in the figure's language, or texts that each say which language they are in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The numbers of a chart, formatted in its language; the first cell of a row heads it.

    `emphasis` is the index of the row that matters, `numeric` tells which columns hold numbers.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: tuple[bool, ...]
    emphasis: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One chart in one language.

    `kind` is a key of `planpress.chart.CHARTS`. `title` is the finding as a sentence, `subtitle`
    says measure, unit and population, `description` says what the chart shows, with its numbers.
    `pictures` maps a width's name (wide, narrow; or spark) to inline SVG.
    """

    kind: str
    indicator: str
    language: str
    title: str
    subtitle: str
    description: str
    pictures: Mapping[str, str]
    table: Table
    source: str
