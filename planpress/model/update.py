"""News about the plan: `content/updates/`."""

from datetime import date as day
from typing import Self

from pydantic import model_validator

from planpress.model.fields import Date, a_date
from planpress.model.record import Record
from planpress.model.words import Words


class UpdateRecord(Record):
    """A piece of news; its id begins with its date, such as `2026-09-01-new-coaches`."""

    title: Words
    """The news in a few words."""
    summary: Words = Words()
    """The news in a sentence."""
    date: Date | None = None
    """The day; left out, it is the one with which the id begins."""

    @model_validator(mode="after")
    def _dated(self) -> Self:
        if self.date is None:
            try:
                a_date(self.id[:10])
            except ValueError:
                message = "name the file date-words, such as 2026-09-01-news.md, or add “date”"
                raise ValueError(message) from None
        return self

    @property
    def day(self) -> day:
        """The day of the news."""
        return self.date or day.fromisoformat(self.id[:10])
