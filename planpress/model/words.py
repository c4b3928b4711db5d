"""Words that exist in several languages."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any, NamedTuple

from planpress.model.dataclass import dataclass
from planpress.model.place import Place


class Said(NamedTuple):
    """A text and the code of the language it is really in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Words:
    """One worded field of a record, in every language in which it has been written.

    `texts` maps language code to text; the plan's default language comes first. `places` says
    where each text begins. An optional field that was left out is empty and false.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.texts, self.places)

    def __bool__(self) -> bool:
        """Whether the field has been written in any language."""
        return bool(self.texts)

    def place(self, language: str, line: int = 0) -> Place:
        """Return where a line of the text stands that is counted from 0."""
        return self.places[language].below(line)

    def said(self, language: str) -> Said:
        """Return the text in `language`, or else in the first language that has it."""
        if language in self.texts:
            return Said(self.texts[language], language)
        for other, text in self.texts.items():
            return Said(text, other)
        return Said("", language)
