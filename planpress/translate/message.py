"""What goes out to a translator and what comes back, whatever the file's format."""

from dataclasses import field
from enum import StrEnum

from planpress.model.dataclass import dataclass
from planpress.model.place import Place
from planpress.translate.inline import Parts, Token

WAS = "As it went out: "
"""Before the last note of a message, which says what its translation was."""


class Progress(StrEnum):
    """How far the translation of a message is."""

    EMPTY = "empty"
    """There is none."""
    DOUBTFUL = "doubtful"
    """There is one that somebody has to look at: its source was changed, or a machine made it."""
    DONE = "done"
    """It is good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A piece of words on its way out.

    `context` names the piece for ever. `before` and `previous` are what the source and its
    translation were when they last belonged together. `tokens` are what stands for the placeholders
    from 1 on. `notes` are sentences for the translator; `most` is how many characters the
    translation should have at most, 0 where it does not matter. `was` tells the translation as it
    goes out, so that others' changes to it in the meantime are seen.
    """

    context: str
    source: Parts
    target: Parts = ()
    progress: Progress
    before: Parts = ()
    previous: Parts = ()
    tokens: tuple[Token, ...] = ()
    notes: tuple[str, ...] = ()
    most: int = 0
    was: str = ""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A piece of words on its way back, with its line in the file; `was` as in the message."""

    context: str
    source: Parts
    target: Parts
    progress: Progress
    was: str = ""
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """All answers of a file, and the languages it says it is between."""

    source: str
    target: str
    answers: tuple[Answer, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a file for translators says of itself: the plan, its two languages, the day."""

    title: str
    source: str
    target: str
    url: str = ""
    plurals: str = ""
