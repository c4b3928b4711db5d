"""A short mark of a value: two values with the same mark are shown in the same way."""

import hashlib
import marshal
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from typing import Any

from planpress.facts.noting import Noted
from planpress.model.language import Language
from planpress.model.record import Part
from planpress.model.source import Source
from planpress.model.words import Words

_SIZE = 12
_PLAIN = frozenset({str, bytes, int, float, bool, type(None)})
"""What is written as it is."""
_BY_VALUE = 2
"""The last version of Python's format in which it does not count which objects are the same."""


def mark(value: object) -> bytes:
    """Return a digest of a value by what it says, whatever object it is.

    Words are their texts: the line on which they stand is never shown. What notes by itself what is
    read of it is its name alone, for what is read of it are facts of their own; languages are their
    codes. Raises TypeError for what has no value, such as a function without a name.
    """
    try:
        written = marshal.dumps(_plain(value), _BY_VALUE)
    except (pickle.PicklingError, AttributeError, ValueError) as error:
        raise TypeError(f"{value!r} has no mark: {error}") from error
    return hashlib.blake2b(written, digest_size=_SIZE).digest()


_Way = Callable[[Any], Any]


def _plain(value: Any) -> Any:
    """Return a value as lists and tuples of plain ones; those of a class after its name."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    try:
        way = _ways[kind]
    except KeyError:
        way = _ways[kind] = _way_of(kind)
    return way(value)


def _all(values: Any) -> list[Any]:
    return [value if type(value) in _PLAIN else _plain(value) for value in values]


def _pairs(values: Mapping[Any, Any]) -> tuple[str, list[Any]]:
    return "mapping", _all([part for pair in values.items() for part in pair])


_ways: dict[type, _Way] = {list: _all, tuple: lambda values: tuple(_all(values)), dict: _pairs}
"""How values of a class are written."""


def _way_of(kind: type) -> _Way:
    name = kind.__name__
    for above, way in _WAYS:
        if issubclass(kind, above):
            return lambda value: (name, way(value))
    if issubclass(kind, Mapping):
        return _pairs
    if issubclass(kind, tuple):
        return lambda value: (name, _all(value))
    if issubclass(kind, Part):
        return _of_fields(name, tuple(kind.model_fields))
    if is_dataclass(kind):
        return _of_fields(name, tuple(f.name for f in fields(kind)))
    return lambda value: (name, pickle.dumps(value))


def _of_fields(name: str, names: tuple[str, ...]) -> _Way:
    if len(names) < 2:
        return lambda value: (name, [_plain(getattr(value, one)) for one in names])
    read = attrgetter(*names)
    return lambda value: (name, _all(read(value)))


_WAYS: tuple[tuple[type, _Way], ...] = (
    (Words, lambda value: tuple(value.texts.items())),
    (Noted, lambda value: value.noted_as),
    (Language, lambda value: value.code),
    (Source, lambda value: tuple(value.files.items())),
    (Enum, lambda value: value.value),
    (Decimal, str),
    (date, lambda value: value.isoformat()),
)
"""What values of some classes say, whatever else they are; the first that fits."""
