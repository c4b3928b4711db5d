"""Which keys of a record are facts and which are worded."""

from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from planpress.model.record import Part, Record
from planpress.model.words import Words

Kind = Literal["fact", "words", "part", "words list", "part list"]
Shape = tuple[Kind, type[Part] | None]

_FACT: Shape = ("fact", None)


@cache
def shapes(model: type[Part]) -> Mapping[str, Shape]:
    """Return, for every key that may be written, whether it is a fact or worded, and how.

    What a record gets from its file's name and place (`id`, `source`, `body`) is no key.
    """
    given = set(Record.model_fields) if issubclass(model, Record) else set()
    return {
        info.alias or name: _shape(info.annotation)
        for name, info in model.model_fields.items()
        if name not in given
    }


def keys_of(model: type[Part]) -> tuple[str, ...]:
    """Return the facts by which entries of a list are recognised in a translation.

    The first that an entry has counts: its `id`, or the fact after it where ids are optional.
    """
    names = tuple(model.model_fields)
    if "id" not in names:
        return names[:1]
    return ("id",) if model.model_fields["id"].is_required() else ("id", names[1])


def _shape(annotation: Any) -> Shape:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(inner[0])
    if origin in (Union, UnionType):
        return _shape(next(choice for choice in inner if choice is not NoneType))
    if origin is tuple:
        match _shape(inner[0]):
            case "words", _:
                return "words list", None
            case "part", part:
                return "part list", part
            case _:
                return _FACT
    if annotation is Words:
        return "words", None
    if isinstance(annotation, type) and issubclass(annotation, Part):
        worded = any(shape != _FACT for shape in shapes(annotation).values())
        return ("part", annotation) if worded else _FACT
    return _FACT
