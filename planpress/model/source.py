"""Where the parts of a record stand in its files."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from planpress.model.dataclass import dataclass
from planpress.model.place import Place
from planpress.model.translated import Translated

Key = tuple[str | int, ...]
"""The way to a field: names, and positions in lists counted from 0."""


@dataclass(frozen=True, slots=True)
class Source:
    """The files of one record, and the place of every field in them.

    `files` maps language code to path, the default language first. `places` maps the way to a
    field (`("milestones", 2, "due")`) to where it stands in the default language's file.
    `translated` holds what the other languages' files say of themselves. `digest` stands for the
    content of all the files, with their paths and languages; empty where it is not known. `pages`
    maps language codes to what stands for the words and facts of a page in that language.
    """

    files: Mapping[str, str]
    places: Mapping[Key, Place]
    translated: Mapping[str, Translated] = field(default_factory=dict)
    digest: str = ""
    pages: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def path(self) -> str:
        """The file that holds the facts."""
        return next(iter(self.files.values()))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.files, self.places, self.translated, self.digest, self.pages)

    def at(self, *way: str | int) -> Place:
        """Return the place of a field, or of the nearest thing around it that has a place."""
        for length in range(len(way), 0, -1):
            if way[:length] in self.places:
                return self.places[way[:length]]
        return self.places.get((), Place(self.path, 1))
