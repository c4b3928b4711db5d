"""What a page turns out to say while it is rendered: is all of it translated, fresh and read?"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planpress.model.site import Site
from planpress.model.words import Words

if TYPE_CHECKING:
    from jinja2.runtime import Context


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
            stale, unreviewed = site.translations.heard(place, words.texts[code])
            self.stale |= stale
            self.unreviewed |= unreviewed


def note(context: "Context", words: Words) -> Heard:
    """Let the page know which words are shown on it; return what it has heard so far.

    Where nobody listens, such as in a line that is no page, what is heard is forgotten. Words in
    the plan's first language are what all others were made from: there is nothing to say of them.
    """
    heard = context.get("heard")
    if not isinstance(heard, Heard):
        return Heard()
    code = context["language"].code
    if code not in words.texts or not context["here"].default:
        heard.note(context["site"], words, code)
    return heard
