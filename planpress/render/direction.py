"""Languages that are written in another direction or with other letters than ours."""

from collections.abc import Mapping

from babel import Locale
from babel.core import get_global
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from planpress.model.site import Site
from planpress.render.numbers import language_of

_SHEETS: Mapping[str, str] = {"Arab": "fonts/arabic.css", "Latn": "fonts/latin.css"}
"""Script (ISO 15924) to the sheet with a font for it. Without one the reader's own fonts serve."""

_OURS = frozenset(
    "ca da de en es fi fil fr ga gl ht id is it ms nb nl nn pt so sv sw tl".split()  # noqa: SIM905
)
"""Languages whose letters are all in the font of every page (ISO 8859-15)."""


@pass_context
def spoken_in(context: Context, code: str) -> Markup:
    """Return the attributes of words in the language `code`: ` lang="en"`, and ` dir="ltr"` too.

    `dir` only where the page is read the other way. Empty for the page's own language.
    """
    here = language_of(context)
    if not code or code == here.code:
        return Markup()
    site: Site = context["site"]
    other = site.languages.get(code)
    turned = other is not None and other.direction != here.direction
    direction = Markup(' dir="{}"').format(other.direction) if other and turned else Markup()
    return Markup(' lang="{}"').format(code) + direction


@pass_context
def ltr(context: Context, text: str) -> Markup:
    """Return a text that runs from left to right in every language, kept apart from what does not.

    A telephone number, an address of a page or of a person, the name of a file, a sum. See Unicode
    Standard Annex 9.
    """
    if language_of(context).direction == "ltr":
        return escape(text)
    return Markup('<bdi dir="ltr">{}</bdi>').format(text)


@pass_context
def font_sheet(context: Context) -> str:
    """Return the style sheet in `assets/` with the letters that a page's language needs.

    Empty for a language that needs none besides ours, or for whose script there is no font with us.
    """
    language = language_of(context)
    return "" if language.code in _OURS else _SHEETS.get(_script(language.code), "")


@pass_context
def letters_are_ours(context: Context) -> bool:
    """Tell whether the fonts in `assets/` have all letters of the page's language."""
    language = language_of(context)
    return language.code in _OURS or _script(language.code) in _SHEETS


def _script(code: str) -> str:
    """Return the script that a language is written in, by its code or else as is likely (CLDR)."""
    locale = Locale.parse(code, sep="-")
    likely: Mapping[str, str] = get_global("likely_subtags")
    return locale.script or likely.get(locale.language, "_").split("_")[1]
