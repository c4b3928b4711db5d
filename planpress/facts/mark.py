"""A short mark of a value: two values with the same mark are shown in the same way."""

import hashlib
import io
import pickle
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from planpress.facts.noting import Noted
from planpress.model.language import Language
from planpress.model.record import Part
from planpress.model.source import Source
from planpress.model.words import Words


def mark(value: object) -> bytes:
    """Return a digest of a value by what it says, whatever object it is.

    Words are their texts: the line on which they stand is never shown. Records that note what is
    read of them are their keys alone, for what is read of them are facts of their own; languages
    are their codes. Raises TypeError for what has no value, such as a function.
    """
    written = io.BytesIO()
    try:
        _Marker(written).dump(value)
    except (pickle.PicklingError, AttributeError, ValueError) as error:
        raise TypeError(f"{value!r} has no mark: {error}") from error
    return hashlib.blake2b(written.getbuffer(), digest_size=12).digest()


class _Marker(pickle.Pickler):
    """Writes values without regard to which parts of them are the same object."""

    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file, protocol=5)
        self.fast = True

    def reducer_override(self, value: Any) -> Any:
        """Return how a value of a class is written; values of Python itself never come here."""
        if isinstance(value, Words):
            return _words, (tuple(value.texts.items()),)
        if isinstance(value, Noted):
            return _noted, (value.noted_as,)
        if isinstance(value, Language):
            return _noted, (value.code,)
        if isinstance(value, Mapping):
            return _part, ("mapping", tuple(value.items()))
        if isinstance(value, Part):
            known = value.__dict__
            return _part, (type(value).__name__, tuple(known[name] for name in _keys(type(value))))
        if isinstance(value, Source):
            return _source, (tuple(value.files.items()),)
        if is_dataclass(value) and not isinstance(value, type):
            return _part, (type(value).__name__, _values(value))
        return NotImplemented


def _values(value: Any) -> tuple[object, ...]:
    """Return the fields of a dataclass, without what it has worked out of them so far."""
    kind: Any = type(value)
    return tuple(getattr(value, name) for name in _names(kind))


@cache
def _keys(kind: type[Part]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _words() -> None:
    """Stand for words where they are written."""


def _noted() -> None:
    """Stand for what is known by its name where it is written."""


def _part() -> None:
    """Stand for a part of a record, or another value with fields, where it is written."""


def _source() -> None:
    """Stand for a record's source where it is written."""
