"""What somebody recorded: since when pages, ratings and the days of stocktakes are as they are."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from planpress.model.dataclass import dataclass
from planpress.model.move import RatingLog

PageKey = tuple[str, str]
"""A record (`indicators/graduation-rate`, `plan`) and a language code."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """The digest that a record's words and numbers had, and since when.

    `archived` is the day since when the page was said to be kept unchanged, if it was.
    """

    digest: str
    since: date
    archived: date | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What `content/history/changed.json` remembers."""

    entries: Mapping[PageKey, Recorded] = field(default_factory=dict)

    def now(
        self,
        digests: Mapping[PageKey, str],
        today: date,
        archived: Mapping[PageKey, date] | None = None,
    ) -> "History":
        """Return the history of what there is now: a changed or new page is new as of `today`.

        A page that has just been archived counts as unchanged since the day that it names in
        `archived`; only what is changed after it was recorded as archived is new again.
        """
        since = archived or {}
        return History(
            {
                key: _entry(self.entries.get(key), digest, today, since.get(key))
                for key, digest in digests.items()
            }
        )


def _entry(kept: Recorded | None, digest: str, today: date, archived: date | None) -> Recorded:
    if kept and kept.digest == digest and kept.archived == archived:
        return kept
    if archived and (kept is None or kept.archived != archived):
        return Recorded(digest, min(archived, today), archived)
    if kept and kept.digest == digest:
        return Recorded(digest, kept.since)
    return Recorded(digest, today, archived)


@dataclass(frozen=True, slots=True)
class Revised:
    """The digest of a stocktake's day and state, how often they were changed, and when last."""

    digest: str
    sequence: int
    since: date


@dataclass(frozen=True, slots=True)
class Agenda:
    """What `content/history/calendar.json` remembers; None where nothing was ever recorded."""

    entries: Mapping[str, Revised] | None = None

    def now(self, digests: Mapping[str, str], today: date) -> "Agenda":
        """Return the agenda of what there is now: a changed stocktake has the next sequence.

        A stocktake that is gone is remembered, so that its sequence never goes back.
        """
        kept = self.entries or {}
        return Agenda(
            {
                **kept,
                **{key: _revised(kept.get(key), digest, today) for key, digest in digests.items()},
            }
        )


def _revised(kept: Revised | None, digest: str, today: date) -> Revised:
    if kept is None:
        return Revised(digest, 0, today)
    return kept if kept.digest == digest else Revised(digest, kept.sequence + 1, today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """All that is recorded in `content/history/`."""

    pages: History = field(default_factory=History)
    ratings: RatingLog = field(default_factory=RatingLog)
    agenda: Agenda = field(default_factory=Agenda)
