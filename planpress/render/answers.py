"""The filters and functions of the templates: words, links, figures, assessments."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from planpress.model import awaited
from planpress.model.assessment import Assessment
from planpress.model.awaited import NextResult
from planpress.model.equity import GroupStanding
from planpress.model.figure import Figure
from planpress.model.indicator import IndicatorRecord
from planpress.model.series import Series
from planpress.model.site import Site
from planpress.model.words import Words
from planpress.render.attached import attached, file_size, printed
from planpress.render.cards import card_kind
from planpress.render.dataset import data_catalog, data_sources, dataset
from planpress.render.direction import font_sheet, letters_are_ours, ltr, spoken_in
from planpress.render.embeds import embed_address, embed_height
from planpress.render.explorer_facts import explorer_facts
from planpress.render.links import asset, canonical, file, link
from planpress.render.moves import moved
from planpress.render.numbers import FILTERS as NUMBERS
from planpress.render.numbers import language_of
from planpress.render.publisher import breadcrumbs, website
from planpress.render.standing import Standing, standing
from planpress.render.texts import FILTERS as TEXTS
from planpress.render.voices import language_name, spoken


def _site(context: Context) -> Site:
    site: Site = context["site"]
    return site


@pass_context
def figure(context: Context, indicator: str, kind: str) -> Figure | None:
    """Return the chart of an indicator in the page's language, if there is something to show."""
    return _site(context).figures.get((indicator, kind, language_of(context).code))


@pass_context
def conceals(context: Context, figure: Figure) -> bool:
    """Tell whether the table of a chart has a result that is not shown to protect privacy."""
    words = language_of(context).say("Not shown to protect privacy")
    return any(words in row for row in figure.table.rows)


def picture(svg: str) -> Markup:
    """Return a chart's inline SVG as it is."""
    return Markup(svg)  # noqa: S704 (made by our own chart stage)


@pass_context
def sentence(context: Context, assessment: Assessment) -> str:
    """Return an assessment as a sentence in the page's language; empty if there is none."""
    return assessment.sentences.get(language_of(context).code, "")


def dialled(phone: str) -> str:
    """Return a telephone number as it is dialled: digits, and a plus at the head."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


@pass_context
def changed(context: Context, records: Iterable[str]) -> date:
    """Return when the words and numbers of these records were last changed, as far as known."""
    site, code = _site(context), language_of(context).code
    known = [site.changed[record, code] for record in records if (record, code) in site.changed]
    return max(known, default=site.as_of)


@pass_context
def assessment(context: Context, indicator: str) -> Assessment:
    """Return what can be said about an indicator as of the day of the site."""
    return _site(context).assessments[indicator]


@pass_context
def next_result(context: Context, indicator: IndicatorRecord) -> NextResult | None:
    """Return which result of a measure comes next, and when; none where no day is known."""
    return awaited.next_result(_site(context), indicator)


@pass_context
def groups(context: Context, indicator: str) -> tuple[GroupStanding, ...]:
    """Return how the student groups of an indicator stand; empty where it has none."""
    return _site(context).groups.get(indicator, ())


@pass_context
def standing_of(context: Context, measures: Iterable[IndicatorRecord]) -> Standing:
    """Return the counts of some measures by rating and state."""
    return standing(_site(context), measures)


@pass_context
def series(context: Context, indicator: str) -> Series:
    """Return the published numbers of an indicator; empty if there are none."""
    return _site(context).series.get(indicator, Series(indicator=indicator))


@pass_context
def label(context: Context, dimension: str, code: str) -> Words:
    """Return what readers see for a code; the code itself if it is not declared."""
    words = _site(context).project.code_label(dimension, code)
    return words or Words({language_of(context).code: code})


FILTERS: dict[str, Callable[..., Any]] = {
    **TEXTS,
    **NUMBERS,
    "picture": picture,
    "sentence": sentence,
    "dialled": dialled,
    "ltr": ltr,
    "moved": moved,
    "language_name": language_name,
    "spoken": spoken,
    "file_size": file_size,
    "conceals": conceals,
}

GLOBALS: dict[str, Callable[..., Any]] = {
    "link": link,
    "file": file,
    "asset": asset,
    "attached": attached,
    "printed": printed,
    "canonical": canonical,
    "changed": changed,
    "figure": figure,
    "assessment": assessment,
    "next_result": next_result,
    "groups": groups,
    "standing_of": standing_of,
    "series": series,
    "label": label,
    "dataset": dataset,
    "data_catalog": data_catalog,
    "website": website,
    "breadcrumbs": breadcrumbs,
    "data_sources": data_sources,
    "explorer_facts": explorer_facts,
    "spoken_in": spoken_in,
    "font_sheet": font_sheet,
    "letters_are_ours": letters_are_ours,
    "card_kind": card_kind,
    "embed_address": embed_address,
    "embed_height": embed_height,
}
