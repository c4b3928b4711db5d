"""What search engines for data read: schema.org, as JSON-LD in a data block of a page.

A data block is no script, and browsers do not run it. The content security policy of its page names
it by its content all the same: readers of policies take it for one.
"""

import json
import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from planpress.model.indicator import IndicatorRecord
from planpress.model.series import Series
from planpress.model.site import Site
from planpress.model.words import Words
from planpress.render.address import Address
from planpress.render.facts import Json, known
from planpress.render.numbers import language_of

_DATA = re.compile(r'<script type="application/(?:ld\+)?json"[^>]*>(.*?)</script>', re.DOTALL)
_HARMLESS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def data_sources(markup: str) -> Markup:
    """Return what a policy must name for the data blocks in some HTML (CSP 3, hash-source)."""
    digests = (sha256(content.encode()).digest() for content in _DATA.findall(str(markup)))
    return Markup().join(Markup(" 'sha256-{}'").format(b64encode(one).decode()) for one in digests)


@pass_context
def dataset(context: Context, indicator: IndicatorRecord, changed: date) -> Markup:
    """Return an indicator's published numbers as a `Dataset`; nothing where it has none."""
    page = Speaking(context)
    series = page.site.series.get(indicator.id)
    if series is None or not series.outline.rows:
        return Markup()
    return block(
        {
            "@context": "https://schema.org",
            **page.described(indicator),
            "inLanguage": page.code,
            "dateModified": changed.isoformat(),
            "temporalCoverage": _coverage(page.site, series),
            "isAccessibleForFree": True,
            **known(license=page.license),
            "creator": page.publisher,
            "includedInDataCatalog": {
                "@type": "DataCatalog",
                "name": page.catalog,
                "url": page.address("data/"),
            },
            "variableMeasured": {
                "@type": "PropertyValue",
                "name": page.text(indicator.title),
                "description": page.text(indicator.definition),
                "unitText": indicator.unit.value,
            },
            "isBasedOn": [
                {"@type": "CreativeWork", "name": origin.name, **known(url=origin.url)}
                for origin in indicator.sources
            ],
            "distribution": page.downloads(indicator),
        }
    )


@pass_context
def data_catalog(context: Context, changed: date) -> Markup:
    """Return the page of all downloads as a `DataCatalog` of the datasets on their own pages."""
    page = Speaking(context)
    return block(
        {
            "@context": "https://schema.org",
            "@type": "DataCatalog",
            "name": page.catalog,
            "url": page.address("data/"),
            "inLanguage": page.code,
            "dateModified": changed.isoformat(),
            **known(license=page.license),
            "creator": page.publisher,
            "dataset": [
                page.described(indicator)
                | known(license=page.license)
                | {"creator": page.publisher}
                for indicator in page.site.project.indicators.values()
                if (series := page.site.series.get(indicator.id)) and series.outline.rows
            ],
        }
    )


class Speaking:
    """The page on which a data block stands: its language, and addresses from the public root."""

    def __init__(self, context: Context) -> None:
        self.site: Site = context["site"]
        self.code = language_of(context).code
        plan = self.site.project.plan
        self.license = (plan.license.url or plan.license.name) if plan.license else None
        self.catalog = f"{self.text(plan.organisation)}: {self.text(plan.title)}"
        self.publisher = {
            "@type": "Organization",
            "name": self.text(plan.organisation),
            "url": self.address(""),
        }

    def text(self, words: Words) -> str:
        """Return words in the language of the page."""
        return words.said(self.code).text

    def address(self, path: str) -> str:
        """Return the public address of a page in the same language."""
        default = self.code == self.site.project.languages[0]
        return Address(path, self.code, default).canonical(self.site.base_url)

    def described(self, indicator: IndicatorRecord) -> Json:
        """Return what a `Dataset` says wherever it stands."""
        about = (self.text(words) for words in (indicator.summary, indicator.definition) if words)
        return {
            "@type": "Dataset",
            "name": self.text(indicator.title),
            "description": " ".join(about),
            "url": self.address(f"indicators/{indicator.id}/"),
        }

    def downloads(self, indicator: IndicatorRecord) -> list[Json]:
        """Return the files of the numbers of a measure."""
        root = self.site.base_url.rstrip("/")
        return [
            {
                "@type": "DataDownload",
                "encodingFormat": kind,
                "contentUrl": f"{root}/data/{indicator.id}.{ending}",
            }
            for ending, kind in (("csv", "text/csv"), ("json", "application/json"))
        ]


def _coverage(site: Site, series: Series) -> str:
    """Return the first and the last day that the numbers are about, in ISO 8601."""
    starts = site.project.plan.school_year_starts
    periods = series.outline.periods
    first, last = periods[0].begin(starts), periods[-1].end(starts)
    return f"{first.isoformat()}/{last.isoformat()}"


def block(thing: Any, *, kind: str = "ld+json") -> Markup:
    """Return a data block in which no text can end the block or open a comment.

    `kind` is what follows `application/`: `json` for one that is for a script of ours.
    """
    written = json.dumps(thing, ensure_ascii=False).translate(_HARMLESS)
    return Markup('<script type="application/{}">{}</script>').format(kind, Markup(written))  # noqa: S704 (signs of markup are escaped)
