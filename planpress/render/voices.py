"""What people of the community say, as they agreed that it is published."""

from collections.abc import Iterable

from babel import Locale, UnknownLocaleError
from jinja2 import pass_context
from jinja2.runtime import Context

from planpress.model.language import Language
from planpress.model.site import Site
from planpress.model.voice import VoiceRecord
from planpress.render.leaf import Leaf, say_in_all
from planpress.render.news import voices_so_far
from planpress.render.numbers import language_of
from planpress.render.work_pages import work_part


def voices(site: Site) -> Iterable[Leaf]:
    """Return the page of voices, the newest first; nothing if there are none by the site's day."""
    found = voices_so_far(site)
    if found:
        yield Leaf(
            template="pages/voices.html",
            path="voices/",
            title=say_in_all(site, "Voices"),
            summary=say_in_all(
                site, "What people say about the work. Everyone here agreed to be quoted."
            ),
            section="work",
            made_from=site.project.plan.source.path,
            records=tuple(f"voices/{voice.id}" for voice in found),
            context={"voices": found, "part": work_part(site)},
        )


@pass_context
def spoken(context: Context, voice: VoiceRecord) -> str:
    """Return in which language a voice spoke, where readers do not see its own words."""
    return translated_from(voice, language_of(context))


@pass_context
def language_name(context: Context, code: str) -> str:
    """Return the name of a language in that of the page; its code if CLDR does not know it."""
    return _name(code, language_of(context))


def translated_from(voice: VoiceRecord, reader: Language) -> str:
    """Return from which language a voice was translated for a reader; empty if it was not."""
    shown = voice.quote.said(reader.code).language
    if voice.language is None or voice.language == shown:
        return ""
    name = _name(voice.language, reader)
    return reader.say("Translated from %(language)s.", language=name)


def _name(code: str, reader: Language) -> str:
    try:
        return Locale.parse(code, sep="-").get_display_name(reader.locale) or code
    except (UnknownLocaleError, ValueError):
        return code
