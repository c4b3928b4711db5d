"""The files for machines: the API, the calendar, the feed, the sitemap, the headers, search."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from planpress.facts.cells import made_of
from planpress.model.document import Document
from planpress.model.site import Site
from planpress.render.address import Address
from planpress.render.headers import headers
from planpress.render.late import Late
from planpress.render.news import has_news
from planpress.render.register import Entry
from planpress.render.schemas import SCHEMAS, schema_file
from planpress.render.search_words import searched, texts_of_records
from planpress.render.sitemap import robots, sitemap
from planpress.render.task import Desk, Task
from planpress.render.web_app import manifest, manifest_path

plan_file = Late[bytes]("api", "plan_file")
indicator_file = Late[bytes]("api_indicator", "indicator_file")
calendar_file = Late[bytes]("calendar_file", "calendar_file")
feed_file = Late[bytes]("feeds", "feed_file")
search_index = Late[bytes]("search_index", "search_index")


def machine_files(site: Site, pages: Sequence[Entry], desk: Desk) -> tuple[Document, ...]:
    """Return every file that is neither page nor asset nor under `data/`, sorted by path.

    `pages` are all pages of the site, for the sitemap, the headers and the search.
    """
    tasks = chain(_files(site, pages), _indexes(site, pages, desk))
    made = (desk.done(task) for task in tasks)
    return tuple(sorted(made, key=lambda document: document.path))


def _files(site: Site, pages: Sequence[Entry]) -> Iterator[Task]:
    plan = site.project.plan.source.path
    for name, indicator in site.project.indicators.items():
        make = partial(_indicator, site, name)
        yield Task(f"api/indicators/{name}.json", make, (), indicator.source.path)
    yield Task("api/plan.json", partial(plan_file, site), (), plan)
    for name in SCHEMAS:
        yield Task(f"api/{name}.schema.json", partial(schema_file, name))
    for code, language in site.languages.items():
        default = code == site.project.languages[0]
        yield Task(manifest_path(site, code), partial(manifest, site, language), (), plan)
        if site.project.stocktakes:
            calendar = Address("calendar.ics", code, default).place
            yield Task(calendar, partial(calendar_file, site, language), (), plan)
        if has_news(site):
            feed = Address("feed.xml", code, default).place
            yield Task(feed, partial(feed_file, site, language), (), plan)
    paths = tuple((page.path, page.listed, page.for_staff) for page in pages)
    yield Task("sitemap.xml", partial(sitemap, site, pages), paths)
    yield Task("_headers", partial(headers, site, pages), paths)
    yield Task("robots.txt", partial(robots, site))


def _indexes(site: Site, pages: Sequence[Entry], desk: Desk) -> Iterator[Task]:
    """Yield what the search of each language is made by."""
    texts = texts_of_records(site, desk.cells, (key for _, key in searched(pages) if key))
    listed = tuple((p.path, p.template, p.records[:1], p.title, p.summary) for p in pages)
    own = made_of((listed, texts))
    for code, language in site.languages.items():
        path = Address("search/index.js", code, code == site.project.languages[0]).place
        make = partial(search_index, site, language, pages, texts)
        yield Task(path, make, own, site.project.plan.source.path)


def _indicator(site: Site, name: str) -> bytes:
    return indicator_file(site, site.project.indicators[name])
