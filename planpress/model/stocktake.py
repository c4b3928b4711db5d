"""Regular looks at whether a tactic works: `content/stocktakes/`."""

from datetime import date as day
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from planpress.model.fields import Date, Id, Text
from planpress.model.rating import Rating
from planpress.model.record import Part, Record
from planpress.model.words import Words


class Held(StrEnum):
    """Whether a stocktake has taken place."""

    SCHEDULED = "scheduled"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Action(Part):
    """One step of a course of action."""

    id: Id
    title: Words
    """What is done."""
    owner: Words = Words()
    """Who does it: a role or a name."""
    due: Date | None = None
    """By when."""
    done: Date | None = None
    """When it was done."""

    def late(self, as_of: day) -> bool:
        """Whether its date has passed and it is not done; on its date it is not late yet."""
        done = self.done is not None and self.done <= as_of
        return not done and self.due is not None and self.due < as_of


class Presentation(Part):
    """What was shown, in the folder beside the record."""

    file: Text
    """The file's name."""
    text: Words
    """The same in words, for those who cannot see or open it."""


class StocktakeRecord(Record):
    """A stocktake; its id is its date and its tactic."""

    title: Words = Words()
    """Its name; left out, tactic and date say what it is."""
    summary: Words = Words()
    """One or two sentences about it."""
    tactic: Id
    """The tactic that was looked at."""
    date: Date
    """The day."""
    status: Held
    """scheduled, held, postponed or cancelled."""
    moved_to: Date | None = None
    """The new day of a postponed one."""
    judged: Rating | None = None
    """The rating that the people who were there gave: R, AR, AG or G."""
    rationale: Words = Words()
    """Why they judged so."""
    successes: Words = Words()
    """What went well."""
    challenges: Words = Words()
    """What did not."""
    course_of_action: Words = Words()
    """What is done now, in words."""
    actions: tuple[Action, ...] = ()
    """What is done now, step by step."""
    requests: Words = Words()
    """What the team asks of the leaders."""
    presentation: Presentation | None = None
    """What was shown."""

    def held_by(self, day: Date) -> bool:
        """Whether it had taken place by a day."""
        return self.status is Held.HELD and self.date <= day

    @model_validator(mode="after")
    def _reasoned(self) -> Self:
        if self.judged and not self.rationale:
            raise ValueError("a judged rating needs its reasons: add “rationale”")
        return self

    def late(self, as_of: day) -> int:
        """Return how many steps of its course of action are late."""
        return sum(action.late(as_of) for action in self.actions)
