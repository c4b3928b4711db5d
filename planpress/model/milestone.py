"""Dated steps of a target or of a tactic."""

from datetime import date
from enum import StrEnum

from planpress.model.fields import Date, Id
from planpress.model.record import Part
from planpress.model.words import Words


class Reached(StrEnum):
    """How far a dated step has come as of a day; on the day it is due it is not late yet."""

    LATE = "late"
    DUE = "due"
    DONE = "done"
    DROPPED = "dropped"


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

    def reached(self, as_of: date) -> Reached:
        """Return how far the step has come; what is done or dropped later is not so yet."""
        if self.done and self.done <= as_of:
            return Reached.DONE
        if self.dropped and self.dropped <= as_of:
            return Reached.DROPPED
        return Reached.LATE if self.due < as_of else Reached.DUE
