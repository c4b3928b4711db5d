"""The filters and functions of the templates: words, links, numbers, figures."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from planpress.model.assessment import Assessment
from planpress.model.figure import Cell, Figure
from planpress.model.indicator import IndicatorRecord, Unit
from planpress.model.language import Language
from planpress.model.period import Period
from planpress.model.series import Series
from planpress.model.site import Site
from planpress.model.value import Value
from planpress.model.words import Words
from planpress.render.links import asset, canonical, file, inside, link
from planpress.render.markdown import html


def _language(context: Context) -> Language:
    language: Language = context["language"]
    return language


def _site(context: Context) -> Site:
    site: Site = context["site"]
    return site


@pass_context
def said(context: Context, words: Words) -> Markup:
    """Return the words in the page's language; what is only there in another is marked so."""
    text, spoken = words.said(_language(context).code)
    if spoken == _language(context).code:
        return Markup.escape(text)
    return Markup('<span lang="{}">{}</span>').format(spoken, text)


@pass_context
def noted(context: Context, text: str) -> Markup:
    """Return a text that has no translation, such as a source's name, marked as what it is in."""
    found: Markup = said(context, Words({_site(context).project.languages[0]: text}))
    return found


@pass_context
def cell(context: Context, written: Cell) -> Markup:
    """Return a cell of a figure's table; texts in another language are marked so."""
    if isinstance(written, str):
        return Markup.escape(written)
    return Markup(" · ").join(said(context, Words({spoken: text})) for text, spoken in written)


@pass_context
def plain(context: Context, words: Words) -> str:
    """Return the words as text alone, for attributes and titles."""
    return words.said(_language(context).code).text


@pass_context
def body(context: Context, words: Words) -> Markup:
    """Return a Markdown text as HTML; links in it lead to pages of the same language."""
    text, spoken = words.said(_language(context).code)

    def shortcode(name: str, argument: str) -> str:
        part = context.environment.get_template("parts/shortcode.html")
        return part.render(context.get_all(), name=name, argument=argument)

    made = Markup(  # noqa: S704 (cleaned by nh3 in `html`)
        html(
            text,
            language=_site(context).languages[spoken],
            link=lambda target: inside(context, target),
            shortcode=shortcode,
        )
    )
    if spoken == _language(context).code:
        return made
    return Markup('<div lang="{}">{}</div>').format(spoken, made)


@pass_context
def amount(context: Context, number: Decimal, indicator: IndicatorRecord) -> str:
    """Return an exact number with the unit of an indicator."""
    return _language(context).amount(number, indicator.unit, indicator.decimals)


@pass_context
def value(context: Context, value: Value, indicator: IndicatorRecord) -> str:
    """Return a published value with the unit of an indicator; a bound in words."""
    return _language(context).value(value, indicator.unit, indicator.decimals)


@pass_context
def difference(context: Context, number: Decimal, indicator: IndicatorRecord, more: int = 0) -> str:
    """Return a distance between two values, without sign, with `more` decimals than published."""
    return _language(context).difference(number, indicator.unit, indicator.decimals + more)


@pass_context
def number(context: Context, number: Decimal | int, decimals: int = 0) -> str:
    """Return a number without unit."""
    return _language(context).number(Decimal(number), decimals)


@pass_context
def count(context: Context, value: Value) -> str:
    """Return a published value without unit; a bound in words."""
    return _language(context).value(value, Unit.NUMBER)


@pass_context
def period(context: Context, period: Period) -> str:
    """Return a period as readers write it."""
    return _language(context).period(period)


@pass_context
def day(context: Context, day: date) -> Markup:
    """Return a day in words, for machines too."""
    written = _language(context).date(day)
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), written)


@pass_context
def enumeration(context: Context, items: Iterable[str]) -> Markup:
    """Return `a, b, and c`, each item escaped unless it is markup."""
    return Markup(_language(context).list([str(Markup.escape(item)) for item in items]))  # noqa: S704


@pass_context
def figure(context: Context, indicator: str, kind: str) -> Figure | None:
    """Return the chart of an indicator in the page's language, if there is something to show."""
    return _site(context).figures.get((indicator, kind, _language(context).code))


def picture(svg: str) -> Markup:
    """Return a chart's inline SVG as it is."""
    return Markup(svg)  # noqa: S704 (made by our own chart stage)


@pass_context
def sentence(context: Context, assessment: Assessment) -> str:
    """Return an assessment as a sentence in the page's language; empty if there is none."""
    return assessment.sentences.get(_language(context).code, "")


def dialled(phone: str) -> str:
    """Return a telephone number as it is dialled: digits, and a plus at the head."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


@pass_context
def changed(context: Context, records: Iterable[str]) -> date:
    """Return when the words and numbers of these records were last changed, as far as known."""
    site, code = _site(context), _language(context).code
    known = [site.changed[record, code] for record in records if (record, code) in site.changed]
    return max(known, default=site.as_of)


@pass_context
def assessment(context: Context, indicator: str) -> Assessment:
    """Return what can be said about an indicator as of the day of the site."""
    return _site(context).assessments[indicator]


@pass_context
def series(context: Context, indicator: str) -> Series:
    """Return the published numbers of an indicator; empty if there are none."""
    return _site(context).series.get(indicator, Series(indicator=indicator))


@pass_context
def label(context: Context, dimension: str, code: str) -> Words:
    """Return what readers see for a code; the code itself if it is not declared."""
    words = _site(context).project.code_label(dimension, code)
    return words or Words({_language(context).code: code})


FILTERS: dict[str, Callable[..., Any]] = {
    "said": said,
    "noted": noted,
    "cell": cell,
    "plain": plain,
    "body": body,
    "amount": amount,
    "value": value,
    "difference": difference,
    "number": number,
    "count": count,
    "period": period,
    "day": day,
    "enumeration": enumeration,
    "picture": picture,
    "sentence": sentence,
    "dialled": dialled,
}

GLOBALS: dict[str, Callable[..., Any]] = {
    "link": link,
    "file": file,
    "asset": asset,
    "canonical": canonical,
    "changed": changed,
    "figure": figure,
    "assessment": assessment,
    "series": series,
    "label": label,
}
