"""What a published file says about a cell: one indicator, period and group of people."""

from enum import StrEnum
from typing import NamedTuple

from planpress.model.period import Period
from planpress.model.series import Codes
from planpress.model.value import Value

RULE = "privacy-leak"
"""The name of the rule that what is hidden cannot be found out."""


class Cell(NamedTuple):
    """Of whom, when and by which indicator something is told."""

    indicator: str
    period: Period
    codes: Codes


class Kind(StrEnum):
    """What a number tells about its cell.

    `shown` is a value as a page writes it, rounded; `told` anything else that says something about
    a result, such as a gap, a change or an interval; `hidden` is no number, but says that there
    is none.
    """

    VALUE = "value"
    N = "n"
    SHOWN = "shown"
    TOLD = "told"
    HIDDEN = "hidden"


class Claim(NamedTuple):
    """A number about a cell, as it stands in the file `path`, under the name `as_what`.

    `plain` is the same number as a file for machines writes it, where that is another way.
    """

    cell: Cell
    kind: Kind
    written: str
    path: str
    as_what: str = ""
    plain: str = ""

    @property
    def value(self) -> Value | None:
        """The number as it is written; None where it is none."""
        try:
            return Value.parse(self.plain or self.written)
        except ValueError:
            return None


class Block(NamedTuple):
    """A run of text of a published file, the indicators and people it is known to be about.

    `around` is more text that says what it is about, such as the title of a feed's entry.
    """

    text: str
    path: str
    what: str
    about: frozenset[str] = frozenset()
    codes: Codes = ()
    around: str = ""


class Row(NamedTuple):
    """All that the files for machines say about a cell."""

    value: Value | None = None
    n: Value | None = None
    hidden: bool = False
    path: str = ""
