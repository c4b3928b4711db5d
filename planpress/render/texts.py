"""The filters that write words of records: each in the page's language, or marked as another's."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from planpress.model.figure import Cell
from planpress.model.place import Place
from planpress.model.sections import sections
from planpress.model.site import Site
from planpress.model.translation import NOTHING, Unit
from planpress.model.words import Words
from planpress.render.direction import spoken_in
from planpress.render.heard import note
from planpress.render.links import inside
from planpress.render.markdown import anchor, html
from planpress.render.numbers import language_of

_ANCHOR = re.compile(r'(<h[2-6]) id="[^"]*"')
_STALE, _ABSENT = "stale", "absent"
"""Shortcodes of our own: they stand in no file, as `check` refuses every name that is unknown."""


def _site(context: Context) -> Site:
    site: Site = context["site"]
    return site


@pass_context
def said(context: Context, words: Words) -> Markup:
    """Return the words in the page's language; what is only there in another is marked so."""
    note(context, words)
    code = language_of(context).code
    text = words.texts.get(code)
    return _marked(context, *words.said(code)) if text is None else escape(text)


@pass_context
def noted(context: Context, text: str) -> Markup:
    """Return a text that has no translation, such as a source's name, marked as what it is in."""
    return _marked(context, text, _site(context).project.languages[0])


@pass_context
def cell(context: Context, written: Cell) -> Markup:
    """Return a cell of a figure's table; texts in another language are marked so."""
    if isinstance(written, str):
        return escape(written)
    return Markup(" · ").join(_marked(context, text, spoken) for text, spoken in written)


@pass_context
def plain(context: Context, words: Words) -> str:
    """Return the words as text alone, for attributes and titles."""
    return words.said(language_of(context).code).text


@pass_context
def body(context: Context, words: Words) -> Markup:
    """Return a Markdown text as HTML; links in it lead to pages of the same language.

    A section that is older than its source says so below its heading. One that has no translation
    stands in its place in the plan's first language.
    """
    text, spoken = words.said(language_of(context).code)
    heard = note(context, words)
    site = _site(context)
    text, stale, absent = _annotated(site, text, words.places.get(spoken))
    heard.stale |= bool(stale)

    def shortcode(name: str, argument: str) -> str:
        if name == _STALE:
            heading = stale[int(argument)].heading
            part = context.environment.get_template("parts/stale.html")
            return part.render(context.get_all(), anchor=anchor(heading) if heading else "")
        if name == _ABSENT:
            return "".join(_untranslated(context, unit) for unit in absent[int(argument)])
        part = context.environment.get_template("parts/shortcode.html")
        return part.render(context.get_all(), name=name, argument=argument)

    made = Markup(  # noqa: S704 (cleaned by nh3 in `html`)
        html(
            text,
            language=site.languages[spoken],
            link=lambda target: inside(context, target),
            shortcode=shortcode,
            store=site.store,
        )
    )
    if spoken == language_of(context).code:
        return made
    return Markup("<div{}>{}</div>").format(spoken_in(context, spoken), made)


@pass_context
def passage(context: Context, words: Words) -> Markup:
    """Return a Markdown field as HTML without anchors: it may stand on a page more than once."""
    return Markup(_ANCHOR.sub(r"\1", str(body(context, words))))  # noqa: S704 (cleaned in `body`)


def _marked(context: Context, text: str, spoken: str) -> Markup:
    if spoken == language_of(context).code:
        return escape(text)
    return Markup("<span{}>{}</span>").format(spoken_in(context, spoken), text)


def _untranslated(context: Context, unit: Unit) -> Markup:
    """Return a section of the source without anchors, marked as what it is in."""
    source = Words({_site(context).project.languages[0]: unit.source or ""})
    made: Markup = passage(context, source)
    return made


class _Annotated(NamedTuple):
    """A text with shortcodes where something is to be said of its sections, by their positions.

    `stale` are sections older than their source; `absent` are those that the text does not have, by
    the position before which they belong.
    """

    text: str
    stale: Mapping[int, Unit]
    absent: Mapping[int, tuple[Unit, ...]]


def _annotated(site: Site, text: str, start: Place | None) -> _Annotated:
    """Return a text that begins at a place, with what is known of its translation."""
    known = site.translations.of(start.path) if start else NOTHING
    if start is None or not (known.stale or known.absent):
        return _Annotated(text, {}, {})
    found = sections(text)
    places = {unit.target_place: unit for unit in known.stale}
    units = enumerate(places.get(start.below(section.line)) for section in found)
    stale = {at: unit for at, unit in units if unit and unit.of_body}
    absent = {
        at: known.absent[start, at] for at in range(len(found) + 1) if (start, at) in known.absent
    }
    if not stale and not absent:
        return _Annotated(text, {}, {})
    parts = []
    for at, section in enumerate(found):
        head, rest = section.parted
        parts.append(_mark(_ABSENT, at) if at in absent else "")
        parts += (head, _mark(_STALE, at) if at in stale else "", rest)
    parts.append(_mark(_ABSENT, len(found)) if len(found) in absent else "")
    return _Annotated("".join(parts), stale, absent)


def _mark(name: str, at: int) -> str:
    return f"\n\n{{{{ {name} {at} }}}}\n\n"


FILTERS: dict[str, Callable[..., Any]] = {
    "said": said,
    "noted": noted,
    "cell": cell,
    "plain": plain,
    "body": body,
    "passage": passage,
}
