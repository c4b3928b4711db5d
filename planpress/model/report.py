"""The Board's monitoring reports: `content/reports/`."""

from planpress.model.fields import Date, Text
from planpress.model.record import Record
from planpress.model.words import Words


class ReportRecord(Record):
    """A monitoring report, as it was given to the Board."""

    title: Words
    """The name of the report."""
    summary: Words = Words()
    """What it found, in one or two sentences."""
    date: Date
    """When it was given."""
    ends: tuple[Text, ...]
    """What it reports on: the Board's own goals, by their numbers or names."""
    file: Text | None = None
    """The report as a file, in the folder beside the record."""
