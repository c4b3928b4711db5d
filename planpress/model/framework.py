"""What a review looks at: `content/frameworks/`."""

from planpress.model.fields import Id, Text
from planpress.model.record import Part, Record
from planpress.model.words import Words


class Element(Part):
    """One thing that is rated."""

    id: Id
    code: Text
    """Its short number, such as 2B."""
    name: Words
    """What it is called."""
    question: Words
    """The guiding question."""


class Area(Part):
    """Elements that belong together."""

    id: Id
    name: Words
    """What the area is called."""
    elements: tuple[Element, ...]
    """What is rated in it."""


class FrameworkRecord(Record):
    """A list of what an organisation needs to be able to do."""

    title: Words
    """The name of the framework."""
    summary: Words = Words()
    """One or two sentences about it."""
    areas: tuple[Area, ...]
    """Its parts."""
