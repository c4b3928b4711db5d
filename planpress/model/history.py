"""When the words and numbers of each page were last changed, as somebody recorded it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

PageKey = tuple[str, str]
"""A record (`indicators/graduation-rate`, `plan`) and a language code."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """The digest that a record's words and numbers had, and since when."""

    digest: str
    since: date


@dataclass(frozen=True, slots=True)
class History:
    """What `content/history/changed.json` remembers."""

    entries: Mapping[PageKey, Recorded] = field(default_factory=dict)

    def now(self, digests: Mapping[PageKey, str], today: date) -> "History":
        """Return the history of what there is now: a changed or new page is new as of `today`."""
        return History(
            {
                key: kept
                if (kept := self.entries.get(key)) and kept.digest == digest
                else Recorded(digest, today)
                for key, digest in digests.items()
            }
        )
