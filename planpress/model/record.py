"""What all records have in common."""

from pydantic import BaseModel, ConfigDict

from planpress.model.source import Source
from planpress.model.words import Words


class Part(BaseModel):
    """A frozen group of fields. Fields of type `Words` are worded, all others are facts."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        use_attribute_docstrings=True,
        populate_by_name=True,
    )


class Record(Part):
    """One thing that the plan talks about: a Markdown file in every language.

    `id` is the file's name, `source` knows the places of all fields, `body` is Markdown.
    """

    id: str
    source: Source
    body: Words = Words()
