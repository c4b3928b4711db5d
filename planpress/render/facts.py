"""How single facts are written for machines: numbers as exact strings, words by language."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from planpress.model.assessment import Expected, Result
from planpress.model.awaited import next_result
from planpress.model.indicator import IndicatorRecord
from planpress.model.site import Site
from planpress.model.words import Words
from planpress.render.address import Address

Json = dict[str, Any]


def known(**values: Any) -> Json:
    """Return the facts that there are; what is None is left out."""
    return {name: value for name, value in values.items() if value is not None}


def number(number: Decimal | None) -> str | None:
    """Return an exact decimal without exponent."""
    return None if number is None else f"{number:f}"


def point(point: Expected | None) -> Json | None:
    """Return a period and its number."""
    return {"period": str(point.period), "value": number(point.value)} if point else None


def result(result: Result | None) -> Json | None:
    """Return a period and its published value, which may be a bound."""
    return {"period": str(result.period), "value": str(result.value)} if result else None


def texts(site: Site, words: Words) -> Mapping[str, str]:
    """Return words in the plan's languages, as far as they are written."""
    return {code: words.texts[code] for code in site.project.languages if code in words.texts}


def spoken(site: Site, sentences: Mapping[str, str]) -> Mapping[str, str]:
    """Return sentences of the interface in the plan's languages."""
    return {code: sentences[code] for code in site.project.languages if code in sentences}


def url(site: Site, path: str) -> Mapping[str, str]:
    """Return a page's address from the root of the site, in every language."""
    first = site.project.languages[0]
    return {
        code: Address(path, code, default=code == first).root for code in site.project.languages
    }


def origins(site: Site, indicator: IndicatorRecord) -> list[Json]:
    """Return where an indicator's numbers come from."""
    return [
        known(
            name=origin.name,
            url=origin.url,
            accessed=origin.accessed.isoformat()
            if origin.accessed and origin.accessed <= site.as_of
            else None,
        )
        for origin in indicator.sources
    ]


def quality(site: Site, indicator: IndicatorRecord) -> Json:
    """Return what is recorded of how good an indicator's numbers are, in the plan's languages."""
    return {
        name: texts(site, words)
        for name, words in (
            ("verification", indicator.verification),
            ("accuracy", indicator.accuracy),
            ("limitations", indicator.limits),
            ("compensation", indicator.compensation),
        )
        if words
    }


def upcoming(site: Site, indicator: IndicatorRecord) -> Json | None:
    """Return which result of an indicator comes next, and when; None where no day is known."""
    found = next_result(site, indicator)
    if found is None:
        return None
    return {
        "period": str(found.period),
        "expected": found.expected.isoformat(),
        "due": found.due.isoformat(),
    }
