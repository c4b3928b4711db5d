"""Every worded field of a record, with the way to it."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from planpress.model.record import Part, Record
from planpress.model.shapes import keys_of, shapes
from planpress.model.words import Words

Way = tuple[str, ...]
"""The way to a worded field in every language: names of keys, and in lists what names the entry.

An entry is named by its id (`("milestones", "first-schools", "title")`), one of a list of plain
words by its position counted from 0 (`("theory_of_action", "if", "0")`).
"""

BODY: Way = ("body",)


class WordedField(NamedTuple):
    """A worded field that has been written, and the way to it."""

    way: Way
    words: Words


def worded_fields(record: Record) -> Iterator[WordedField]:
    """Yield what is worded in a record in the order of its model, the body last."""
    yield from _inside(record, ())
    if record.body:
        yield WordedField(BODY, record.body)


def _inside(part: Part, way: Way) -> Iterator[WordedField]:
    for key, name, kind in _worded(type(part)):
        value = getattr(part, name)
        if kind == "words" and value:
            yield WordedField((*way, key), value)
        elif kind == "words list":
            for at, words in enumerate(value or ()):
                yield WordedField((*way, key, str(at)), words)
        elif kind == "part" and value is not None:
            yield from _inside(value, (*way, key))
        elif kind == "part list":
            for entry in value or ():
                yield from _inside(entry, (*way, key, _name(entry)))


@cache
def _worded(model: type[Part]) -> tuple[tuple[str, str, str], ...]:
    """Return key, name and kind of what is worded in a part; facts are left out."""
    names = _names(model)
    found = ((key, names[key], kind) for key, (kind, _) in shapes(model).items())
    return tuple(one for one in found if one[2] != "fact")


@cache
def _names(model: type[Part]) -> Mapping[str, str]:
    return {info.alias or name: name for name, info in model.model_fields.items()}


def _name(entry: Part) -> str:
    """Return what names an entry of a list in every language."""
    names = _names(type(entry))
    found = (getattr(entry, names.get(key, key)) for key in keys_of(type(entry)))
    return next((str(value) for value in found if value is not None), "")
