"""One chart of a measure alone, for a frame in somebody else's page, and the snippet for it."""

import re
from collections.abc import Iterable, Iterator
from math import ceil

from jinja2 import pass_context
from jinja2.runtime import Context

from planpress.model.figure import Figure
from planpress.model.indicator import IndicatorRecord, Provenance
from planpress.model.language import Language
from planpress.model.site import Site
from planpress.render.leaf import Leaf
from planpress.render.links import canonical
from planpress.render.numbers import language_of

WIDTHS = (320, 390, 480, 591, 592, 780)
"""Widths of a frame, in pixels, between which its content grows or shrinks evenly.

At 592 the wide picture takes the place of the narrow one; beyond 780 nothing grows any more.
"""
_EDGE, _PICTURE, _NARROW = 32, 748, 432
"""What the edges of a frame take, and how wide its pictures become, in pixels."""
_LETTER = 0.52
"""How wide a letter is on average, in em, with what is lost at the ends of lines."""
_MORE = 60
"""Letters of a sentence of the site's own."""
_APART = 120
"""Pixels that the rating, the link and the space between the parts take."""
_VIEW = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def path_of(indicator: IndicatorRecord) -> str:
    """Return where the chart of a measure stands alone, as in `Leaf.path`."""
    return f"embed/{indicator.id}/"


def embeds(site: Site) -> Iterable[Leaf]:
    """Return a page for each measure that holds its chart and little else."""
    for indicator in site.project.indicators.values():
        yield Leaf(
            template="pages/embed.html",
            path=path_of(indicator),
            title=indicator.title,
            made_from=indicator.source.path,
            records=(f"indicators/{indicator.id}",),
            framed=True,
            context={"indicator": indicator},
        )


@pass_context
def embed_address(context: Context, indicator: IndicatorRecord) -> str:
    """Return the public address of the chart of a measure alone, in the page's language."""
    return canonical(context, language_of(context).code, path_of(indicator))


@pass_context
def embed_height(context: Context, indicator: IndicatorRecord) -> int:
    """Return the height in pixels that a frame with the chart needs, whatever its width is.

    It is estimated from the number of letters, with some room to spare; where that is not enough,
    the picture gives way.
    """
    site: Site = context["site"]
    code = language_of(context).code
    figure = site.figures.get((indicator.id, "trend", code))
    texts = tuple(_texts(site, indicator, figure, language_of(context)))
    needed = max(_needed(width, texts, figure) for width in WIDTHS)
    return ceil(needed / 10) * 10


_Text = tuple[str, float, float]
"""A text, the size of its letters, and the height of its lines, in pixels."""


def _texts(
    site: Site, indicator: IndicatorRecord, figure: Figure | None, language: Language
) -> Iterator[_Text]:
    plan, code = site.project.plan, language.code
    small = [plan.organisation, plan.title, *((plan.notice,) if plan.notice else ())]
    below = " ".join(words.said(code).text for words in small) + " " * _MORE
    yield indicator.title.said(code).text, 20.4, 23.5
    if figure:
        yield figure.title, 17, 23.8
        yield figure.subtitle, 15, 20.2
        below += figure.source
    else:
        yield site.assessments[indicator.id].sentences.get(code, ""), 17, 23.8
        yield " " * _MORE, 17, 26.4
    if indicator.provenance is not Provenance.OFFICIAL:
        below += " " * _MORE
    yield below, 14, 19.6


def _needed(width: int, texts: Iterable[_Text], figure: Figure | None) -> float:
    room = width - _EDGE
    lines = sum(ceil(len(text) * size * _LETTER / room) * line for text, size, line in texts)
    return lines + (_pictured(room, figure) if figure else 0) + _APART


def _pictured(room: float, figure: Figure) -> float:
    wide = room >= 560
    across = min(room, _PICTURE if wide else _NARROW)
    view = _VIEW.search(figure.pictures["wide" if wide else "narrow"])
    return across * float(view[2]) / float(view[1]) if view else across / 2
