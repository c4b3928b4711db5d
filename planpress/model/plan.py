"""The plan itself: `content/plan.md`."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from planpress.model.fields import ADay, APeriod, Date, Id, LanguageCode, Text, WebAddress, Whole
from planpress.model.period import MonthDay
from planpress.model.record import Part, Record
from planpress.model.words import Words


class Privacy(Part):
    """What may not be published."""

    minimum_n: Whole = 16
    """The smallest number of people whose result is shown."""
    minimum_interval: Whole = 3
    """How many people wide the range must stay to which a hidden count can be narrowed down."""


class PlainLanguage(Part):
    """How plain the words are to be."""

    grade: Whole = 8
    """The highest school grade at which a text may read, in English and Spanish."""
    sentence: Whole = 30
    """The most words in a sentence."""
    acronyms: tuple[Text, ...] = ()
    """Acronyms that every reader knows."""


class License(Part):
    """On what terms the numbers may be used."""

    name: Text
    """The name of the license, such as CC BY 4.0."""
    url: WebAddress | None = None
    """Where its text stands."""


class Contact(Part):
    """How readers reach us."""

    email: Text | None = None
    """An email address."""
    phone: Text | None = None
    """A telephone number."""
    address: Text | None = None
    """A postal address."""
    web: WebAddress | None = None
    """The address of a contact form."""


def _two_methods(contact: Contact) -> Contact:
    if len(contact.model_fields_set) < 2:
        raise ValueError("give two ways of contact at least: email, phone, address or web")
    return contact


class Labels(Part):
    """What this plan calls its parts; left out, the usual words are used."""

    priority: Words = Words()
    """What a priority is called."""
    priorities: Words = Words()
    """What several priorities are called."""
    goal: Words = Words()
    """What a goal is called."""
    tactic: Words = Words()
    """What a tactic is called."""
    tactics: Words = Words()
    """What several tactics are called."""
    measure: Words = Words()
    """What a measure is called."""


class Question(Part):
    """One of the four questions that the site answers."""

    id: Id
    text: Words
    """The question."""


class PlanRole(Part):
    """Somebody who asks: where do I fit?"""

    id: Id
    title: Words
    """The role, such as A teacher."""
    summary: Words = Words()
    """What the plan asks of the role, and offers, in a sentence or two."""


class ScheduleStatus(StrEnum):
    """Whether the stocktakes of a school year are settled."""

    DRAFT = "draft"
    FINAL = "final"


class Schedule(Part):
    """The stocktakes planned for a school year."""

    period: APeriod
    """The school year."""
    status: ScheduleStatus
    """draft or final."""


class PlanRecord(Record):
    """The facts and words of the plan as a whole."""

    title: Words
    """The name of the plan."""
    organisation: Words
    """Whose plan it is."""
    tagline: Words = Words()
    """One line under the name."""
    labels: Labels = Labels.model_construct()
    """What this plan calls a priority, goal, tactic and measure."""
    questions: Annotated[tuple[Question, ...], Field(min_length=4, max_length=4)]
    """The four questions, in their order."""
    notice: Words = Words()
    """A banner on every page."""
    start: Date
    """The plan's first day."""
    end: Date
    """The plan's last day."""
    languages: Annotated[tuple[LanguageCode, ...], Field(min_length=1)]
    """Language codes; the first is the default."""
    territory: Text = "US"
    """The country whose ways of writing numbers and dates are used."""
    url: WebAddress
    """Where the site will stand."""
    as_of: Date | None = None
    """The day for which everything is assessed; left out, it is today."""
    school_year_starts: ADay = MonthDay(7, 1)
    """The first day of a school year."""
    privacy: Privacy = Privacy.model_construct()
    """What may not be published."""
    plain_language: PlainLanguage = PlainLanguage.model_construct()
    """How plain the words are to be."""
    license: License | None = None
    """On what terms the numbers may be used."""
    contact: Annotated[Contact, AfterValidator(_two_methods)]
    """Two ways at least to reach us."""
    roles: tuple[PlanRole, ...] = ()
    """Who may ask: where do I fit?"""
    schedules: tuple[Schedule, ...] = ()
    """Whether the stocktakes of a school year are a draft or final."""
    supersedes: tuple[Id, ...] = ()
    """Ids of the archived pages of earlier plans."""
