"""The work that shall reach the targets: `content/tactics/`."""

from planpress.model.audience import Audiences
from planpress.model.fields import Date, Id, Text, Whole, Yes
from planpress.model.milestone import Milestone
from planpress.model.priority import TheoryOfAction
from planpress.model.record import Part, Record
from planpress.model.words import Words


class Lead(Part):
    """Who answers for a tactic."""

    role: Words
    """The person's role."""
    name: Text | None = None
    """The person's name."""
    email: Text | None = None
    """An email address."""


class LeadingIndicator(Part):
    """An early sign, and the measure that it predicts."""

    indicator: Id
    """The early sign."""
    predicts: Id
    """The measure that it predicts."""


class Link(Part):
    """One link of the delivery chain, from the leader to the classroom."""

    id: Id
    level: Words = Words()
    """Where in the organisation the link is."""
    role: Id | None = None
    """The role, as the plan declares it, whose link it is."""
    owner: Words = Words()
    """Who answers for the link."""
    title: Words
    """Who does what for whom."""


class Cycle(Part):
    """One round of Plan, Do, Study, Act."""

    id: Id
    date: Date
    """When it was studied."""
    plan: Words = Words()
    """What was to be tried, and what was expected."""
    do: Words = Words()
    """What was done."""
    study: Words = Words()
    """What was found."""
    act: Words = Words()
    """What follows from it."""


class File(Part):
    """A document in one language, in the folder beside the record."""

    file: Text
    """The file's name."""
    language: Text | None = None
    """The code of its language."""


class TacticRecord(Record):
    """A strategy or tactic of a priority."""

    title: Words
    """The name of the tactic."""
    summary: Words = Words()
    """What is done, in one or two sentences."""
    priority: Id
    """The priority that it serves."""
    goal: Id | None = None
    """The goal of that priority."""
    order: Whole
    """Where it stands among its priority's tactics; small comes first."""
    focus: Yes = False
    """yes for the few that the plan puts first; three at most."""
    lead: Lead | None = None
    """Who answers for it."""
    team: tuple[Words, ...] = ()
    """Who else works on it: roles or names."""
    theory_of_action: TheoryOfAction | None = None
    """If we do this, then that will follow."""
    smart_goals: tuple[Id, ...] = ()
    """Ids of the measures that say whether it works."""
    leading_indicators: tuple[LeadingIndicator, ...] = ()
    """Early signs, and what they predict."""
    milestones: tuple[Milestone, ...] = ()
    """Its dated steps."""
    delivery_chain: tuple[Link, ...] = ()
    """From the leader to the classroom, link by link."""
    cycles: tuple[Cycle, ...] = ()
    """Its log of Plan, Do, Study, Act."""
    lessons: Words = Words()
    """What was learned."""
    spread: Words = Words()
    """Where the lessons were taken up."""
    audiences: Audiences = Audiences.model_construct()
    """What it means for families, staff and the Board."""
    roles: tuple[Id, ...] = ()
    """Whom it asks something of, or offers something: roles that the plan declares."""
    documents: tuple[File, ...] = ()
    """Files for download."""

    @property
    def indicators(self) -> tuple[str, ...]:
        """Ids of the measures that the tactic claims: its goals, then its early signs."""
        early = (leading.indicator for leading in self.leading_indicators)
        return tuple(dict.fromkeys((*self.smart_goals, *early)))
