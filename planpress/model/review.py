"""Reviews of an organisation's capacity: `content/reviews/`."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, PlainValidator

from planpress.model.fields import Id, a_date
from planpress.model.initiative import Progress
from planpress.model.rating import Rating
from planpress.model.record import Part, Record
from planpress.model.words import Words


class Horizon(StrEnum):
    """How soon a recommendation is to be taken up."""

    NEAR = "near"
    LONG = "long"
    ALWAYS = "always"


class EvidenceKind(StrEnum):
    """How evidence was gathered."""

    PEOPLE = "people"
    DOCUMENT = "document"


class Evidence(Part):
    """Who was heard, or what was read."""

    id: Id
    kind: EvidenceKind
    """people or document."""
    title: Words
    """Who or what."""


class ElementRating(Part):
    """The rating of one element; two ratings where the review straddles."""

    element: Id
    rating: Annotated[tuple[Rating, ...], Field(min_length=1, max_length=2)]
    """One of R, AR, AG, G, or two neighbours in brackets: [R, AR]."""
    rationale: Words
    """Why."""
    quotation: Words = Words()
    """What somebody said."""


class Step(Part):
    """Something a recommendation asks for."""

    id: Id
    text: Words
    """What is to be done."""
    status: Progress = Progress.NOT_PUBLISHED
    """not_published, planned, under_way, done or stopped."""


class Finding(Part):
    """What a recommendation rests on."""

    id: Id
    text: Words
    """What was found."""


class Recommendation(Part):
    """What the reviewers advise."""

    id: Id
    horizon: Horizon
    """near, long or always."""
    title: Words
    """The advice in a few words."""
    findings: tuple[Finding, ...] = ()
    """What it rests on."""
    actions: tuple[Step, ...] = ()
    """What is to be done."""


def _date_or_unknown(raw: object) -> date | None:
    return None if raw == "unknown" else a_date(raw)


class ReviewRecord(Record):
    """A look from outside at what the organisation is able to do."""

    title: Words
    """The name of the review."""
    summary: Words = Words()
    """What it found, in one or two sentences."""
    framework: Id
    """The framework whose elements it rates."""
    date: Annotated[date | None, PlainValidator(_date_or_unknown)]
    """When it was made; unknown where that was not published."""
    evidence: tuple[Evidence, ...] = ()
    """Who was heard and what was read."""
    ratings: tuple[ElementRating, ...]
    """One for each element."""
    recommendations: tuple[Recommendation, ...] = ()
    """What the reviewers advise."""
