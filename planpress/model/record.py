"""What all records have in common."""

import os
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict

from planpress.model.source import Source
from planpress.model.words import Words

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""None is used; to look for them takes longer than to work out what is checked of a record."""


class Part(BaseModel):
    """A frozen group of fields. Fields of type `Words` are worded, all others are facts.

    What is checked is worked out when the first one is read; those that were kept need it not.
    """

    model_config = ConfigDict(
        frozen=True,
        defer_build=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        populate_by_name=True,
    )

    def __reduce__(self) -> tuple[Any, ...]:
        return restored, (type(self), self.__dict__, tuple(self.__pydantic_fields_set__))


P = TypeVar("P", bound=Part)


def restored(kind: type[P], fields: dict[str, Any], written: tuple[str, ...]) -> P:
    """Return a group of fields that were typed once: nothing is checked again."""
    made = object.__new__(kind)
    set_to = object.__setattr__
    set_to(made, "__dict__", fields)
    set_to(made, "__pydantic_fields_set__", set(written))
    set_to(made, "__pydantic_extra__", None)
    set_to(made, "__pydantic_private__", None)
    return made


class Record(Part):
    """One thing that the plan talks about: a Markdown file in every language.

    `id` is the file's name, `source` knows the places of all fields, `body` is Markdown.
    """

    id: str
    source: Source
    body: Words = Words()
