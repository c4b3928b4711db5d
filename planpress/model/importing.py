"""How somebody else's file becomes rows of ours: `content/imports/<name>.yaml`."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, PlainValidator, model_validator

from planpress.model.fields import Text, Whole, Yes
from planpress.model.nearest import did_you_mean
from planpress.model.period_pattern import PeriodPattern
from planpress.model.record import Part, Record
from planpress.model.series import Status
from planpress.model.value import Bound

NUMBER = "{number}"
"""What stands for the number in a way of writing a bound."""


class Encoding(StrEnum):
    """How the characters of a text file are written."""

    UTF_8 = "utf-8"
    UTF_16 = "utf-16"
    WINDOWS_1252 = "windows-1252"


class Delimiter(StrEnum):
    """What stands between the cells of a text file."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    TAB = "tab"
    BAR = "bar"

    @property
    def sign(self) -> str:
        """The sign itself."""
        return {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}[self.value]


class Thousands(StrEnum):
    """What stands between the thousands of a number."""

    COMMA = "comma"
    POINT = "point"
    SPACE = "space"
    APOSTROPHE = "apostrophe"

    @property
    def signs(self) -> str:
        """The signs that count as it."""
        return {"comma": ",", "point": ".", "space": " \u00a0\u202f", "apostrophe": "'’"}[
            self.value
        ]


class DecimalSign(StrEnum):
    """What stands before the decimals of a number."""

    POINT = "point"
    COMMA = "comma"

    @property
    def sign(self) -> str:
        """The sign itself."""
        return "." if self is DecimalSign.POINT else ","


class Numbers(Part):
    """How the file writes its numbers."""

    decimal: DecimalSign = DecimalSign.POINT
    """What stands before the decimals: point or comma."""
    thousands: Thousands | None = None
    """What stands between thousands: comma, point, space or apostrophe; left out, nothing does."""
    percent: Yes = False
    """yes: a value may carry a percent sign, which is dropped."""
    fractions: Yes = False
    """yes: 0.846 means 84.6 percent."""
    round: Whole | None = None
    """To how many decimals values are rounded, halves up; left out, nothing is rounded."""

    @model_validator(mode="after")
    def _two_signs(self) -> Self:
        if self.thousands and self.decimal.sign in self.thousands.signs:
            raise ValueError("“decimal” and “thousands” cannot be the same sign")
        return self


def _one_or_more(raw: object) -> object:
    return [raw] if isinstance(raw, str) else raw


def _shortened(raw: object) -> object:
    return {"column": raw} if isinstance(raw, str) else raw


def _one_of(known: Callable[[str], Any], choices: tuple[str, ...]) -> Callable[[object], Any]:
    def read(raw: object) -> Any:
        text = raw.strip() if isinstance(raw, str) else ""
        if text not in choices:
            near = did_you_mean(text, choices)
            raise ValueError(f"“{text}” is not one of {', '.join(choices)}. {near}")
        return known(text)

    return read


def _one_text(raw: object) -> str:
    if not isinstance(raw, str):
        raise ValueError("this should be a single value, not a list or a group of keys")  # noqa: TRY004 (pydantic collects ValueError)
    return raw.strip()


def _way_of_a_bound(raw: object) -> str:
    if not isinstance(raw, str) or raw.count(NUMBER) != 1 or not raw.replace(NUMBER, "").strip():
        raise ValueError(f"a way to write a bound has words and one {NUMBER}: “{NUMBER} or less”")
    return " ".join(raw.split())


def bound_in(way: str, text: str) -> str | None:
    """Return the number in a cell that is written in that way, None where it is not."""
    before, after = (re.escape(part.strip()) for part in way.split(NUMBER))
    found = re.fullmatch(rf"{before}\s*(\S+?)\s*{after}", " ".join(text.split()), re.IGNORECASE)
    return found[1] if found else None


_STATUSES = tuple(status.value for status in Status if status)
_BOUNDS = tuple(bound.value for bound in Bound if bound)

AStatus = Annotated[Status, PlainValidator(_one_of(Status, _STATUSES))]
ABound = Annotated[Bound, PlainValidator(_one_of(Bound, _BOUNDS))]
ACell = Annotated[str, PlainValidator(_one_text)]
AWay = Annotated[str, PlainValidator(_way_of_a_bound)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_one_or_more)]


class Origins(Part):
    """Where the cells of one column of ours come from."""

    column: Text | None = None
    """The column of the file, as its header writes it."""
    always: Text | None = None
    """What holds for the whole file and stands in no column."""
    sheet: PeriodPattern | None = None
    """How the name of the sheet tells the period: Rates {begins}-{ends}."""
    reads: PeriodPattern | None = None
    """How the file writes a period: {begins}-{ends} for 2023-2024."""
    means: dict[str, ACell] = Field(default_factory=dict)
    """What a cell of the file is with us: {"All Students": all, F: female}."""
    leave_out: Texts = ()
    """Cells whose rows we do not want."""

    @model_validator(mode="after")
    def _one_origin(self) -> Self:
        told = [self.column, self.always, self.sheet]
        if sum(one is not None for one in told) != 1:
            raise ValueError("write one of “column”, “always” and “sheet”")
        return self


class Wide(Part):
    """Columns that each hold the values of one group, or of one period."""

    dimension: Text
    """What the columns tell apart: group, say, or period."""
    columns: dict[str, ACell]
    """Whose values stand in a column: {"Female rate": female}."""
    n: dict[str, ACell] = Field(default_factory=dict)
    """Whose numbers of people stand in a column: {"Female count": female}."""
    leave_out: Texts = ()
    """Cells that stand for no row at all."""


class ImportRecord(Record):
    """How a file of a state or a vendor becomes rows of data/."""

    encoding: Encoding | None = None
    """utf-8, utf-16 or windows-1252; left out, it is found out and said."""
    delimiter: Delimiter = Delimiter.COMMA
    """What stands between cells: comma, semicolon, tab or bar."""
    sheet: Text | None = None
    """The sheet of a workbook."""
    header: Whole = 1
    """The line or row that names the columns; what stands above is skipped."""
    last_rows: Whole = 0
    """How many rows at the end are footnotes; empty rows do not count."""
    keep: dict[str, Texts] = Field(default_factory=dict)
    """Which rows are about us: {"District Code": "9999"}; all others are left aside."""
    columns: dict[str, Annotated[Origins, BeforeValidator(_shortened)]]
    """Where period, value, n, status, note and dimensions come from."""
    wide: Wide | None = None
    """Columns that each hold the values of one group, or of one period."""
    statuses: dict[str, AStatus] = Field(default_factory=dict)
    """Cells that stand for no number: {"*": suppressed, NA: not_administered}."""
    bounds: dict[AWay, ABound] = Field(default_factory=dict)
    """How the file writes bounds: {"{number} or less": "<="}."""
    numbers: Numbers = Numbers.model_construct()
    """How the file writes its numbers."""
