"""What people of the community say: `content/voices/`."""

from typing import Annotated

from pydantic import AfterValidator

from planpress.model.fields import Date, LanguageCode, Yes
from planpress.model.record import Record
from planpress.model.words import Words


def _agreed(consent: bool) -> bool:  # noqa: FBT001 (pydantic calls it)
    if not consent:
        raise ValueError("a voice without consent is never published: remove the record")
    return consent


class VoiceRecord(Record):
    """A quotation, published because its speaker agreed."""

    quote: Words
    """What was said."""
    who: Words = Words()
    """Who said it: a role, no name."""
    date: Date
    """When it was said."""
    language: LanguageCode | None = None
    """The code of the language in which it was said."""
    consent: Annotated[Yes, AfterValidator(_agreed)]
    """yes: the speaker agreed to be quoted in public."""
