"""Dated steps of a target or of a tactic."""

from planpress.model.fields import Date, Id
from planpress.model.record import Part
from planpress.model.words import Words


class Milestone(Part):
    """A dated step."""

    id: Id
    title: Words
    """What is to be done."""
    note: Words = Words()
    """A sentence of explanation."""
    due: Date
    """By when."""
    done: Date | None = None
    """When it was done."""
    dropped: Date | None = None
    """When it was given up."""
