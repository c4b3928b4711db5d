"""The files for machines: the API, the calendar, the feed, the sitemap, the headers."""

from collections.abc import Iterator, Sequence

from planpress.model.document import Document
from planpress.model.site import Site
from planpress.render.address import Address
from planpress.render.api import plan_file
from planpress.render.api_indicator import indicator_file
from planpress.render.calendar_file import calendar_file
from planpress.render.feeds import feed_file
from planpress.render.headers import headers
from planpress.render.leaf import Leaf
from planpress.render.news import has_news
from planpress.render.schemas import SCHEMAS, schema_file
from planpress.render.sitemap import robots, sitemap


def machine_files(site: Site, pages: Sequence[Leaf]) -> tuple[Document, ...]:
    """Return every file that is neither page nor asset nor under `data/`, sorted by path.

    `pages` are all pages of the site, for the sitemap and the headers.
    """
    return tuple(sorted(_files(site, pages), key=lambda document: document.path))


def _files(site: Site, pages: Sequence[Leaf]) -> Iterator[Document]:
    made_from_plan = site.project.plan.source.path
    for indicator in site.project.indicators.values():
        made_from = indicator.source.path
        yield Document(
            f"api/indicators/{indicator.id}.json", indicator_file(site, indicator), made_from
        )
    yield Document("api/plan.json", plan_file(site), made_from_plan)
    for name in SCHEMAS:
        yield Document(f"api/{name}.schema.json", schema_file(name))
    for code, language in site.languages.items():
        default = code == site.project.languages[0]
        if site.project.stocktakes:
            calendar = Address("calendar.ics", code, default).place
            yield Document(calendar, calendar_file(site, language), made_from_plan)
        if has_news(site):
            feed = Address("feed.xml", code, default).place
            yield Document(feed, feed_file(site, language), made_from_plan)
    yield Document("sitemap.xml", sitemap(site, pages))
    yield Document("_headers", headers(site, pages))
    yield Document("robots.txt", robots(site))
