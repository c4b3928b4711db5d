"""Who made a translation, and who has read it."""

from datetime import date
from typing import Any

from planpress.model.dataclass import dataclass

MACHINE = "machine"
"""What `translated_by` says of words that no person wrote."""

MARKS = ("translated_by", "reviewed_by", "reviewed_on")
"""The only keys of a translation that are not words: they are about the translation itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """What a translation's file says of itself; left out, a person wrote it."""

    by: str = ""
    reviewed_by: str = ""
    reviewed_on: date | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return _translated, (self.by, self.reviewed_by, self.reviewed_on)

    @property
    def unreviewed(self) -> bool:
        """Whether a machine wrote the words and nobody has read them since."""
        return self.by == MACHINE and not (self.reviewed_by and self.reviewed_on)


def _translated(by: str, reviewed_by: str, reviewed_on: date | None) -> Translated:
    return Translated(by=by, reviewed_by=reviewed_by, reviewed_on=reviewed_on)
