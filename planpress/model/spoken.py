"""The compiled words of a language, which other processes can be given."""

from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from typing import Any


class _Spoken(GNUTranslations):
    """Compiled words that know what they were read from: their rule for plurals cannot be sent."""

    compiled: tuple[bytes, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return spoken, (self.compiled,)


def spoken(compiled: tuple[bytes, ...]) -> NullTranslations:
    """Return the words of compiled catalogues, of which the first that has a text says it."""
    found = NullTranslations()
    for at in reversed(range(len(compiled))):
        over = _Spoken(BytesIO(compiled[at]))
        over.compiled = compiled[at:]
        if isinstance(found, GNUTranslations):
            over.add_fallback(found)
        found = over
    return found
