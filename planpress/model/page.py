"""Pages in the plan's own words: `content/pages/`."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from planpress.model.fields import Date, Id, Whole
from planpress.model.record import Record
from planpress.model.words import Words


class Section(StrEnum):
    """The part of the site under which a page is found."""

    PLAN = "plan"
    WORK = "work"
    DATA = "data"
    ABOUT = "about"
    ARCHIVE = "archive"


class PageRecord(Record):
    """A page such as the vision, the values or the accessibility statement."""

    title: Words
    """The heading of the page."""
    summary: Words = Words()
    """One or two sentences that say what the page says."""
    order: Whole = 100
    """Where the page stands among the pages of its section; small comes first."""
    section: Section = Section.ABOUT
    """The part of the site under which it is found."""
    archived_on: Date | None = None
    """Since when it is kept unchanged (archive only)."""
    plan: Id | None = None
    """The archived page of the earlier plan to which it belongs (archive only)."""


def kept_since(page: PageRecord, pages: Mapping[str, PageRecord]) -> date | None:
    """Return since when an archived page is kept as it was, by itself or with its whole plan."""
    if page.section is not Section.ARCHIVE:
        return None
    whole = pages.get(page.plan or "")
    return page.archived_on or (whole.archived_on if whole else None)
