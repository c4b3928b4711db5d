"""What a page turns out to say while it is rendered: is all of it translated, fresh and read?"""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2.runtime import Context

from planpress.model.place import Place
from planpress.model.sections import sections
from planpress.model.site import Site
from planpress.model.words import Words


@dataclass(slots=True)
class Heard:
    """Whether words of one page are shown in another language, are stale, or were never read."""

    untranslated: bool = False
    stale: bool = False
    unreviewed: bool = False

    def note(self, site: Site, words: Words, code: str) -> None:
        """Take note of words that are shown on a page in the language `code`."""
        if code not in words.texts:
            self.untranslated |= bool(words.texts)
            return
        place = words.places.get(code)
        if place:
            known = site.translations.stale
            self.stale |= bool(known) and any(known.get(p) for p in _places(words, code))
            self.unreviewed |= place.path in site.translations.unreviewed


def _places(words: Words, code: str) -> Iterator[Place]:
    """Yield the places where a text and its sections begin."""
    yield words.places[code]
    yield from (words.place(code, section.line) for section in sections(words.texts[code]))


def note(context: Context, words: Words) -> None:
    """Let the page know which words are shown on it, where somebody listens."""
    heard = context.get("heard")
    if isinstance(heard, Heard):
        heard.note(context["site"], words, context["language"].code)
