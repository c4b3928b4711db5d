"""One thing that a text states: a number, a date, a link, and where it stands."""

from enum import StrEnum

from planpress.model.dataclass import dataclass


class Kind(StrEnum):
    """What is stated."""

    NUMBER = "number"
    DATE = "date"
    LINK = "link"
    PICTURE = "picture"
    SHORTCODE = "shortcode"
    NOTE = "footnote"
    CODE = "code"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that a translation has to state as well.

    `key` is the same in every language: an exact number (`84.6`), a school year (`2024-25`), a
    time of day (`14:30`), a telephone number (`tel:3035550100`), a day (`2023-07-01`), month
    (`2023-07`), day of any year (`--07-01`) or month of any year (`--07`), the target of a link,
    the level of a heading. `written` is how it is written. `offset` counts the characters, `line`
    the lines of the text, both from 0.
    """

    kind: Kind
    key: str
    written: str
    offset: int
    line: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What of one kind a translation loses, and what it adds."""

    kind: Kind
    lost: tuple[Statement, ...]
    added: tuple[Statement, ...]
