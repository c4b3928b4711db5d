"""What a figure of words is made from, and what it is before it becomes a picture."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, Protocol

from planpress.model.assessment import Assessment
from planpress.model.dataclass import dataclass
from planpress.model.language import Language
from planpress.model.project import Project
from planpress.model.words import Said, Words

WIDTHS: Mapping[str, int] = {"wide": 640, "narrow": 340}
"""Names of the widths to pixels; the narrow one is for phones."""


class Drawing(NamedTuple):
    """The inside of an SVG and how high it is in pixels."""

    svg: str
    height: float


class Content(Protocol):
    """What a picture shows, whole in its `repr`: words, states and days."""

    def drawn(self, width: float) -> Drawing:
        """Return the picture at a width in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A figure that still has to be drawn; each line of `description` is a sentence or more."""

    title: str
    description: str
    content: Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The plan as of a day, as one language tells it."""

    project: Project
    assessments: Mapping[str, Assessment]
    as_of: date
    language: Language

    def words(self, words: Words) -> Said:
        """Return words of a record in this language, or in the one that has them."""
        return self.written(*words.said(self.language.code))

    def written(self, text: str, language: str) -> Said:
        """Return a text as one line."""
        return Said(" ".join(text.split()), language)

    def interface(self, text: str) -> Said:
        """Return a text of the interface."""
        return Said(text, self.language.code)


def clause(text: str) -> str:
    """Return a text without its full stop, to stand inside a sentence."""
    return text.removesuffix(".")


def sentence(text: str) -> str:
    """Return a text that ends as a sentence does."""
    return text if text.endswith((".", "!", "?", "…", "”", "»", "؟", "۔")) else f"{text}."
