"""A short mark of a value: two values with the same mark are shown in the same way."""

import hashlib
import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from planpress.facts.noting import Noted
from planpress.model.language import Language
from planpress.model.record import Part
from planpress.model.source import Source
from planpress.model.words import Words

_SIZE = 12
_PLAIN = (str, int, bool, type(None), date)
"""What says all about itself when it is written out."""


def mark(value: object) -> bytes:
    """Return a digest of a value by what it says, whatever object it is.

    Words are their texts: the line on which they stand is never shown. Records that note what is
    read of them are their keys alone, for what is read of them are facts of their own; languages
    are their codes. Raises TypeError for what has no value, such as a function.
    """
    if type(value) in _PLAIN:
        plain = f"{type(value).__name__} {value!r}"
        return hashlib.blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()
    written = io.BytesIO()
    try:
        _Marker(written).dump(value)
    except (pickle.PicklingError, AttributeError, ValueError) as error:
        raise TypeError(f"{value!r} has no mark: {error}") from error
    return hashlib.blake2b(written.getbuffer(), digest_size=_SIZE).digest()


_Reduced = tuple[Callable[..., Any], tuple[Any, ...]]
_Reduce = Callable[[Any], _Reduced]


class _Marker(pickle.Pickler):
    """Writes values without regard to which parts of them are the same object."""

    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file, protocol=5)
        self.fast = True

    def reducer_override(self, value: Any) -> Any:
        """Return how a value of a class is written; values of Python itself never come here."""
        kind = type(value)
        try:
            reduce = _known[kind]
        except KeyError:
            reduce = _known[kind] = _way_of(kind)
        return NotImplemented if reduce is None else reduce(value)


_known: dict[type, _Reduce | None] = {}
"""How values of a class are written; None where pickle knows best."""


def _way_of(kind: type) -> _Reduce | None:
    if issubclass(kind, type):
        return None
    name = kind.__name__
    for above, way in _WAYS:
        if issubclass(kind, above):
            return way
    if issubclass(kind, Part):
        return _of_fields(name, tuple(kind.model_fields))
    return _of_fields(name, tuple(f.name for f in fields(kind))) if is_dataclass(kind) else None


def _of_fields(name: str, names: tuple[str, ...]) -> _Reduce:
    if len(names) < 2:
        return lambda value: (_part, (name, [getattr(value, one) for one in names]))
    read = attrgetter(*names)
    return lambda value: (_part, (name, read(value)))


def _words() -> None:
    """Stand for words where they are written."""


def _noted() -> None:
    """Stand for what is known by its name where it is written."""


def _part() -> None:
    """Stand for a part of a record, or another value with fields, where it is written."""


def _source() -> None:
    """Stand for a record's source where it is written."""


_WAYS: tuple[tuple[type, _Reduce], ...] = (
    (Words, lambda value: (_words, tuple(value.texts.items()))),
    (Noted, lambda value: (_noted, (value.noted_as,))),
    (Language, lambda value: (_noted, (value.code,))),
    (Mapping, lambda value: (_part, ("mapping", tuple(value.items())))),
    (Source, lambda value: (_source, tuple(value.files.items()))),
)
"""How values of some classes are written, whatever else they are; the first that fits."""
