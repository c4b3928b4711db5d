"""Numbers, and what is said of them: each part that is read of them is a fact of its own."""

from collections.abc import Mapping
from dataclasses import fields
from functools import cached_property
from typing import Any, TypeVar

from planpress.facts.noting import Fact, Noted, note

V = TypeVar("V")

APART = ("series", "assessments")
"""The entries of a site that are read part by part."""


def noted_value(fact: Fact, value: V) -> V:
    """Return the same value, of a class that notes the fact and a name when a part is read.

    Parts are its fields and properties: of a property it does not count what that reads.
    """
    kind = type(value)
    if kind not in _classes:
        _classes[kind] = _noted_class(kind)
    noted: V = object.__new__(_classes[kind])
    object.__setattr__(noted, "noted_as", fact)
    object.__setattr__(noted, "plain", value)
    return noted


_classes: dict[type, type] = {}


def _noted_class(plain: type) -> type:
    worked_out = {name for kind in plain.__mro__ for name, one in vars(kind).items() if _made(one)}
    names = worked_out | {field.name for field in fields(plain)}
    parts: Mapping[str, Any] = {name: _part(name) for name in names}
    own = {"__slots__": ("noted_as", "plain"), "__reduce__": _as_plain, "__module__": __name__}
    return type(f"Noted{plain.__name__}", (plain, Noted), {**parts, **own})


def _made(attribute: object) -> bool:
    return isinstance(attribute, property | cached_property)


def _part(name: str) -> property:
    def read(noted: Any) -> Any:
        note((*noted.noted_as, name))
        return getattr(noted.plain, name)

    return property(read)


def _as_plain(noted: Any) -> tuple[Any, ...]:
    """Say how the value is sent to another process, where nothing is noted."""
    return _itself, (noted.plain,)


def _itself(value: V) -> V:
    return value
