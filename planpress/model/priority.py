"""Priorities and their goals: `content/priorities/`."""

from enum import StrEnum

from pydantic import Field

from planpress.model.audience import Audiences
from planpress.model.fields import Id, Whole
from planpress.model.record import Part, Record
from planpress.model.words import Words


class Strand(StrEnum):
    """Whether a priority is about learning itself or about what carries it."""

    CORE = "core"
    OPERATIONAL = "operational"


class TheoryOfAction(Part):
    """If we do this and this, then that will follow."""

    if_: tuple[Words, ...] = Field(alias="if", default=())
    """What we do."""
    then: Words
    """What follows."""


class Goal(Part):
    """What a priority wants to reach."""

    id: Id
    title: Words
    """The goal in a sentence."""


class PriorityRecord(Record):
    """One of the plan's few priorities."""

    title: Words
    """The name of the priority."""
    summary: Words = Words()
    """One or two sentences about it."""
    order: Whole
    """Where it stands among the priorities; small comes first."""
    strand: Strand = Strand.CORE
    """core or operational."""
    theory_of_action: TheoryOfAction | None = None
    """If we do this, then that will follow."""
    audiences: Audiences = Audiences.model_construct()
    """What it means for families, staff and the Board."""
    goals: tuple[Goal, ...] = ()
    """What the priority wants to reach."""
