"""Pages in the plan's own words: `content/pages/`."""

from enum import StrEnum

from planpress.model.fields import Whole
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
