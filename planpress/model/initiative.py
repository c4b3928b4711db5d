"""Initiatives across priorities: `content/initiatives/`."""

from enum import StrEnum

from planpress.model.fields import APeriod, Id, Whole
from planpress.model.record import Part, Record
from planpress.model.words import Words


class Progress(StrEnum):
    """How far a piece of work has come, as far as it was published."""

    NOT_PUBLISHED = "not_published"
    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    STOPPED = "stopped"


class Item(Part):
    """One piece of work."""

    id: Id
    title: Words
    """What is done."""
    note: Words = Words()
    """A sentence of explanation."""
    status: Progress = Progress.NOT_PUBLISHED
    """not_published, planned, under_way, done or stopped."""


class Workstream(Part):
    """Pieces of work that belong together."""

    id: Id
    title: Words
    """What they have in common."""
    items: tuple[Item, ...]
    """The pieces of work."""


class InitiativeRecord(Record):
    """Work that spans several priorities."""

    title: Words
    """The name of the initiative."""
    summary: Words = Words()
    """One or two sentences about it."""
    order: Whole = 100
    """Where it stands among the initiatives; small comes first."""
    period: APeriod
    """When the work is done."""
    priorities: tuple[Id, ...]
    """The priorities that it serves."""
    workstreams: tuple[Workstream, ...] = ()
    """Its parts."""
