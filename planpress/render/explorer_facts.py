"""What the explorer's script must know of a language and a plan: a data block in its page.

The script speaks and counts as the other pages do because it does neither by itself: words,
digits, signs, and the names of periods come from here. Results do not: the script reads them from
`api/indicators/`.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from planpress.model.indicator import IndicatorRecord
from planpress.model.language import Language
from planpress.model.period import Form, MonthDay, Period
from planpress.model.site import Site
from planpress.render.dataset import block
from planpress.render.explorer_words import words
from planpress.render.facts import Json
from planpress.render.links import file
from planpress.render.numbers import language_of


@pass_context
def explorer_facts(context: Context) -> Markup:
    """Return the data block of the explorer's page."""
    site: Site = context["site"]
    language = language_of(context)
    forms = {name: _form(site, one) for name, one in site.project.indicators.items()}
    return block(
        {
            "language": language.code,
            "first": site.project.languages[0],
            "mirrored": language.direction == "rtl",
            "as_of": language.date(site.as_of),
            "files": file(context, "api/indicators/x.json").removesuffix("x.json"),
            "forms": {name: form.value for name, form in forms.items() if form},
            "periods": _periods(site, language),
            "numerals": numerals(language),
            "dimensions": _dimensions(site, language),
            "words": words(language),
        },
        kind="json",
    )


def numerals(language: Language) -> Json:
    """Return how numbers are written: digits, signs, and the pattern of each kind around them.

    A pattern stands for a number above and one below nothing, `{}` is where its digits are.
    """
    write = language.numerals
    one = write.number(Decimal(1), 0)
    patterns = {
        kind: [written(Decimal(sign), 0).replace(one, "{}") for sign in (1, -1)]
        for kind, written in (
            ("number", write.number),
            ("percent", write.percent),
            ("dollars", write.dollars),
        )
    }
    tenth, large = write.number(Decimal("0.1"), 1), write.number(Decimal(1234567890), 0)
    separator = next((sign for sign in large if not sign.isdecimal()), "")
    parts = large.split(separator) if separator else [large]
    return {
        "digits": "".join(write.with_digits(str(digit)) for digit in range(10)),
        "decimal": tenth[1:-1],
        "group": separator,
        "sizes": [len(part) for part in parts[:0:-1]],
        "grouped_from": 4 if separator in write.number(Decimal(1234), 0) else 5,
        **patterns,
    }


def _dimensions(site: Site, language: Language) -> list[Json]:
    declared = site.project.dimensions
    code = language.code
    return [
        {
            "id": one.id,
            "label": one.label.said(code).text,
            "codes": {known.id: known.label.said(code).text for known in one.codes},
        }
        for one in (declared.dimensions if declared else ())
    ]


def _form(site: Site, indicator: IndicatorRecord) -> Form | None:
    """Return in which form the periods of a measure are written."""
    return next((period.form for period in _told(site, indicator)), None)


def _told(site: Site, indicator: IndicatorRecord) -> Iterator[Period]:
    """Yield every period of a measure that the explorer may name, those of results first."""
    series, found = site.series.get(indicator.id), site.assessments[indicator.id]
    yield from series.outline.periods if series else ()
    yield from (point.period for point in found.trajectory)
    yield from (point.period for point in (found.baseline, found.target) if point)
    yield from (cut.before for cut in indicator.breaks)


def _periods(site: Site, language: Language) -> dict[str, dict[str, tuple[str, int, float]]]:
    """Return, by form, what each period is called, its number, and where it lies, in years."""
    by_form: dict[Form, set[Period]] = defaultdict(set)
    for indicator in site.project.indicators.values():
        for period in _told(site, indicator):
            by_form[period.form].add(period)
    starts = site.project.plan.school_year_starts
    return {
        form.value: {
            str(one): (language.period(one), one.number, _middle(one, starts))
            for one in sorted(by_form[form])
        }
        for form in Form
        if form in by_form
    }


def _middle(period: Period, school_year_starts: MonthDay) -> float:
    """Return the middle of a period in years, so that equal periods lie evenly apart."""
    match period.form:
        case Form.SCHOOL_YEAR | Form.YEAR:
            starts = school_year_starts if period.form is Form.SCHOOL_YEAR else MonthDay(1, 1)
            return round(period.number + (starts.month - 1) / 12 + starts.day / 372 + 0.5, 3)
        case Form.QUARTER:
            return period.number / 4 + 0.125
        case Form.MONTH:
            return round(period.number / 12 + 1 / 24, 3)
        case Form.DAY:
            begin = period.begin(school_year_starts)
            return round(begin.year + (begin - date(begin.year, 1, 1)).days / 365.25, 3)
