"""The same thing said to those whom it concerns."""

from planpress.model.record import Part
from planpress.model.words import Words


class Audiences(Part):
    """A few sentences for each of those who read a record."""

    family: Words = Words()
    """What it means for families."""
    staff: Words = Words()
    """What it means for those who work in schools."""
    board: Words = Words()
    """What it means for the Board."""
